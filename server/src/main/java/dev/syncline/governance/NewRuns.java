package dev.syncline.governance;

import dev.syncline.background.Lease;
import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes runs, held by this server. */
@Component
class NewRuns {

    private final CheckRunRepository runs;
    private final Lease lease;
    private final Ids ids;
    private final Clock clock;

    NewRuns(CheckRunRepository runs, Lease lease, Ids ids, Clock clock) {
        this.runs = runs;
        this.lease = lease;
        this.ids = ids;
        this.clock = clock;
    }

    /** Empty when another run of the check is under way, or held. A dry run is never in the way. */
    Optional<Run> make(Check check, boolean dryRun, Actor actor) {
        Run run = new Run(ids.next(), check.id(), check.family(), check.name(), check.applicationId(), check.definition(), check.remedy(),
                check.limits(), dryRun, Run.Status.RUNNING, check.definition().readsTarget() ? Run.Phase.READING : Run.Phase.FINDING, "",
                0, 0, 0, 0, 0, 0, 0, 0, null, null, actor, clock.instant(), null);
        return runs.insert(run, lease.holder(), lease.until()) ? Optional.of(run) : Optional.empty();
    }
}
