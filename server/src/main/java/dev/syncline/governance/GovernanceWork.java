package dev.syncline.governance;

import dev.syncline.background.Lease;
import dev.syncline.background.LeasedWork;
import dev.syncline.background.Workers;
import dev.syncline.modules.Module;
import dev.syncline.modules.Modules;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Works on runs beside the requests, begins those whose time has come, and rests while its module is off. */
@Component
class GovernanceWork implements LeasedWork {

    private static final Logger log = LoggerFactory.getLogger(GovernanceWork.class);
    private static final Duration DRY_RUNS_KEPT = Duration.ofDays(30);

    private final CheckRunRepository runs;
    private final CheckRunWork work;
    private final DueChecks due;
    private final Modules modules;
    private final Workers workers;
    private final Lease lease;
    private final Clock clock;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    GovernanceWork(CheckRunRepository runs, CheckRunWork work, DueChecks due, Modules modules, Workers workers, Lease lease, Clock clock) {
        this.runs = runs;
        this.work = work;
        this.due = due;
        this.modules = modules;
        this.workers = workers;
        this.lease = lease;
        this.clock = clock;
    }

    /** Goes on with a run that this server holds. */
    void work(Run run) {
        underWay.add(run.id());
        workers.submit(run.id(), () -> {
            try {
                guarded(run);
            } finally {
                underWay.remove(run.id());
            }
        });
    }

    private void guarded(Run run) {
        try {
            work.toTheEnd(run);
            if (!modules.isOn(Module.IDENTITY_GOVERNANCE)) {
                // It goes on where it stopped once the module is on again.
                runs.giveBackOne(run.id(), clock.instant());
            }
        } catch (RuntimeException e) {
            if (!lease.stopping()) {
                log.error("{} ended early.", run, e);
                runs.fail(run.id(), lease.holder(),
                        "Something went wrong on our side; what was dealt with before stays. The server's log has the details.", clock.instant());
            }
        }
    }

    @Override
    public void takeOver() {
        if (!underWay.isEmpty()) {
            // While a target takes its time.
            runs.renew(underWay, lease.holder(), lease.until());
        }
        if (modules.isOn(Module.IDENTITY_GOVERNANCE)) {
            due.begin().forEach(this::work);
            runs.takeOver(lease.holder(), clock.instant(), lease.until()).forEach(this::work);
        }
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT7M")
    void forgetDryRuns() {
        runs.forgetDryRuns(clock.instant().minus(DRY_RUNS_KEPT));
    }

    @Override
    public void giveBack() {
        runs.giveBack(lease.holder(), clock.instant());
    }
}
