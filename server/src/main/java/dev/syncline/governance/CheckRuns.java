package dev.syncline.governance;

import static dev.syncline.problem.ErrorCode.NOT_ALLOWED_IN_STATE;

import dev.syncline.background.Lease;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins, releases and cancels runs. What takes long goes on in the background after the answer. */
@Service
class CheckRuns {

    private final Checks checks;
    private final CheckRunRepository repository;
    private final FindingRepository findings;
    private final ListedRepository listed;
    private final NewRuns made;
    private final GovernanceWork work;
    private final Lease lease;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CheckRuns(Checks checks, CheckRunRepository repository, FindingRepository findings, ListedRepository listed, NewRuns made, GovernanceWork work,
            Lease lease, TransactionTemplate transactions, Clock clock) {
        this.checks = checks;
        this.repository = repository;
        this.findings = findings;
        this.listed = listed;
        this.made = made;
        this.work = work;
        this.lease = lease;
        this.transactions = transactions;
        this.clock = clock;
    }

    List<Run> page(Family family, UUID checkId, Run.Status status, UUID before, int limit) {
        return repository.page(family, checkId, status, before, limit);
    }

    Run get(Family family, UUID id) {
        return repository.find(family, id).orElseThrow(() -> ProblemException.notFound(family.run(), id));
    }

    Run start(Family family, UUID checkId, boolean dryRun, Actor actor) {
        Check check = checks.get(family, checkId);
        Run run = made.make(check, dryRun, actor).orElseThrow(() -> new ProblemException(NOT_ALLOWED_IN_STATE, "A " + family.run()
                + " of " + check.name() + " is under way already, or waits for a person. Wait for it, or release or cancel it."));
        work.work(run);
        return run;
    }

    /** A person has looked at what the safety stop held, and lets it go on. */
    Run release(Family family, UUID id) {
        transactions.executeWithoutResult(_ -> {
            Run run = locked(family, id);
            if (run.status() != Run.Status.HELD) {
                throw refused("Only a " + family.run() + " that the safety stop has held can be released; this one is " + run.status() + ".");
            }
            findings.mark(id, Finding.Status.HELD, Finding.Status.OPEN);
            repository.released(id, lease.holder(), lease.until());
        });
        Run run = get(family, id);
        work.work(run);
        return run;
    }

    /** Nothing further is done. What it has found stays, and tasks that were opened are cancelled in the log, if at all. */
    Run cancel(Family family, UUID id) {
        transactions.executeWithoutResult(_ -> {
            Run run = locked(family, id);
            if (run.endedAt() != null) {
                throw refused("The " + family.run() + " has ended already.");
            }
            findings.mark(id, Finding.Status.HELD, Finding.Status.OPEN);
            listed.forget(id);
            repository.end(id, Run.Status.CANCELLED, null, clock.instant());
        });
        return get(family, id);
    }

    private Run locked(Family family, UUID id) {
        return repository.lock(id).filter(run -> run.family() == family).orElseThrow(() -> ProblemException.notFound(family.run(), id));
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(NOT_ALLOWED_IN_STATE, sentence);
    }
}
