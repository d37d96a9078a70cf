package dev.syncline.bulk;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch as a client sees it.
 *
 * @param applicationId null when it changes users themselves
 * @param applicationName null when there is no application, or it was deleted meanwhile
 * @param tasks how many of its tasks have each status, by the status in camel case
 */
record BatchView(
        UUID id,
        Batch.Kind kind,
        String name,
        @Nullable UUID applicationId,
        @Nullable String applicationName,
        Batch.Status status,
        @JsonRawValue String options,
        int total,
        int bad,
        int opened,
        int skipped,
        Map<String, Integer> tasks,
        @Nullable String failure,
        Actor initiator,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        int version) {}
