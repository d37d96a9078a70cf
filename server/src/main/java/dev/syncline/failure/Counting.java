package dev.syncline.failure;

import dev.syncline.journal.Actor;
import dev.syncline.task.EarlierFailures;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds new failures to their groups, on every server, each taking what no other has taken. */
@Component
class Counting {

    private static final Logger log = LoggerFactory.getLogger(Counting.class);
    private static final int AT_ONCE = 1_000;

    private final UncountedRepository uncounted;
    private final EarlierFailures earlier;
    private final TransactionTemplate transaction;
    private boolean earlierDone;

    Counting(UncountedRepository uncounted, EarlierFailures earlier, TransactionTemplate transaction) {
        this.uncounted = uncounted;
        this.earlier = earlier;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
    void count() {
        try {
            while (!earlierDone) {
                earlierDone = earlier.group() == 0;
            }
            while (Boolean.TRUE.equals(transaction.execute(_ -> countSome()))) {
                log.debug("There may be more failures to count");
            }
        } catch (RuntimeException e) {
            log.warn("Counting failures failed, trying again: {}", e.getMessage());
        }
    }

    private boolean countSome() {
        List<UUID> groups = uncounted.count(AT_ONCE);
        if (!groups.isEmpty()) {
            uncounted.tellWhatCameBack(groups, Actor.SYSTEM.name());
        }
        return !groups.isEmpty();
    }
}
