package dev.syncline.background;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does one group of something that is worked off in groups, in a transaction of its own. Another's lock or a lost race is no reason to give up. */
@Component
public class WorkGroups {

    private static final Logger log = LoggerFactory.getLogger(WorkGroups.class);
    private static final int TRIES = 5;

    private final Lease lease;
    private final TransactionTemplate transactions;

    WorkGroups(Lease lease, TransactionTemplate transactions) {
        this.lease = lease;
        this.transactions = transactions;
    }

    /**
     * @param what the whole that the group is a part of, for the server's log
     * @param ours renews the lease in the transaction, and says whether it is still this server's to work on
     * @return empty when it is not, or the server is about to stop
     */
    public <T> Optional<T> inGroup(Object what, BooleanSupplier ours, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.execute(_ -> !lease.stopping() && ours.getAsBoolean() ? Optional.of(work.get()) : Optional.<T>empty());
            } catch (TransientDataAccessException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                log.info("A group of {} is tried again: {}", what, e.getMessage());
            }
        }
    }
}
