package dev.syncline.bulk;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.bulk.UserEntry.Action;
import dev.syncline.bulk.UserEntryChecks.Known;
import dev.syncline.bulk.UserOutcome.Result;
import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.identity.UserData;
import dev.syncline.identity.Users;
import dev.syncline.task.Ledger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes many changes of users in the caller's transaction: those of one kind are one change for everybody who reacts. What cannot be
 * done says so and leaves the others alone.
 */
@Component
class UserEntries {

    private final UserEntryChecks checks;
    private final Users users;
    private final Accounts accounts;
    private final Ledger ledger;

    UserEntries(UserEntryChecks checks, Users users, Accounts accounts, Ledger ledger) {
        this.checks = checks;
        this.users = users;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /** What is being done. The users grow by those who are created. */
    private record Work(List<UserEntry> entries, UserOutcome[] outcomes, Map<String, User> users, Known known) {

        /** Places of the entries not dealt with yet that ask for this. */
        List<Integer> waiting(Action... actions) {
            return IntStream.range(0, entries.size())
                    .filter(at -> outcomes[at] == null && Arrays.asList(actions).contains(entries.get(at).action()))
                    .boxed()
                    .toList();
        }

        @Nullable User user(int at) {
            return users.get(entries.get(at).key());
        }

        /** Where the user is there: entries for which it is not were created, or have failed. */
        User there(int at) {
            return Objects.requireNonNull(user(at), "an entry without a user was dealt with before");
        }

        void done(int at, Result result) {
            outcomes[at] = new UserOutcome(result, there(at).id(), null);
        }

        void failed(int at, String message) {
            outcomes[at] = UserOutcome.failed(message);
        }
    }

    /** What became of each, in the order given. Each user occurs once; entries have been checked, but things may have changed since. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<UserOutcome> apply(List<UserEntry> entries, Act act) {
        Known known = checks.known(entries);
        Work work = new Work(entries, new UserOutcome[entries.size()], locked(entries, known), known);
        for (int at = 0; at < entries.size(); at++) {
            int place = at;
            UserEntryChecks.impossible(entries.get(at), work.user(at)).ifPresent(sentence -> work.failed(place, sentence));
        }
        create(work, act);
        update(work, act);
        become(work, Action.ENABLE, User.Status.ENABLED, Result.ENABLED, act);
        become(work, Action.DISABLE, User.Status.DISABLED, Result.DISABLED, act);
        become(work, Action.DELETE, User.Status.DELETED, Result.DELETED, act);
        return List.of(work.outcomes());
    }

    /** All users, then all their lines, each in one order: the several steps that follow then wait for nobody in a circle. */
    private Map<String, User> locked(List<UserEntry> entries, Known known) {
        Set<UUID> changed = entries.stream()
                .map(entry -> known.users().get(entry.key()))
                .filter(user -> user != null)
                .map(User::id)
                .collect(Collectors.toSet());
        Map<String, User> locked = new HashMap<>(known.users());
        locked.values().removeIf(user -> changed.contains(user.id()));
        users.lock(changed).stream()
                .filter(user -> user.status() != User.Status.DELETED)
                .forEach(user -> locked.put(UserEntry.key(user.userName()), user));
        ledger.lock(accounts.ofUsers(changed).values().stream().flatMap(List::stream).map(Account::id).toList());
        return locked;
    }

    private void create(Work work, Act act) {
        List<Integer> creating = work.waiting(Action.CREATE, Action.SAVE).stream().filter(at -> work.user(at) == null).toList();
        for (List<Integer> wave : ManagersFirst.waves(creating, at -> work.entries().get(at).key(),
                at -> work.entries().get(at).managerKey().orElse(null))) {
            Map<Integer, UserData> wanted = wanted(wave, work);
            users.createAll(List.copyOf(wanted.values()), act).forEach(user -> work.users().put(UserEntry.key(user.userName()), user));
            wanted.keySet().forEach(at -> {
                if (work.user(at) == null) {
                    work.failed(at, "There is already a user \"" + work.entries().get(at).userName() + "\".");
                } else {
                    work.done(at, Result.CREATED);
                }
            });
        }
    }

    private void update(Work work, Act act) {
        refuseTakenNames(work);
        Map<Integer, UserData> wanted = wanted(work.waiting(Action.SAVE, Action.UPDATE), work);
        Map<UUID, UserData> changes = new LinkedHashMap<>();
        wanted.forEach((at, data) -> changes.put(work.there(at).id(), data));
        Set<UUID> changed = ids(changes.isEmpty() ? List.of() : users.updateAll(changes, act));
        wanted.keySet().forEach(at -> work.done(at, changed.contains(work.there(at).id()) ? Result.UPDATED : Result.UNCHANGED));
    }

    /** By somebody who is there, or by an entry before it. */
    private static void refuseTakenNames(Work work) {
        Set<String> given = new HashSet<>();
        for (int at : work.waiting(Action.SAVE, Action.UPDATE)) {
            UserEntry entry = work.entries().get(at);
            boolean taken = UserEntryChecks.isTaken(entry, work.there(at), work.users());
            if (entry.newKey().isPresent() && (taken || !given.add(entry.newKey().get()))) {
                work.failed(at, UserEntryChecks.nameTaken(entry));
            }
        }
    }

    private void become(Work work, Action action, User.Status status, Result result, Act act) {
        List<Integer> waiting = work.waiting(action);
        if (!waiting.isEmpty()) {
            Set<UUID> changed = ids(users.setStatusAll(waiting.stream().map(at -> work.there(at).id()).toList(), status, act));
            waiting.forEach(at -> work.done(at, changed.contains(work.there(at).id()) ? result : Result.UNCHANGED));
        }
    }

    /** By place. Whose organization or manager is not there fails and is left out. */
    private Map<Integer, UserData> wanted(List<Integer> places, Work work) {
        Map<Integer, UserData> wanted = new LinkedHashMap<>();
        for (int at : places) {
            UserEntry entry = work.entries().get(at);
            Optional<UUID> organization = found(entry.organizationCode(), work.known().organizations(), found -> found.id());
            Optional<UUID> manager = found(entry.managerKey(), work.users(), User::id);
            if (entry.organizationCode().isPresent() && organization.isEmpty()) {
                work.failed(at, "There is no organization with the code \"" + entry.organization() + "\".");
            } else if (entry.managerKey().isPresent() && manager.isEmpty()) {
                work.failed(at, UserEntryChecks.noManager(entry));
            } else {
                wanted.put(at, entry.data(work.user(at), organization.orElse(null), manager.orElse(null)));
            }
        }
        return wanted;
    }

    private static <T> Optional<UUID> found(Optional<String> name, Map<String, T> things, Function<T, UUID> id) {
        return name.map(things::get).map(id);
    }

    private static Set<UUID> ids(List<User> users) {
        return users.stream().map(User::id).collect(Collectors.toSet());
    }
}
