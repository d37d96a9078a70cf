package dev.syncline.identity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A person known to the platform. Nullable: given name, family name, email, phone, employee number, organization, manager (a user).
 *
 * @param attributes further attributes by name: text, number, boolean, or a list of these
 */
public record User(
        UUID id,
        String userName,
        String displayName,
        String givenName,
        String familyName,
        String email,
        String phone,
        String employeeNumber,
        UUID organizationId,
        UUID managerId,
        Status status,
        Map<String, Object> attributes,
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
