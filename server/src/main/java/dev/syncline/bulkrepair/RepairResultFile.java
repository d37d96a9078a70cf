package dev.syncline.bulkrepair;

import static dev.syncline.web.Spreadsheet.harmless;

import dev.syncline.bulkrepair.ItemView.TaskNow;
import dev.syncline.web.Spreadsheet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what became of each task as CSV, a page at a time. */
@Component
class RepairResultFile {

    private static final int PAGE = 1_000;

    private final RepairViews views;

    RepairResultFile(RepairViews views) {
        this.views = views;
    }

    void write(UUID repair, OutputStream out) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(Spreadsheet.BYTE_ORDER_MARK);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord("number", "task", "application", "object", "user", "action", "result", "message", "at", "taskStatus", "failureKind",
                "failureMessage");
        List<ItemView> page = views.items(repair, null, 0, PAGE);
        while (!page.isEmpty()) {
            for (ItemView item : page) {
                write(csv, item, item.task());
            }
            page = views.items(repair, null, page.getLast().number(), PAGE);
        }
        csv.flush();
    }

    private static void write(CSVPrinter csv, ItemView item, @Nullable TaskNow task) throws IOException {
        if (task == null) {
            csv.printRecord(item.number(), item.taskId(), null, null, null, null, item.result(), harmless(item.message()), item.at(), null, null,
                    null);
        } else {
            csv.printRecord(item.number(), item.taskId(), harmless(task.applicationName()), harmless(task.objectName()),
                    harmless(task.userName()), task.action(), item.result(), harmless(item.message()), item.at(), task.status(),
                    task.failureKind(), harmless(task.failureMessage()));
        }
    }
}
