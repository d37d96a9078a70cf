package dev.syncline.bulk;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.task.Ledger;
import dev.syncline.task.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts batches, the names of their applications and the progress of their tasks together. */
@Component
class BatchViews {

    private final Applications applications;
    private final Ledger ledger;

    BatchViews(Applications applications, Ledger ledger) {
        this.applications = applications;
        this.ledger = ledger;
    }

    List<BatchView> of(List<Batch> batches) {
        Map<UUID, Application> theirs = applications.findAll(batches.stream().map(Batch::applicationId).filter(Objects::nonNull).distinct().toList());
        Map<UUID, Map<Status, Integer>> counts = ledger.counts(batches.stream().map(Batch::id).toList());
        return batches.stream()
                .map(batch -> view(batch, theirs.get(batch.applicationId()), counts.getOrDefault(batch.id(), Map.of())))
                .toList();
    }

    BatchView of(Batch batch) {
        return of(List.of(batch)).getFirst();
    }

    private static BatchView view(Batch batch, @Nullable Application application, Map<Status, Integer> counts) {
        Map<String, Integer> tasks = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            tasks.put(camelCase(status), counts.getOrDefault(status, 0));
        }
        return new BatchView(batch.id(), batch.kind(), batch.name(), batch.applicationId(),
                application == null ? null : application.name(), batch.status(), batch.options(), batch.total(), batch.bad(),
                batch.opened(), batch.skipped(), tasks, batch.failure(), batch.initiator(), batch.createdAt(), batch.startedAt(),
                batch.endedAt(), batch.version());
    }

    private static String camelCase(Status status) {
        return switch (status) {
            case QUEUED -> "queued";
            case RUNNING -> "running";
            case AWAITING_CALLBACK -> "awaitingCallback";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case CONFIRMED -> "confirmed";
            case SUPERSEDED -> "superseded";
            case CANCELLED -> "cancelled";
        };
    }
}
