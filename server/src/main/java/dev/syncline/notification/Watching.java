package dev.syncline.notification;

import dev.syncline.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds what is so now. Changes nothing. */
@Component
class Watching {

    private final FailureShareQuery failures;
    private final BacklogQuery backlog;
    private final ActivityQuery activity;
    private final HeldQuery held;
    private final HeldRunsQuery runs;
    private final Quotations quotations;
    private final Clock clock;

    Watching(FailureShareQuery failures, BacklogQuery backlog, ActivityQuery activity, HeldQuery held, HeldRunsQuery runs, Quotations quotations,
            Clock clock) {
        this.failures = failures;
        this.backlog = backlog;
        this.activity = activity;
        this.held = held;
        this.runs = runs;
        this.quotations = quotations;
        this.clock = clock;
    }

    /** @throws ProblemException TOOK_TOO_LONG */
    List<Finding> look(Condition condition, Scope scope) {
        Instant now = clock.instant();
        return quotations.withoutPersonal(switch (condition) {
            case Condition.FailureShare share -> failures.find(share, scope, now);
            case Condition.BacklogAge age -> backlog.find(age, scope, now);
            case Condition.NoActivity silence -> activity.find(silence, scope, now);
            case Condition.Held waiting -> held.find(waiting, scope, now);
            case Condition.RunHeld _ -> runs.find();
        });
    }
}
