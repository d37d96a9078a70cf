package dev.syncline.bulk;

import static dev.syncline.web.Spreadsheet.harmless;

import dev.syncline.web.Spreadsheet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** Writes what became of each row as CSV, a page at a time. */
@Component
class ResultFile {

    private static final int PAGE = 1_000;

    private final Rows rows;

    ResultFile(Rows rows) {
        this.rows = rows;
    }

    void write(UUID batchId, OutputStream out) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(Spreadsheet.BYTE_ORDER_MARK);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord("line", "userName", "result", "message", "task", "taskStatus", "failureKind", "failureMessage");
        List<RowView> page = rows.page(batchId, null, 0, PAGE);
        while (!page.isEmpty()) {
            for (RowView row : page) {
                write(csv, row);
            }
            page = rows.page(batchId, null, page.getLast().number(), PAGE);
        }
        csv.flush();
    }

    private static void write(CSVPrinter csv, RowView row) throws IOException {
        RowView.TaskView task = row.task();
        csv.printRecord(
                row.number(),
                harmless(row.subject()),
                row.status(),
                harmless(row.message()),
                task == null ? null : task.id(),
                task == null ? null : task.status(),
                task == null ? null : task.failureKind(),
                task == null ? null : harmless(task.failureMessage()));
    }
}
