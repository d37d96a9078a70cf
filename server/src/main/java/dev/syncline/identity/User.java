package dev.syncline.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person known to the platform. Nullable: given name, family name, email, phone, employee number, organization, manager (a user).
 *
 * @param attributes further attributes by name: text, number, boolean, or a list of these
 * @param groups names of the groups the user belongs to, in their order
 */
public record User(
        UUID id,
        String userName,
        String displayName,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String employeeNumber,
        @Nullable UUID organizationId,
        @Nullable UUID managerId,
        Status status,
        Map<String, Object> attributes,
        List<String> groups,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    public enum Status {
        ENABLED,
        DISABLED,
        /** Kept until its accounts are gone; not listed. */
        DELETED
    }
}
