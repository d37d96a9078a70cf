package dev.syncline.bulk;

import dev.syncline.application.Applications;
import dev.syncline.application.Targets;
import dev.syncline.bulk.CsvFile.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads an uploaded file into rows, group by group, each group in a transaction of its own. */
@Component
class ImportReading {

    private static final int GROUP = 1_000;

    private final BatchRepository batches;
    private final RowRepository rows;
    private final RowChecks checks;
    private final Applications applications;
    private final Targets targets;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ImportReading(BatchRepository batches, RowRepository rows, RowChecks checks, Applications applications, Targets targets,
            TransactionTemplate transactions, Clock clock) {
        this.batches = batches;
        this.rows = rows;
        this.checks = checks;
        this.applications = applications;
        this.targets = targets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Afterwards the batch is READY, or FAILED with a sentence. */
    void read(Batch batch, ImportOptions options, Path file, Lease lease) {
        try (CsvFile csv = CsvFile.open(file, options.delimiter())) {
            Columns columns = Columns.of(csv.header());
            Set<String> secret = targets.secretAttributes(applications.get(batch.applicationId()));
            List<Line> group = next(csv);
            while (!group.isEmpty()) {
                if (!keep(batch, options, columns, secret, group, lease)) {
                    return;
                }
                group = next(csv);
            }
            finish(batch);
        } catch (BadFile e) {
            batches.fail(batch.id(), lease.holder(), e.getMessage(), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> next(CsvFile csv) throws BadFile {
        List<Line> group = new ArrayList<>(GROUP);
        while (group.size() < GROUP) {
            Line line = csv.next();
            if (line == null) {
                break;
            }
            group.add(line);
        }
        return group;
    }

    /** False when the batch was cancelled or taken over meanwhile. */
    private boolean keep(Batch batch, ImportOptions options, Columns columns, Set<String> secret, List<Line> group, Lease lease) {
        return transactions.execute(_ -> {
            if (lease.stopping() || batches.hold(batch.id(), Batch.Status.READING, lease.holder(), lease.until()).isEmpty()) {
                return false;
            }
            List<Row> checked = checks.check(batch, options, columns, secret, group);
            rows.insert(checked);
            int bad = (int) checked.stream().filter(row -> row.status() == Row.Status.BAD).count();
            batches.count(batch.id(), checked.size(), bad, 0, 0);
            return true;
        });
    }

    private void finish(Batch batch) throws BadFile {
        if (batches.find(batch.id()).filter(read -> read.total() > 0).isEmpty()) {
            throw new BadFile("The file has no rows below its header.");
        }
        batches.ready(batch.id());
    }
}
