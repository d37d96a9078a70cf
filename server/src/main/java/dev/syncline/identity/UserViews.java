package dev.syncline.identity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts users and the names of their organizations and managers together, with two queries for any number of users. */
@Component
public class UserViews {

    private final Organizations organizations;
    private final UserRepository users;

    UserViews(Organizations organizations, UserRepository users) {
        this.organizations = organizations;
        this.users = users;
    }

    public List<UserView> of(List<User> found) {
        Map<UUID, Organization> theirs = organizations.findAll(ids(found, User::organizationId));
        List<UUID> managerIds = ids(found, User::managerId);
        Map<UUID, User> managers = managerIds.isEmpty()
                ? Map.of()
                : users.byId(managerIds).stream().collect(Collectors.toMap(User::id, Function.identity()));
        return found.stream().map(user -> UserView.of(user, named(theirs, user.organizationId()), named(managers, user.managerId()))).toList();
    }

    private static List<UUID> ids(List<User> users, Function<User, UUID> which) {
        return users.stream().map(which).filter(Objects::nonNull).distinct().toList();
    }

    private static <T> T named(Map<UUID, T> things, UUID id) {
        return id == null ? null : things.get(id);
    }

    UserView of(User user) {
        return of(List.of(user)).getFirst();
    }
}
