package dev.syncline.request;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param kind null for GRANT
 * @param durationDays how long, counted from the approval (GRANT) or from the present end (PROLONG); null when an end is given, or for good
 * @param forUserId whom it is for: somebody whose manager asks; null for oneself
 */
record Wanted(
        AccessRequest.Kind kind,
        @NotEmpty(message = "Choose what to ask for.") @Size(max = 50, message = "Ask for at most 50 things at once.")
                List<@Valid @NotNull WantedItem> items,
        @NotBlank(message = "Say why it is needed.") @Size(max = 2000, message = "At most 2000 characters.") String reason,
        @Min(value = 1, message = "At least one day.") @Max(value = 3650, message = "At most 3650 days.") @Nullable Integer durationDays,
        @Nullable Instant endsAt,
        @Nullable UUID forUserId) {

    Wanted {
        kind = kind == null ? AccessRequest.Kind.GRANT : kind;
    }

    /** Exactly one of these: an application (its account), a permission, an account whose end is to be moved (with a permission: its). */
    record WantedItem(
            @Schema(description = "An account in this application.") @Nullable UUID applicationId,
            @Schema(description = "This permission; with accountId, the one held there.") @Nullable UUID permissionId,
            @Schema(description = "Everything in this package.") @Nullable UUID packageId,
            @Schema(description = "To prolong: the account that ends, or whose permission ends.") @Nullable UUID accountId) {}
}
