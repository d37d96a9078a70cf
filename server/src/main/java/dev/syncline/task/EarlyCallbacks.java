package dev.syncline.task;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Callbacks that came before the target's answer to the request itself was settled. Implemented where callbacks are kept. */
public interface EarlyCallbacks {

    /** What the target told. {@code remoteId} and {@code message} may be null. */
    record Result(boolean succeeded, @Nullable String remoteId, @Nullable String message) {}

    /**
     * Takes the kept results of tasks and marks them as applied, in the caller's transaction.
     *
     * @param startedAt task to the start of its attempt: a callback kept before that answers an earlier attempt
     */
    Map<UUID, Result> take(Map<UUID, Instant> startedAt);
}
