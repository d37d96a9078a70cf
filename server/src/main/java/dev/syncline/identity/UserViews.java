package dev.syncline.identity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts users and the names of their organizations and managers together, with two queries for any number of users. */
@Component
public class UserViews {

    private final Organizations organizations;
    private final UserRepository users;
    private final ObjectProvider<AccountCounts> counts;

    UserViews(Organizations organizations, UserRepository users, ObjectProvider<AccountCounts> counts) {
        this.organizations = organizations;
        this.users = users;
        this.counts = counts;
    }

    public List<UserView> of(List<User> found) {
        Map<UUID, Organization> theirs = organizations.findAll(ids(found, User::organizationId));
        List<UUID> managerIds = ids(found, User::managerId);
        Map<UUID, User> managers = managerIds.isEmpty()
                ? Map.of()
                : users.byId(managerIds).stream().collect(Collectors.toMap(User::id, Function.identity()));
        Map<UUID, Integer> left = accountsLeft(found);
        return found.stream()
                .map(user -> UserView.of(user, named(theirs, user.organizationId()), named(managers, user.managerId()), left.get(user.id())))
                .toList();
    }

    /** Of deleted users only. */
    private Map<UUID, Integer> accountsLeft(List<User> found) {
        List<UUID> deleted = found.stream().filter(user -> user.status() == User.Status.DELETED).map(User::id).toList();
        AccountCounts known = deleted.isEmpty() ? null : counts.getIfAvailable();
        if (known == null) {
            return Map.of();
        }
        Map<UUID, Integer> left = known.of(deleted);
        return deleted.stream().collect(Collectors.toMap(Function.identity(), id -> left.getOrDefault(id, 0)));
    }

    private static List<UUID> ids(List<User> users, Function<User, UUID> which) {
        return users.stream().map(which).filter(Objects::nonNull).distinct().toList();
    }

    private static <T> @Nullable T named(Map<UUID, T> things, @Nullable UUID id) {
        return id == null ? null : things.get(id);
    }

    UserView of(User user) {
        return of(List.of(user)).getFirst();
    }
}
