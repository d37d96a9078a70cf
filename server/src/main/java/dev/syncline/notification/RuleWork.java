package dev.syncline.notification;

import dev.syncline.background.Lease;
import dev.syncline.background.LeasedWork;
import dev.syncline.background.Workers;
import dev.syncline.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks, rule by rule, beside the requests. A server that dies between finding and concluding loses that one look: nothing was told, and
 * the next look finds the same.
 */
@Component
class RuleWork implements LeasedWork {

    static final Duration EVERY = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(RuleWork.class);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int AT_ONCE = 20;

    private final RuleRepository rules;
    private final AlertRepository alerts;
    private final Watching watching;
    private final Look look;
    private final Workers workers;
    private final Lease lease;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();

    RuleWork(RuleRepository rules, AlertRepository alerts, Watching watching, Look look, Workers workers, Lease lease, Clock clock) {
        this.rules = rules;
        this.alerts = alerts;
        this.watching = watching;
        this.look = look;
        this.workers = workers;
        this.lease = lease;
        this.clock = clock;
    }

    @Override
    public void takeOver() {
        workers.submit(this::lookAtWhatIsDue);
    }

    /** One rule after the other, so that looking never takes more than one connection. */
    void lookAtWhatIsDue() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            Instant now = clock.instant();
            List<Rule> due = rules.claimDue(now, now.plus(EVERY), AT_ONCE);
            due.stream().takeWhile(_ -> !lease.stopping()).forEach(this::lookAt);
        } catch (RuntimeException e) {
            log.warn("Looking for rules whose time has come failed, trying again: {}", e.getMessage());
        } finally {
            looking.set(false);
        }
    }

    private void lookAt(Rule rule) {
        try {
            look.conclude(rule, watching.look(rule.condition(), new Scope(rule.applicationIds())));
        } catch (ProblemException e) {
            rules.looked(rule.id(), clock.instant(), e.getMessage());
        } catch (RuntimeException e) {
            log.error("Looking for the rule {} failed.", rule.name(), e);
            rules.looked(rule.id(), clock.instant(), "Something went wrong on our side; it is tried again. The server's log has the details.");
        }
    }

    @Override
    public void giveBack() {
        // A look is over in seconds, and one that is lost is made up for by the next.
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT9M")
    void forget() {
        alerts.forget(clock.instant().minus(KEPT));
    }
}
