package dev.syncline.reconciliation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Actor;
import dev.syncline.reconciliation.ReconciliationFindingRepository.Count;
import dev.syncline.task.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as a client sees it.
 *
 * @param compared attributes of the mapping that were asked for
 * @param counts how many findings there are; empty in lists, and while the run is under way
 * @param tasks how many of its tasks are in which status
 * @param evidence of a run that failed: the last requests and what came back, masked
 * @param findingsDeletedAt since when its findings are gone; null while they are there
 */
record RunView(
        UUID id,
        UUID applicationId,
        String applicationName,
        Run.Status status,
        Run.Phase phase,
        int accountsRead,
        int objectsRead,
        int requests,
        List<CorrelationRule> rules,
        List<ObjectType> objects,
        List<String> compared,
        List<Count> counts,
        Map<Status, Integer> tasks,
        @Nullable Progress acting,
        @Nullable String failure,
        @JsonRawValue @Nullable String evidence,
        @Nullable Instant findingsDeletedAt,
        Actor initiator,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** What was asked for last about all findings of a kind, and how far it is. */
    record Progress(Order.Act act, ObjectType objectType, Finding.@Nullable Kind kind, boolean align, int total, int done, int refused,
            boolean underWay) {

        static @Nullable Progress of(Run.@Nullable Acting acting) {
            return acting == null ? null : new Progress(acting.order().act(), acting.order().objectType(), acting.order().kind(),
                    acting.order().align(), acting.total(), acting.done(), acting.refused(), acting.underWay());
        }
    }

    static RunView of(Run run, String applicationName, List<Count> counts, Map<Status, Integer> tasks) {
        return new RunView(run.id(), run.applicationId(), applicationName, run.status(), run.phase(), run.accountsRead(), run.objectsRead(),
                run.requests(), run.rules(), run.objects(), run.compared(), counts, tasks, Progress.of(run.acting()), run.failure(),
                run.evidence(), run.findingsDeletedAt(), run.initiator(), run.createdAt(), run.endedAt());
    }
}
