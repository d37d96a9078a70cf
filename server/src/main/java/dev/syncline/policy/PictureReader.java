package dev.syncline.policy;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlement.Reason;
import dev.syncline.entitlement.Entitlements;
import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.intake.Intake;
import dev.syncline.permission.Bindings;
import dev.syncline.policy.Picture.Person;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what the difference is worked out from: one query of each kind for any number of users. Locks nothing. */
@Component
class PictureReader {

    private final Organizations organizations;
    private final Entitlements entitlements;
    private final Accounts accounts;
    private final Bindings bindings;
    private final Intake intake;

    PictureReader(Organizations organizations, Entitlements entitlements, Accounts accounts, Bindings bindings, Intake intake) {
        this.organizations = organizations;
        this.entitlements = entitlements;
        this.accounts = accounts;
        this.bindings = bindings;
        this.intake = intake;
    }

    Map<UUID, List<Entitlement>> entitlements(Collection<User> users) {
        return entitlements.of(users.stream().map(User::id).toList());
    }

    /** The policies that are the reason of something. */
    static Set<UUID> policies(Map<UUID, List<Entitlement>> entitlements) {
        return entitlements.values().stream().flatMap(List::stream)
                .filter(one -> one.reason() == Reason.POLICY)
                .map(Entitlement::reasonId)
                .collect(Collectors.toSet());
    }

    /** @param newlyEnabled ids of the users who have just been enabled */
    Picture read(List<User> users, Set<UUID> newlyEnabled, Map<UUID, List<Entitlement>> held) {
        Map<UUID, Organization> theirs = organizations.findAll(
                users.stream().map(User::organizationId).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<Person> people = users.stream()
                .map(user -> new Person(user, user.organizationId() == null ? null : theirs.get(user.organizationId()),
                        newlyEnabled.contains(user.id())))
                .toList();
        Map<UUID, List<Account>> byUser = accounts.ofUsers(users.stream().map(User::id).toList());
        List<Account> all = byUser.values().stream().flatMap(List::stream).toList();
        return new Picture(people, held, byUser, intake.expected(all),
                all.isEmpty() ? Map.of() : bindings.of(all.stream().map(Account::id).toList()));
    }
}
