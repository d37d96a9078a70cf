package dev.syncline.policy;

import dev.syncline.intake.AccountChange;
import dev.syncline.intake.AccountChange.Grant;
import dev.syncline.policy.Step.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what is to be done to the accounts of one user in one application: what one policy changes about one account is one change. */
final class AccountSteps {

    private record Key(UUID accountId, Rule rule) {}

    private record Permissions(List<Grant> bind, Set<UUID> unbind) {}

    private final UUID userId;
    private final UUID applicationId;
    private final Map<Key, Permissions> permissions = new LinkedHashMap<>();
    private final Map<UUID, Step.End> ends = new LinkedHashMap<>();
    private final List<Step> others = new ArrayList<>();
    private final Set<UUID> enabled = new HashSet<>();

    AccountSteps(UUID userId, UUID applicationId) {
        this.userId = userId;
        this.applicationId = applicationId;
    }

    void create(AccountChange.Create create, Rule rule) {
        add(Kind.CREATE, create, rule);
    }

    void enable(UUID accountId, Rule rule) {
        enabled.add(accountId);
        add(Kind.ENABLE, new AccountChange.Enable(accountId), rule);
    }

    void disable(UUID accountId, Rule rule) {
        add(Kind.DISABLE, new AccountChange.Disable(accountId), rule);
    }

    void delete(UUID accountId, Rule rule) {
        add(Kind.DELETE, new AccountChange.Delete(accountId), rule);
    }

    void bind(UUID accountId, Grant grant, Rule rule) {
        of(accountId, rule).bind.add(grant);
    }

    void unbind(UUID accountId, @Nullable UUID permissionId, Rule rule) {
        of(accountId, rule).unbind.add(permissionId);
    }

    /** What is said last counts. */
    void end(UUID accountId, @Nullable Instant endsAt, Rule rule) {
        ends.put(accountId, new Step.End(userId, applicationId, accountId, endsAt, rule));
    }

    void blocked(String message, Rule rule) {
        others.add(new Step.Blocked(userId, applicationId, message, rule));
    }

    List<Step> inOrder() {
        List<Step> all = new ArrayList<>(others);
        permissions.forEach((key, what) -> all.add(new Step.Change(userId, applicationId,
                enabled.contains(key.accountId) ? Kind.PERMISSIONS_AFTERWARDS : Kind.PERMISSIONS,
                new AccountChange.Update(key.accountId, null, Map.of(), what.bind, what.unbind), key.rule)));
        all.addAll(ends.values());
        all.sort(Comparator.comparing(step -> step instanceof Step.Change change ? change.kind().ordinal() : Integer.MAX_VALUE));
        return all;
    }

    private void add(Kind kind, AccountChange change, Rule rule) {
        others.add(new Step.Change(userId, applicationId, kind, change, rule));
    }

    private Permissions of(UUID accountId, Rule rule) {
        return permissions.computeIfAbsent(new Key(accountId, rule), _ -> new Permissions(new ArrayList<>(), new HashSet<>()));
    }
}
