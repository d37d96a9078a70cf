package dev.syncline.reconciliation;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.account.FoundAccount;
import dev.syncline.application.Application;
import dev.syncline.id.Ids;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.reconciliation.ReconciliationFindingRepository.Became;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps accounts that are there in the target as accounts of users, or of nobody. Nothing is sent: nothing changes in the target. In the
 * caller's transaction; users are locked before accounts are made for them.
 */
@Component
class AccountLinking {

    private static final String AGAIN = " Read the application again to see what is so now.";

    private final Accounts accounts;
    private final Users users;
    private final Expectations expectations;
    private final Ids ids;

    AccountLinking(Accounts accounts, Users users, Expectations expectations, Ids ids) {
        this.accounts = accounts;
        this.users = users;
        this.expectations = expectations;
        this.ids = ids;
    }

    /** @param owners whose each finding becomes; a finding that is missing becomes nobody's */
    List<Became> link(Application application, List<Finding> findings, Map<UUID, UUID> owners) {
        Map<UUID, User> people = users.lock(owners.values().stream().distinct().toList()).stream()
                .collect(Collectors.toMap(User::id, Function.identity()));
        Expectation expectation = expectations.of(application, people.values());
        Refusals refusals = new Refusals(application, people);
        refusals.look(findings);
        Map<UUID, Became> became = new LinkedHashMap<>();
        Map<UUID, FoundAccount> wanted = new HashMap<>();
        for (Finding finding : findings) {
            UUID owner = owners.get(finding.id());
            String refusal = refusals.of(finding, owner);
            if (refusal != null) {
                became.put(finding.id(), Became.refused(finding, refusal));
            } else {
                wanted.put(finding.id(), account(application, finding, people.get(owner), expectation));
            }
        }
        Set<UUID> kept = accounts.keepFound(List.copyOf(wanted.values()));
        for (Finding finding : findings) {
            if (wanted.containsKey(finding.id())) {
                became.put(finding.id(), became(finding, wanted.get(finding.id()), people, kept, expectation));
            }
        }
        return List.copyOf(became.values());
    }

    private FoundAccount account(Application application, Finding finding, @Nullable User owner, Expectation expectation) {
        Map<String, Object> expected = owner == null ? Map.of() : expectation.of(owner, finding.name());
        return new FoundAccount(ids.next(), application.id(), owner == null ? null : owner.id(), finding.name(), finding.remoteId(),
                expectation.known(expected, finding), !Boolean.FALSE.equals(finding.active()), finding.lastSignInAt());
    }

    private static Became became(Finding finding, FoundAccount account, Map<UUID, User> people, Set<UUID> kept, Expectation expectation) {
        if (!kept.contains(account.id())) {
            return Became.refused(finding, "The application has an account called " + finding.name() + " here by now." + AGAIN);
        }
        User owner = people.get(account.userId());
        List<Difference> differences = owner == null
                ? List.of()
                : expectation.differences(expectation.of(owner, finding.name()), finding);
        return new Became(finding.id(), owner == null ? Finding.Outcome.KEPT : Finding.Outcome.LINKED, null, account.id(), 1,
                account.userId(), null, differences);
    }

    /** Why some cannot be kept, looked up once for all. */
    private final class Refusals {

        private final Application application;
        private final Map<UUID, User> people;
        private final Map<UUID, Account> served = new HashMap<>();
        private final Set<String> takenIds = new HashSet<>();
        private final Set<UUID> given = new HashSet<>();

        private Refusals(Application application, Map<UUID, User> people) {
            this.application = application;
            this.people = people;
        }

        void look(List<Finding> findings) {
            accounts.ofUsers(application.id(), people.keySet()).forEach((user, theirs) -> served.put(user, theirs.getFirst()));
            List<String> remoteIds = findings.stream().map(Finding::remoteId).filter(Objects::nonNull).toList();
            accounts.withRemoteIds(application.id(), remoteIds).forEach(account -> takenIds.add(account.remoteId()));
        }

        /** Null when it can be. */
        @Nullable String of(Finding finding, @Nullable UUID owner) {
            if (takenIds.contains(finding.remoteId())) {
                return "The account " + finding.name() + " is known here by now." + AGAIN;
            }
            if (owner == null) {
                return null;
            }
            User user = people.get(owner);
            if (user == null || user.status() == User.Status.DELETED) {
                return "The user it was matched to is deleted. Choose another user, or keep it as an account of nobody.";
            }
            if (served.containsKey(owner)) {
                return user.displayName() + " has the account " + served.get(owner).name() + " in " + application.name()
                        + " already. Choose another user, or keep this one as an account of nobody.";
            }
            return given.add(owner) ? null : user.displayName() + " would get two accounts in " + application.name() + "; choose one of them.";
        }
    }
}
