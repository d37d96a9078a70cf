package dev.syncline.permissionpackage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends; what only the server sets may come along and is passed over.
 *
 * @param active on when left out, like {@code provisionable}
 */
@JsonIgnoreProperties({"id", "version", "createdAt", "updatedAt", "consequences"})
record PackageBody(
        @NotBlank(message = "Give the package a name.") @Size(max = 200, message = "At most 200 characters.") String name,
        @Size(max = 1000, message = "At most 1000 characters.") @Nullable String description,
        @Nullable Boolean active,
        @Nullable Boolean provisionable,
        @Nullable Boolean requestable,
        @Min(value = 1, message = "At least one day.") @Max(value = 3650, message = "At most 3650 days.") @Nullable Integer maxDays,
        @NotEmpty(message = "Put at least one account or permission into the package.")
                @Size(max = 200, message = "At most 200 accounts and permissions.")
                List<@NotNull(message = "An item must not be null.") @Valid Item> items) {

    /** @param permissionId null for the account itself */
    @JsonIgnoreProperties({"applicationName", "permissionName", "permissionKind"})
    record Item(@NotNull(message = "Say which application.") UUID applicationId, @Nullable UUID permissionId) {}

    PermissionPackage packageOf(UUID id, int version) {
        return new PermissionPackage(id, name.strip(), description == null || description.isBlank() ? null : description.strip(),
                !Boolean.FALSE.equals(active), !Boolean.FALSE.equals(provisionable), Boolean.TRUE.equals(requestable), maxDays,
                items.stream().map(item -> new PackageItem(item.applicationId(), item.permissionId())).distinct().toList(), version);
    }
}
