package dev.syncline.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as a client sees it: with the names of the organization and the manager.
 *
 * @param heldBackBy of a deleted user: how many accounts are not gone yet; absent for others
 */
public record UserView(
        UUID id,
        String userName,
        String displayName,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String employeeNumber,
        @Nullable UUID organizationId,
        @Nullable String organizationName,
        @Nullable UUID managerId,
        @Nullable String managerName,
        User.Status status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer heldBackBy,
        Map<String, Object> attributes,
        List<String> groups,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    static UserView of(User user, @Nullable Organization organization, @Nullable User manager, @Nullable Integer heldBackBy) {
        return new UserView(user.id(), user.userName(), user.displayName(), user.givenName(), user.familyName(), user.email(),
                user.phone(), user.employeeNumber(), user.organizationId(), organization == null ? null : organization.name(),
                user.managerId(), manager == null ? null : manager.displayName(), user.status(), heldBackBy, user.attributes(),
                user.groups(), user.version(), user.createdAt(), user.updatedAt());
    }
}
