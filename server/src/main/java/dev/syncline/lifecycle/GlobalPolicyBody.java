package dev.syncline.lifecycle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;

/** What a client sends; what only the server sets may come along and is passed over. */
@JsonIgnoreProperties({"overridden", "version", "updatedAt"})
record GlobalPolicyBody(
        @NotNull(message = "Say whether the policy is enabled.") Boolean enabled,
        @NotNull(message = "Say what happens when a user is disabled: DISABLE or NOTHING.") GlobalPolicy.OnDisabled onDisabled,
        @NotNull(message = "Say what happens when a user is deleted: DELETE, DISABLE or NOTHING.") GlobalPolicy.OnDeleted onDeleted,
        @NotNull(message = "Say what happens when a user is enabled again: ENABLE_AGAIN or NOTHING.")
                GlobalPolicy.OnEnabled onEnabled) {}
