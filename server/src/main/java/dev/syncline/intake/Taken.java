package dev.syncline.intake;

import dev.syncline.problem.ErrorCode;
import java.util.UUID;

/** What became of one change. */
public sealed interface Taken {

    /** A task carries it to the target. */
    record Opened(UUID accountId, UUID taskId) implements Taken {}

    /** It took effect at once: the application's data synchronization is off. */
    record Applied(UUID accountId) implements Taken {}

    /** Everything is as wanted, or under way already. Says so in a sentence. */
    record Unchanged(UUID accountId, String message) implements Taken {}

    /** It cannot be done; nothing was changed. The message is a sentence that says what to change. */
    record Refused(ErrorCode code, String message) implements Taken {}
}
