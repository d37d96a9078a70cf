package dev.syncline.policy;

import dev.syncline.intake.AccountChange;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something to be done so that a user has what is wanted, and why. */
sealed interface Step {

    UUID userId();

    UUID applicationId();

    Rule rule();

    /** A change of an account; the kind says what a reader would call it. */
    record Change(UUID userId, UUID applicationId, Kind kind, AccountChange change, Rule rule) implements Step {}

    /**
     * Only when the account ends by itself moves; the target need not hear of it.
     *
     * @param endsAt null for never
     */
    record End(UUID userId, UUID applicationId, UUID accountId, @Nullable Instant endsAt, Rule rule) implements Step {}

    /** It cannot be done now. The message is a sentence. */
    record Blocked(UUID userId, UUID applicationId, String message, Rule rule) implements Step {}

    /** In the order in which they are taken: what takes away comes first, and what an account must be for comes before what it gets. */
    enum Kind {
        /** Takes permissions away, and gives others in the same go. */
        PERMISSIONS,
        DISABLE,
        DELETE,
        CREATE,
        ENABLE,
        /** Gives permissions to an account that is enabled just before. */
        PERMISSIONS_AFTERWARDS
    }
}
