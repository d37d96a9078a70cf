package dev.syncline.integrity;

import dev.syncline.background.Lease;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals what has settled, some seconds later and one batch after the other, resting in between as long as it worked. */
@Component
class SealWorker {

    private static final Logger log = LoggerFactory.getLogger(SealWorker.class);

    private final Sealing sealing;
    private final Lease lease;

    SealWorker(Sealing sealing, Lease lease) {
        this.sealing = sealing;
        this.lease = lease;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT20S")
    void seal() {
        try {
            boolean more = true;
            while (more && !lease.stopping()) {
                long began = System.nanoTime();
                more = sealing.next();
                Thread.sleep(Duration.ofNanos(System.nanoTime() - began));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException e) {
            log.warn("Sealing failed, trying again: {}", e.getMessage());
        }
    }
}
