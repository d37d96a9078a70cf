package dev.syncline.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A draft to try out.
 *
 * @param policyId the policy it would replace; null for a new one
 * @param draft as it would be saved; taken as enabled unless it says otherwise
 */
record SimulationBody(UUID policyId, @NotNull(message = "Send the draft of the policy.") @Valid PolicyBody draft) {}
