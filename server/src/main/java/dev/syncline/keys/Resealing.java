package dev.syncline.keys;

import dev.syncline.background.Workers;
import dev.syncline.secret.KeyRing;
import dev.syncline.secret.SealedColumn;
import dev.syncline.secret.SecretBox;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals anew what an older key has sealed, row by row in small transactions, on one server at a time. It may be broken off at any point: what is
 * left to do can be seen by the values themselves.
 */
@Component
class Resealing {

    private static final Logger log = LoggerFactory.getLogger(Resealing.class);
    private static final int GROUP = 200;

    private final KeyRing keys;
    private final SecretBox box;
    private final SealedRows rows;
    private final List<SealedColumn> columns;
    private final TransactionTemplate transactions;
    private final Workers workers;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile byte[] doneFor = {};

    Resealing(KeyRing keys, SecretBox box, SealedRows rows, List<SealedColumn> columns, TransactionTemplate transactions, Workers workers) {
        this.keys = keys;
        this.box = box;
        this.rows = rows;
        this.columns = columns;
        this.transactions = transactions;
        this.workers = workers;
    }

    /** After the start once, and after each rotation; a server that has nothing left to do does not look again. */
    @Scheduled(fixedDelay = 2_000, initialDelay = 10_000)
    void look() {
        if (!Arrays.equals(doneFor, keys.primaryPrefix()) && underWay.compareAndSet(false, true)) {
            workers.submit(this::run);
        }
    }

    private void run() {
        try {
            byte[] prefix = keys.primaryPrefix();
            long sealed = 0;
            boolean all = true;
            for (SealedColumn column : columns) {
                long ofColumn = reseal(column, prefix);
                all &= ofColumn >= 0;
                sealed += Math.max(0, ofColumn);
            }
            if (sealed > 0) {
                log.info("{} secrets were sealed anew with the key of now", sealed);
            } else if (all) {
                doneFor = prefix;
            }
        } catch (RuntimeException e) {
            log.warn("Sealing anew was broken off and goes on later", e);
        } finally {
            underWay.set(false);
        }
    }

    /** How many; -1 when another server is at it. */
    private long reseal(SealedColumn column, byte[] prefix) {
        long sealed = 0;
        List<Object> after = List.of();
        while (true) {
            List<Object> from = after;
            Optional<List<SealedRows.Row>> group = transactions.execute(_ ->
                    rows.mine() ? Optional.of(reseal(column, rows.next(column, prefix, from, GROUP))) : Optional.empty());
            if (group.isEmpty()) {
                return -1;
            }
            List<SealedRows.Row> done = group.orElseThrow();
            sealed += done.size();
            if (done.size() < GROUP) {
                return sealed;
            }
            after = done.getLast().key();
        }
    }

    private List<SealedRows.Row> reseal(SealedColumn column, List<SealedRows.Row> group) {
        for (SealedRows.Row row : group) {
            try {
                rows.update(column, row, box.sealAgain(row.sealed(), row.context()));
            } catch (IllegalStateException e) {
                // Nobody can open it. It stays, and with it the key that may have sealed it.
                log.warn("A value in {}.{} cannot be sealed anew: {}", column.table(), column.column(), e.getMessage());
            }
        }
        return group;
    }
}
