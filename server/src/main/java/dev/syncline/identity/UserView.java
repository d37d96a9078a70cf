package dev.syncline.identity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A user as a client sees it: with the name of the organization. */
public record UserView(
        UUID id,
        String userName,
        String displayName,
        String givenName,
        String familyName,
        String email,
        String phone,
        String employeeNumber,
        UUID organizationId,
        String organizationName,
        User.Status status,
        Map<String, Object> attributes,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    static UserView of(User user, Organization organization) {
        return new UserView(user.id(), user.userName(), user.displayName(), user.givenName(), user.familyName(), user.email(),
                user.phone(), user.employeeNumber(), user.organizationId(), organization == null ? null : organization.name(),
                user.status(), user.attributes(), user.version(), user.createdAt(), user.updatedAt());
    }
}
