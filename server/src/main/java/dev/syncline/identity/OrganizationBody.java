package dev.syncline.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client sends; what only the server sets may come along and is passed over. */
@JsonIgnoreProperties({"id", "version"})
record OrganizationBody(
        @NotBlank(message = "Give the organization a code.") @Size(max = 100, message = "At most 100 characters.") String code,
        @NotBlank(message = "Give the organization a name.") @Size(max = 200, message = "At most 200 characters.") String name,
        @Nullable UUID parentId) {}
