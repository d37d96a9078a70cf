package dev.syncline.request;

import dev.syncline.request.AccessRequest.Status;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks others when those who were asked have not decided in time. The times are in the database: what a stop delayed is done at the next start. */
@Service
class Escalation {

    private static final Logger log = LoggerFactory.getLogger(Escalation.class);
    private static final int AT_ONCE = 100;

    private final RequestRepository requests;
    private final StepRepository steps;
    private final Asking asking;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Escalation(RequestRepository requests, StepRepository steps, Asking asking, TransactionTemplate transaction, Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.asking = asking;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT3S")
    void look() {
        try {
            List<UUID> overdue = steps.overdue(clock.instant(), AT_ONCE);
            if (!overdue.isEmpty()) {
                transaction.executeWithoutResult(_ -> escalate(overdue));
            }
        } catch (RuntimeException e) {
            log.warn("Looking for approvals that take too long failed, trying again: {}", e.getMessage());
        }
    }

    /** What another server did, or somebody decided, while this one waited for the lock is seen here. */
    private void escalate(List<UUID> overdue) {
        for (AccessRequest request : requests.lockFree(overdue)) {
            steps.open(request.id())
                    .filter(step -> request.status() == Status.WAITING)
                    .filter(step -> step.escalatesAt() != null && !step.escalatesAt().isAfter(clock.instant()))
                    .ifPresent(step -> asking.escalate(request, step));
        }
    }
}
