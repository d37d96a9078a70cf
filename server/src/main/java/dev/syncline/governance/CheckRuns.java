package dev.syncline.governance;

import static dev.syncline.problem.ErrorCode.NOT_ALLOWED_IN_STATE;

import dev.syncline.background.Lease;
import dev.syncline.foureyes.FourEyes;
import dev.syncline.foureyes.Kind;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final FourEyes fourEyes;
    private final Lease lease;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CheckRuns(Checks checks, CheckRunRepository repository, FindingRepository findings, ListedRepository listed, NewRuns made, GovernanceWork work,
            FourEyes fourEyes, Lease lease, TransactionTemplate transactions, Clock clock) {
        this.checks = checks;
        this.repository = repository;
        this.findings = findings;
        this.listed = listed;
        this.made = made;
        this.work = work;
        this.fourEyes = fourEyes;
        this.lease = lease;
        this.transactions = transactions;
        this.clock = clock;
    }

    List<Run> page(Family family, UUID checkId, Run.Status status, @Nullable UUID before, int limit) {
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

    /** A person has looked at what the safety stop held, and lets it go on; where that needs a second person, it stays held until that one agrees. */
    Run release(Family family, UUID id, Actor by) {
        boolean released = Boolean.TRUE.equals(transactions.execute(_ -> {
            Run run = held(family, id);
            if (fourEyes.needsForRelease(run.applicationId())) {
                Scope touched = run.applicationId() == null ? Scope.ALL : Scope.of(Set.of(run.applicationId()));
                fourEyes.propose(Kind.RELEASE_HELD, id, run.name(), touched, "{\"family\":\"" + family + "\"}", null, by);
                return false;
            }
            letGo(run);
            return true;
        }));
        Run run = get(family, id);
        if (released) {
            work.work(run);
        }
        return run;
    }

    /** A second person has agreed, in whose transaction this is. */
    void release(Family family, UUID id) {
        letGo(held(family, id));
    }

    void work(Family family, UUID id) {
        work.work(get(family, id));
    }

    private Run held(Family family, UUID id) {
        Run run = locked(family, id);
        if (run.status() != Run.Status.HELD) {
            throw refused("Only a " + family.run() + " that the safety stop has held can be released; this one is " + run.status() + ".");
        }
        return run;
    }

    private void letGo(Run run) {
        findings.mark(run.id(), Finding.Status.HELD, Finding.Status.OPEN);
        repository.released(run.id(), lease.holder(), lease.until());
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
