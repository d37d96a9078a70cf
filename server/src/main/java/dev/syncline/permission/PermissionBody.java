package dev.syncline.permission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.syncline.connector.PermissionKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** What a client sends; what only the server sets may come along and is passed over. */
@JsonIgnoreProperties({"id", "version"})
record PermissionBody(
        @NotNull(message = "Say which application the permission belongs to.") UUID applicationId,
        @NotNull(message = "Say whether it is a ROLE, a GROUP or a RESOURCE.") PermissionKind kind,
        @NotBlank(message = "Give the permission a name.") @Size(max = 200, message = "At most 200 characters.") String name,
        @NotBlank(message = "Say what the target calls the permission.") @Size(max = 1000, message = "At most 1000 characters.")
                String value,
        @Size(max = 1000, message = "At most 1000 characters.") String description) {}
