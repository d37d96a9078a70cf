package dev.syncline.identity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts users and the names of their organizations together, with one query for any number of users. */
@Component
public class UserViews {

    private final Organizations organizations;

    UserViews(Organizations organizations) {
        this.organizations = organizations;
    }

    public List<UserView> of(List<User> users) {
        List<UUID> ids = users.stream().map(User::organizationId).filter(Objects::nonNull).distinct().toList();
        Map<UUID, Organization> found = organizations.findAll(ids);
        return users.stream()
                .map(user -> UserView.of(user, user.organizationId() == null ? null : found.get(user.organizationId())))
                .toList();
    }

    UserView of(User user) {
        return of(List.of(user)).getFirst();
    }
}
