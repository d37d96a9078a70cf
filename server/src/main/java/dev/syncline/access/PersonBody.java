package dev.syncline.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;

/**
 * What a client sends; what only the server sets may come along and is passed over.
 *
 * @param userName of a new administrator; cannot be changed later
 * @param userId the user who the administrator is; an application owner needs one
 * @param disabled false when left out
 */
@JsonIgnoreProperties({"id", "user", "applications", "mustChangePassword", "lockedUntil", "disabledAt", "createdAt", "version"})
record PersonBody(
        @NotBlank(message = "Give the name to sign in with.") @Size(max = 200, message = "At most 200 characters.") String userName,
        @NotBlank(message = "Give the name to show.") @Size(max = 200, message = "At most 200 characters.") String displayName,
        @NotNull(message = "Say which roles; an empty list lets the person sign in and do nothing.") Set<@NotNull Role> roles,
        UUID userId,
        Boolean disabled) {

    boolean isDisabled() {
        return Boolean.TRUE.equals(disabled);
    }

    void check() {
        if (roles.contains(Role.PORTAL_USER)) {
            throw ProblemException.invalid("roles", "PORTAL_USER is what users are who were invited to the portal; choose roles of administrators.");
        }
        if (roles.contains(Role.APPLICATION_OWNER) && userId == null) {
            throw ProblemException.invalid("userId", "Say which user this is: an application owner sees the applications the user owns.");
        }
    }
}
