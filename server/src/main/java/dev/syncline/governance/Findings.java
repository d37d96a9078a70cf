package dev.syncline.governance;

import static dev.syncline.problem.ErrorCode.NOT_ALLOWED_IN_STATE;

import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlements;
import dev.syncline.governance.Decision.Kind;
import dev.syncline.governance.FindingRepository.Became;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows findings, and takes what reviewers decide about them. */
@Service
class Findings {

    private static final int MAX_REASON = 2_000;
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private final FindingRepository repository;
    private final CheckRunRepository runs;
    private final Remediation remediation;
    private final Entitlements entitlements;
    private final Clock clock;

    Findings(FindingRepository repository, CheckRunRepository runs, Remediation remediation, Entitlements entitlements, Clock clock) {
        this.repository = repository;
        this.runs = runs;
        this.remediation = remediation;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    List<Finding> page(FindingFilter filter, @Nullable UUID before, int limit) {
        return repository.page(filter, before, limit);
    }

    List<Finding> ofRun(UUID runId, Set<Finding.Status> statuses, @Nullable UUID after, int limit) {
        return repository.ofRun(runId, statuses, after, limit);
    }

    Finding get(UUID id) {
        return repository.find(id).orElseThrow(() -> ProblemException.notFound("finding", id));
    }

    @Transactional
    public Finding decide(UUID id, Decision decision, Actor actor) {
        check(decision);
        Finding finding = repository.lock(id).orElseThrow(() -> ProblemException.notFound("finding", id));
        switch (finding.status()) {
            case OPEN, HELD, PASSED, ACTED -> {}
            case ADOPTED, RESOLVED -> throw refused("The finding has ended; there is nothing left to decide.");
            case DRY -> throw refused("This was found by a dry run. Run it for real, then decide.");
        }
        switch (decision.decision()) {
            case PASS -> pass(finding, decision, actor);
            case REMEDIATE -> remedy(finding, decision, actor);
        }
        return get(id);
    }

    /** What nothing justifies is justified by the exception from now on; the others pass by the finding itself. */
    private void pass(Finding finding, Decision decision, Actor actor) {
        if (finding.status() == Finding.Status.ACTED) {
            throw refused("Something was done about it already; see its tasks in the synchronization log.");
        }
        repository.decided(finding.id(), actor.name(), decision.reason().strip(), decision.until(), clock.instant());
        switch (finding.kind()) {
            case UNJUSTIFIED_PERMISSION, UNJUSTIFIED_ACCOUNT -> entitlements.grant(List.of(new Entitlement(finding.userId(),
                    finding.applicationId(),
                    finding.kind() == Found.Kind.UNJUSTIFIED_PERMISSION ? BindingRows.part(finding.key(), 1) : null,
                    Entitlement.Reason.EXCEPTION, finding.id(), null, decision.until())));
            case DORMANT, NOT_KNOWN_HERE, WITHOUT_USER, DUPLICATE, SEPARATION_OF_DUTIES, FORBIDDEN_GRANT -> {}
        }
    }

    private void remedy(Finding finding, Decision decision, Actor actor) {
        Run run = runs.find(finding.family(), finding.lastRunId()).orElseThrow();
        fits(finding, decision.action());
        if (finding.status() == Finding.Status.PASSED) {
            entitlements.revoke(entitlements.because(finding.id(), 10));
        }
        repository.decided(finding.id(), actor.name(), decision.reason().strip(), null, clock.instant());
        Became became = remediation.act(run, List.of(finding), new Remediation.Order(decision.action(),
                decision.side() == null ? CheckRunWork.side(run.definition()) : decision.side(), actor, null)).getFirst();
        if (became.status() == Finding.Status.OPEN) {
            throw refused(became.message());
        }
        repository.became(List.of(became), clock.instant());
        repository.noLongerPending(finding.lastRunId(), List.of(finding.id()));
    }

    private static void fits(Finding finding, Remedy remedy) {
        boolean unbinds = switch (finding.kind()) {
            case DORMANT, NOT_KNOWN_HERE, WITHOUT_USER, DUPLICATE, UNJUSTIFIED_ACCOUNT -> false;
            case SEPARATION_OF_DUTIES, FORBIDDEN_GRANT, UNJUSTIFIED_PERMISSION -> true;
        };
        if (remedy == Remedy.UNBIND && !unbinds) {
            throw ProblemException.invalid("action", "It is about a whole account: DISABLE or DELETE it.");
        }
        if (remedy != Remedy.UNBIND && finding.kind() == Found.Kind.UNJUSTIFIED_PERMISSION) {
            throw ProblemException.invalid("action", "It is about one permission of an account: UNBIND it.");
        }
    }

    private void check(Decision decision) {
        if (decision.decision() == null) {
            throw ProblemException.invalid("decision", "Decide: REMEDIATE, or PASS.");
        }
        if (decision.reason() == null || decision.reason().isBlank() || decision.reason().length() > MAX_REASON
                || decision.reason().indexOf('\0') >= 0) {
            throw ProblemException.invalid("reason", "Give a reason of at most " + MAX_REASON + " characters, none of them NUL.");
        }
        if (decision.decision() == Kind.REMEDIATE && (decision.action() == null || !decision.action().acts())) {
            throw ProblemException.invalid("action", "Say what is done: UNBIND, DISABLE or DELETE.");
        }
        Instant now = clock.instant();
        if (decision.decision() == Kind.PASS
                && (decision.until() == null || !decision.until().isAfter(now) || decision.until().isAfter(now.plus(LONGEST)))) {
            throw ProblemException.invalid("until", "Say until when it may pass: a time to come, at most ten years ahead.");
        }
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(NOT_ALLOWED_IN_STATE, sentence);
    }
}
