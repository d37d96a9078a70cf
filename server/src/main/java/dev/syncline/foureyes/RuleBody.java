package dev.syncline.foureyes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What a client sends; what only the server sets may come along and is passed over. */
@JsonIgnoreProperties({"applicationId", "version", "own"})
record RuleBody(
        boolean confirmDeletions,
        @Min(value = 0, message = "At least 0 tasks.") @Max(value = 10_000_000, message = "At most 10,000,000 tasks.") Integer bulkRepairOver,
        boolean releaseHeld) {}
