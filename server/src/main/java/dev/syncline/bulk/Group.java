package dev.syncline.bulk;

import dev.syncline.intake.Origin;
import dev.syncline.intake.Taken;
import dev.syncline.task.Cause;
import dev.syncline.task.Priority;
import dev.syncline.task.Source;
import java.util.List;
import java.util.UUID;

/** What the groups of every kind of batch have in common. */
final class Group {

    /** One transaction's worth: enough for grouped writes to pay, little enough to renew the lease often. */
    static final int SIZE = 500;

    private Group() {}

    static Origin origin(Batch batch) {
        return new Origin(Source.MANUAL, batch.initiator(), new Cause(batch.kind().name(), batch.id(), batch.name()), batch.id(),
                Priority.BULK);
    }

    /** How many rows ended how. */
    record Counts(int bad, int opened, int skipped) {}

    static Counts count(List<Row> done) {
        int bad = 0;
        int opened = 0;
        int skipped = 0;
        for (Row row : done) {
            switch (row.status()) {
                case OPENED, APPLIED -> opened++;
                case SKIPPED -> skipped++;
                case BAD -> bad++;
                case WAITING, FAILED, CANCELLED -> {}
            }
        }
        return new Counts(bad, opened, skipped);
    }

    static Row outcome(Row row, UUID userId, Taken taken) {
        return switch (taken) {
            case Taken.Opened opened -> row.became(Row.Status.OPENED, userId, null, opened.taskId());
            case Taken.Applied _ -> row.became(Row.Status.APPLIED, userId, null, null);
            case Taken.Unchanged unchanged -> row.became(Row.Status.SKIPPED, userId, unchanged.message(), null);
            case Taken.Refused refused -> row.became(Row.Status.FAILED, userId, refused.message(), null);
        };
    }
}
