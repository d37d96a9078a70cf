package dev.syncline.bulk;

import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.problem.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is wrong with changes of users before they are made. */
@Component
class UserEntryChecks {

    private final Users users;
    private final Organizations organizations;

    UserEntryChecks(Users users, Organizations organizations) {
        this.users = users;
        this.organizations = organizations;
    }

    /**
     * What entries refer to.
     *
     * @param users by user name in lower case
     * @param organizations by code
     */
    record Known(Map<String, User> users, Map<String, Organization> organizations) {}

    Known known(Collection<UserEntry> entries) {
        Set<String> names = new HashSet<>();
        entries.forEach(entry -> {
            names.add(entry.key());
            entry.newKey().ifPresent(names::add);
            entry.managerKey().ifPresent(names::add);
        });
        names.remove("");
        return new Known(users.byUserName(names), organizations.byCode(
                entries.stream().flatMap(entry -> entry.organizationCode().stream()).collect(Collectors.toSet())));
    }

    /** @param coming whether a manager who is not there yet will be: by user name in lower case */
    List<String> complaints(UserEntry entry, Known known, Predicate<String> coming) {
        if (entry.userName().isEmpty()) {
            return List.of("userName is missing.");
        }
        User there = known.users().get(entry.key());
        Optional<String> impossible = impossible(entry, there);
        if (impossible.isPresent() || !entry.action().writes()) {
            return impossible.stream().toList();
        }
        List<String> wrong = new ArrayList<>();
        users.check(entry.data(there, null, null)).stream().map(FieldError::message).forEach(wrong::add);
        nameComplaint(entry, there, known).ifPresent(wrong::add);
        entry.organizationCode().filter(code -> !known.organizations().containsKey(code))
                .ifPresent(code -> wrong.add("There is no organization with the code \"" + UserRowChecks.shortened(code) + "\"."));
        entry.managerKey().flatMap(manager -> managerComplaint(manager, entry, known, coming)).ifPresent(wrong::add);
        return wrong;
    }

    /** @param there null when there is no such user */
    static Optional<String> impossible(UserEntry entry, @Nullable User there) {
        return switch (entry.action()) {
            case SAVE -> Optional.empty();
            case CREATE -> there == null
                    ? Optional.empty()
                    : Optional.of("There is already a user \"" + UserRowChecks.shortened(entry.userName()) + "\"; use the action SAVE or UPDATE.");
            case UPDATE, ENABLE, DISABLE, DELETE -> there == null
                    ? Optional.of("There is no user \"" + UserRowChecks.shortened(entry.userName()) + "\".")
                    : Optional.empty();
        };
    }

    private static Optional<String> nameComplaint(UserEntry entry, @Nullable User there, Known known) {
        if (entry.newUserName() == null) {
            return Optional.empty();
        }
        if (there == null) {
            return Optional.of("newUserName renames a user who is there; a new one is created as userName.");
        }
        return isTaken(entry, there, known.users()) ? Optional.of(nameTaken(entry)) : Optional.empty();
    }

    static boolean isTaken(UserEntry entry, User there, Map<String, User> users) {
        return entry.newKey().map(users::get).filter(holder -> !holder.id().equals(there.id())).isPresent();
    }

    static String nameTaken(UserEntry entry) {
        return "There is already a user \"" + UserRowChecks.shortened(entry.newName()) + "\".";
    }

    private static Optional<String> managerComplaint(String manager, UserEntry entry, Known known, Predicate<String> coming) {
        if (manager.equals(entry.key())) {
            return Optional.of("A user cannot be the manager of the same user.");
        }
        return known.users().containsKey(manager) || coming.test(manager) ? Optional.empty() : Optional.of(noManager(entry));
    }

    static String noManager(UserEntry entry) {
        return "There is no user \"" + UserRowChecks.shortened(entry.managerName()) + "\" who could be the manager.";
    }
}
