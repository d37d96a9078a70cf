package dev.syncline.synclog;

import dev.syncline.export.Column;
import dev.syncline.task.Cause;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The log as columns of a CSV file. */
final class CsvColumns {

    /** The order is promised to readers: new ones come last. docs/log.md describes them. */
    static final List<Column<TaskRow>> ALL = List.of(
            new Column<>("id", TaskRow::id),
            new Column<>("opened", TaskRow::openedAt),
            new Column<>("status", TaskRow::status),
            new Column<>("application", row -> row.application().name()),
            new Column<>("objectType", TaskRow::objectType),
            new Column<>("object", row -> row.object().name()),
            new Column<>("user", row -> name(row.user())),
            new Column<>("action", TaskRow::action),
            new Column<>("source", TaskRow::source),
            new Column<>("failureKind", TaskRow::failureKind),
            new Column<>("failure", TaskRow::failureMessage),
            new Column<>("attempts", TaskRow::attempts),
            new Column<>("maxAttempts", TaskRow::maxAttempts),
            new Column<>("nextTry", TaskRow::dueAt),
            new Column<>("waitsBecause", TaskRow::waitReason),
            new Column<>("blockedBy", row -> row.blockedBy() == null ? null : row.blockedBy().id()),
            new Column<>("callbackUntil", TaskRow::callbackDueAt),
            new Column<>("settled", TaskRow::settledAt),
            new Column<>("settledBy", TaskRow::settledBy),
            new Column<>("settleReason", TaskRow::settleReason),
            new Column<>("note", TaskRow::note),
            new Column<>("initiatorKind", row -> row.initiator().kind()),
            new Column<>("initiator", row -> row.initiator().name()),
            new Column<>("causeType", row -> cause(row, Cause::type)),
            new Column<>("cause", row -> cause(row, Cause::name)),
            new Column<>("applicationId", row -> row.application().id()),
            new Column<>("objectId", row -> row.object().id()),
            new Column<>("userId", row -> row.user() == null ? null : row.user().id()),
            new Column<>("initiatorId", row -> row.initiator().id()),
            new Column<>("causeId", row -> cause(row, Cause::id)),
            new Column<>("batchId", TaskRow::batchId));

    private CsvColumns() {}

    private static @Nullable String name(TaskRow.@Nullable Named named) {
        return named == null ? null : named.name();
    }

    private static @Nullable Object cause(TaskRow row, Function<Cause, Object> member) {
        return row.cause() == null ? null : member.apply(row.cause());
    }
}
