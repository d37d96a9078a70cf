package dev.syncline.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client sends; what only the server sets may come along and is passed over. */
@JsonIgnoreProperties({"id", "organizationName", "managerName", "status", "heldBackBy", "groups", "version", "createdAt", "updatedAt"})
record UserBody(
        @Nullable String userName,
        @Nullable String displayName,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String employeeNumber,
        @Nullable UUID organizationId,
        @Nullable UUID managerId,
        @Nullable Map<String, Object> attributes) {

    UserData data() {
        return new UserData(userName, displayName, givenName, familyName, email, phone, employeeNumber, organizationId, managerId,
                attributes == null ? Map.of() : attributes);
    }
}
