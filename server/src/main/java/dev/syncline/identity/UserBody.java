package dev.syncline.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.UUID;

/** What a client sends; what only the server sets may come along and is passed over. */
@JsonIgnoreProperties({"id", "organizationName", "managerName", "status", "heldBackBy", "groups", "version", "createdAt", "updatedAt"})
record UserBody(
        String userName,
        String displayName,
        String givenName,
        String familyName,
        String email,
        String phone,
        String employeeNumber,
        UUID organizationId,
        UUID managerId,
        Map<String, Object> attributes) {

    UserData data() {
        return new UserData(userName, displayName, givenName, familyName, email, phone, employeeNumber, organizationId, managerId,
                attributes);
    }
}
