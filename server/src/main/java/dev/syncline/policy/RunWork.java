package dev.syncline.policy;

import dev.syncline.background.Lease;
import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.identity.UserFilter;
import dev.syncline.identity.Users;
import dev.syncline.policy.Evaluator.Assignment;
import dev.syncline.policy.PolicyRun.Status;
import dev.syncline.task.Priority;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works a run off, set by set: what a set changes, its tasks, and how far the run has come are one transaction. */
@Component
class RunWork {

    private static final Logger log = LoggerFactory.getLogger(RunWork.class);
    private static final int SET = 500;
    private static final int TRIES = 5;
    private static final int RENEW_SECONDS = 20;
    /** Appendix A of PostgreSQL's documentation; Spring has no exception of its own for it. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final RunRepository runs;
    private final Users users;
    private final Evaluator evaluator;
    private final Lease lease;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(1, true);

    RunWork(RunRepository runs, Users users, Evaluator evaluator, Lease lease, TransactionTemplate transactions, Clock clock) {
        this.runs = runs;
        this.users = users;
        this.evaluator = evaluator;
        this.lease = lease;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns when it is done, was cancelled or taken over, or the server is about to stop. */
    void toTheEnd(PolicyRun run) {
        try {
            if (waitForTheOthers(run)) {
                while (inTransaction(run)) {}
            }
        } catch (RuntimeException e) {
            if (!lease.stopping()) {
                log.error("The run {} of the policy {} ended early.", run.id(), run.policyId(), e);
                runs.end(run.id(), Status.FAILED, "Something went wrong on our side; the users dealt with before keep what they got. "
                        + "The server's log has the details. Run the policy again.", clock.instant());
            }
        }
    }

    /**
     * A user who is being created right now may be evaluated by the policy as it was, and cannot be seen yet. Once everything that is
     * under way has ended, nobody can slip through. False when the run is no longer ours.
     */
    private boolean waitForTheOthers(PolicyRun run) {
        long horizon = runs.horizon();
        while (!runs.isPast(horizon)) {
            if (!pause(run)) {
                return false;
            }
        }
        return true;
    }

    /** False when there is no more to do. A lost race is no reason to give up, and who changes users at the moment goes first. */
    private boolean inTransaction(PolicyRun run) {
        for (int attempt = 1; ; attempt++) {
            try {
                return inTurn(run);
            } catch (TransientDataAccessException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                log.info("A set of the run {} is tried again: {}", run.id(), e.getMessage());
            } catch (UncategorizedSQLException e) {
                SQLException cause = e.getSQLException();
                if (cause == null || !LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
                    throw e;
                }
                attempt = 0;
                if (!pause(run)) {
                    return false;
                }
            }
        }
    }

    /** Several runs of one server would only wait for each other's users. */
    private boolean inTurn(PolicyRun run) {
        try {
            while (!turns.tryAcquire(RENEW_SECONDS, TimeUnit.SECONDS)) {
                if (!isStillOurs(run)) {
                    return false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return Boolean.TRUE.equals(transactions.execute(_ -> set(run)));
        } finally {
            turns.release();
        }
    }

    private boolean isStillOurs(PolicyRun run) {
        return !lease.stopping() && runs.hold(run.id(), lease.holder(), lease.until()).isPresent();
    }

    /** False when the run is no longer ours, or the server is about to stop. */
    private boolean pause(PolicyRun run) {
        if (!isStillOurs(run)) {
            return false;
        }
        try {
            Thread.sleep(LOOK_AGAIN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean set(PolicyRun begun) {
        Optional<PolicyRun> held = lease.stopping() ? Optional.empty() : runs.hold(begun.id(), lease.holder(), lease.until());
        if (held.isEmpty()) {
            return false;
        }
        PolicyRun run = held.get();
        List<User> page = users.page(new UserFilter(null, null, User.Status.ENABLED), run.afterUserName(), SET);
        if (page.isEmpty()) {
            runs.end(run.id(), Status.DONE, null, clock.instant());
            return false;
        }
        runs.yieldToOthers();
        List<User> locked = users.lock(page.stream().map(User::id).toList());
        Outcome outcome = evaluator.evaluate(locked,
                new Assignment(Set.of(), Set.of(run.policyId()), Act.by(run.initiator()), Priority.BULK));
        runs.moveOn(run.id(), page.getLast().userName().toLowerCase(Locale.ROOT), page.size(), outcome);
        return true;
    }
}
