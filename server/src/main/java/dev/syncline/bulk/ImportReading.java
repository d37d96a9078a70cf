package dev.syncline.bulk;

import dev.syncline.application.Applications;
import dev.syncline.application.Targets;
import dev.syncline.background.Lease;
import dev.syncline.bulk.CsvFile.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reads an uploaded file into rows, group by group, each group in a transaction of its own. */
@Component
class ImportReading {

    private static final int GROUP = 1_000;

    private final BatchRepository batches;
    private final RowRepository rows;
    private final RowChecks checks;
    private final UserRowChecks userChecks;
    private final Applications applications;
    private final Targets targets;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Clock clock;

    ImportReading(BatchRepository batches, RowRepository rows, RowChecks checks, UserRowChecks userChecks, Applications applications,
            Targets targets, TransactionTemplate transactions, JsonMapper json, Clock clock) {
        this.batches = batches;
        this.rows = rows;
        this.checks = checks;
        this.userChecks = userChecks;
        this.applications = applications;
        this.targets = targets;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** Afterwards the batch is READY, or FAILED with a sentence. */
    void read(Batch batch, @Nullable String delimiter, Path file, Lease lease) {
        try (CsvFile csv = CsvFile.open(file, delimiter)) {
            LineReader reader = reader(batch, csv.header());
            List<Line> group = next(csv);
            while (!group.isEmpty()) {
                if (!keep(batch, reader, group, lease)) {
                    return;
                }
                group = next(csv);
            }
            finish(batch, lease);
        } catch (BadFile e) {
            batches.fail(batch.id(), lease.holder(), e.getMessage(), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LineReader reader(Batch batch, List<String> header) throws BadFile {
        return switch (batch.kind()) {
            case IMPORT -> {
                ImportOptions options = json.readValue(batch.options(), ImportOptions.class);
                Columns columns = Columns.of(header, Columns.Sheet.ACCOUNTS);
                Set<String> secret = targets.secretAttributes(applications.get(batch.applicationId()));
                yield lines -> checks.check(batch, options, columns, secret, lines);
            }
            case USERS -> {
                Columns columns = Columns.of(header, Columns.Sheet.USERS);
                yield lines -> userChecks.check(batch, columns, lines);
            }
            case PROVISIONING -> throw new IllegalStateException("Batch provisioning reads no file.");
        };
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
    private boolean keep(Batch batch, LineReader reader, List<Line> group, Lease lease) {
        return transactions.execute(_ -> {
            if (lease.stopping() || batches.hold(batch.id(), Batch.Status.READING, lease.holder(), lease.until()).isEmpty()) {
                return false;
            }
            List<Row> checked = reader.rows(group);
            rows.insert(checked);
            int bad = (int) checked.stream().filter(row -> row.status() == Row.Status.BAD).count();
            batches.count(batch.id(), checked.size(), bad, 0, 0);
            return true;
        });
    }

    private void finish(Batch batch, Lease lease) throws BadFile {
        if (batches.find(batch.id()).filter(read -> read.total() > 0).isEmpty()) {
            throw new BadFile("The file has no rows below its header.");
        }
        transactions.executeWithoutResult(_ -> {
            if (batches.hold(batch.id(), Batch.Status.READING, lease.holder(), lease.until()).isPresent()) {
                if (batch.kind() == Batch.Kind.USERS) {
                    batches.count(batch.id(), 0, userChecks.refuseUnknownManagers(batch), 0, 0);
                }
                batches.ready(batch.id());
            }
        });
    }
}
