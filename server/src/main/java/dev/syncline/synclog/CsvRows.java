package dev.syncline.synclog;

import dev.syncline.task.Cause;
import dev.syncline.web.Spreadsheet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows as CSV (RFC 4180): times in UTC, constants as the API names them, texts that no spreadsheet takes for formulas. */
final class CsvRows implements RowWriter {

    private record Column(String name, Function<TaskRow, Object> value) {}

    /** The order is promised to readers: new ones come last. docs/log.md describes them. */
    private static final List<Column> COLUMNS = List.of(
            new Column("id", TaskRow::id),
            new Column("opened", TaskRow::openedAt),
            new Column("status", TaskRow::status),
            new Column("application", row -> row.application().name()),
            new Column("objectType", TaskRow::objectType),
            new Column("object", row -> row.object().name()),
            new Column("user", row -> name(row.user())),
            new Column("action", TaskRow::action),
            new Column("source", TaskRow::source),
            new Column("failureKind", TaskRow::failureKind),
            new Column("failure", TaskRow::failureMessage),
            new Column("attempts", TaskRow::attempts),
            new Column("maxAttempts", TaskRow::maxAttempts),
            new Column("nextTry", TaskRow::dueAt),
            new Column("waitsBecause", TaskRow::waitReason),
            new Column("blockedBy", row -> row.blockedBy() == null ? null : row.blockedBy().id()),
            new Column("callbackUntil", TaskRow::callbackDueAt),
            new Column("settled", TaskRow::settledAt),
            new Column("settledBy", TaskRow::settledBy),
            new Column("settleReason", TaskRow::settleReason),
            new Column("note", TaskRow::note),
            new Column("initiatorKind", row -> row.initiator().kind()),
            new Column("initiator", row -> row.initiator().name()),
            new Column("causeType", row -> cause(row, Cause::type)),
            new Column("cause", row -> cause(row, Cause::name)),
            new Column("applicationId", row -> row.application().id()),
            new Column("objectId", row -> row.object().id()),
            new Column("userId", row -> row.user() == null ? null : row.user().id()),
            new Column("initiatorId", row -> row.initiator().id()),
            new Column("causeId", row -> cause(row, Cause::id)),
            new Column("batchId", TaskRow::batchId));

    private final CSVPrinter csv;

    CsvRows(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(Spreadsheet.BYTE_ORDER_MARK);
        csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord(COLUMNS.stream().map(Column::name));
    }

    @Override
    public void write(TaskRow row) throws IOException {
        csv.printRecord(COLUMNS.stream().map(column -> cell(column.value.apply(row))));
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    private static Object cell(Object value) {
        return value instanceof String text ? Spreadsheet.harmless(text) : value;
    }

    private static String name(TaskRow.Named named) {
        return named == null ? null : named.name();
    }

    private static Object cause(TaskRow row, Function<Cause, Object> member) {
        return row.cause() == null ? null : member.apply(row.cause());
    }
}
