package dev.syncline.repair;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.journal.Veil;
import dev.syncline.synclog.Difference;
import dev.syncline.task.Parameters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What retrying a failed task would send.
 *
 * @param parameters the very ones that failed
 * @param remoteId the target's id as it is known now; null while none is
 * @param applicationChangedAt when the application's connection, limits or mappings were last edited; null when it is gone
 * @param mappingNow where the mappings would give something else today; a retry does not take it over
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RetryPreview(Parameters parameters, String remoteId, @Nullable Instant applicationChangedAt, List<Difference> mappingNow) {

    /** For a reader who may not see personal values. */
    RetryPreview behind(Veil veil) {
        return new RetryPreview(parameters.behind(veil), remoteId, applicationChangedAt, mappingNow.stream().map(one -> one.behind(veil)).toList());
    }
}
