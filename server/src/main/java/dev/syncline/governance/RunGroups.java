package dev.syncline.governance;

import dev.syncline.background.Lease;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does one group of a run in a transaction of its own. Another's lock or a lost race is no reason to give up. */
@Component
class RunGroups {

    private static final Logger log = LoggerFactory.getLogger(RunGroups.class);
    private static final int TRIES = 5;

    private final Lease lease;
    private final TransactionTemplate transactions;

    RunGroups(Lease lease, TransactionTemplate transactions) {
        this.lease = lease;
        this.transactions = transactions;
    }

    /**
     * @param ours renews the lease in the transaction, and says whether the run is still this server's to work on
     * @return empty when it is not, or the server is about to stop
     */
    <T> Optional<T> inGroup(Run run, BooleanSupplier ours, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.execute(_ -> !lease.stopping() && ours.getAsBoolean() ? Optional.of(work.get()) : Optional.<T>empty());
            } catch (TransientDataAccessException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                log.info("A group of {} is tried again: {}", run, e.getMessage());
            }
        }
    }
}
