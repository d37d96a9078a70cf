package dev.syncline.reconciliation;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.application.Target;
import dev.syncline.application.TargetListing;
import dev.syncline.application.Targets;
import dev.syncline.background.Lease;
import dev.syncline.background.WorkGroups;
import dev.syncline.connector.ObjectType;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Works a run off. The reading begins anew where a server broke off: a target's list cannot be entered in the middle. The comparing, and
 * what is done about findings, go on where they stopped: each group is one transaction with the place it has come to.
 */
@Component
class ReconciliationSteps {

    private static final int COMPARE_AT_ONCE = 500;
    private static final int ACT_AT_ONCE = 200;

    private final ReconciliationRepository runs;
    private final Staging staging;
    private final ReconciliationFindingRepository findings;
    private final AccountMatching accountMatching;
    private final ObjectMatching objectMatching;
    private final AccountComparing comparing;
    private final FindingActs acts;
    private final Targets targets;
    private final TargetListing listing;
    private final Applications applications;
    private final WorkGroups groups;
    private final Lease lease;
    private final Clock clock;

    ReconciliationSteps(ReconciliationRepository runs, Staging staging, ReconciliationFindingRepository findings,
            AccountMatching accountMatching, ObjectMatching objectMatching, AccountComparing comparing, FindingActs acts, Targets targets,
            TargetListing listing, Applications applications, WorkGroups groups, Lease lease, Clock clock) {
        this.runs = runs;
        this.staging = staging;
        this.findings = findings;
        this.accountMatching = accountMatching;
        this.objectMatching = objectMatching;
        this.comparing = comparing;
        this.acts = acts;
        this.targets = targets;
        this.listing = listing;
        this.applications = applications;
        this.groups = groups;
        this.lease = lease;
        this.clock = clock;
    }

    /** Returns when it is done, cancelled, taken over, or the server is about to stop. */
    void toTheEnd(Run run) {
        if (run.status() == Run.Status.DONE) {
            act(run);
        } else if (run.phase() == Run.Phase.COMPARING || read(run)) {
            compare(run);
        }
    }

    /** False when there is nothing to go on with. */
    private boolean read(Run run) {
        Optional<Target> target = targets.resolve(run.applicationId());
        if (target.isEmpty()) {
            fail(run, "The application is gone, or its connector is not installed.", List.of());
            return false;
        }
        Evidence evidence = new Evidence(target.get());
        boolean begun = group(run, () -> {
            staging.forget(run.id());
            runs.beginReading(run.id());
            return true;
        }).orElse(false);
        Optional<String> failure = begun ? read(run, target.get(), evidence) : Optional.empty();
        if (failure.isPresent()) {
            fail(run, failure.get(), evidence.last());
            return false;
        }
        return begun && group(run, () -> {
            staging.count();
            runs.compare(run.id());
            return true;
        }).orElse(false);
    }

    private Optional<String> read(Run run, Target target, Evidence evidence) {
        for (ObjectType type : run.objects()) {
            Optional<String> failure = listing.objects(target, type, page -> group(run, () -> {
                runs.read(run.id(), 0, staging.objects(run.id(), type, page), evidence.requests());
                return true;
            }).isPresent(), evidence);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return listing.accounts(target, asked(run), page -> group(run, () -> {
            runs.read(run.id(), staging.accounts(run.id(), page), 0, evidence.requests());
            return true;
        }).isPresent(), evidence);
    }

    /** What the mapping gives, and what the rules look at. */
    private static Set<String> asked(Run run) {
        Set<String> asked = new HashSet<>(run.compared());
        run.rules().stream().filter(CorrelationRule::readsAttribute).map(CorrelationRule::attribute).forEach(asked::add);
        return asked;
    }

    private void compare(Run run) {
        Optional<Run> now = group(run, () -> runs.find(run.id()).orElseThrow());
        boolean matched = now.isPresent() && now.get().place() != null;
        if (now.isPresent() && !matched) {
            matched = group(run, () -> {
                accountMatching.match(run);
                objectMatching.match(run);
                runs.comparedTo(run.id(), new UUID(0, 0));
                return true;
            }).orElse(false);
        }
        Optional<UUID> place = matched ? now.map(Run::place).or(() -> Optional.of(new UUID(0, 0))) : Optional.empty();
        while (place.isPresent()) {
            UUID after = place.get();
            place = group(run, () -> compareAfter(run, after)).flatMap(next -> next);
        }
    }

    /** The place to go on after; empty at the end, when the run is done. */
    private Optional<UUID> compareAfter(Run run, UUID place) {
        List<Finding> page = findings.toCompare(run.id(), place, COMPARE_AT_ONCE);
        if (page.isEmpty()) {
            staging.carryOver(run.applicationId(), run.id());
            staging.forgetBefore(run.applicationId(), run.id(), clock.instant());
            runs.end(run.id(), Run.Status.DONE, null, null, clock.instant());
            return Optional.empty();
        }
        Application application = applications.get(run.applicationId());
        findings.compared(comparing.compare(application, page));
        runs.comparedTo(run.id(), page.getLast().id());
        return Optional.of(page.getLast().id());
    }

    private void act(Run run) {
        boolean more = true;
        while (more) {
            more = group(run, () -> actOnSome(runs.find(run.id()).orElseThrow())).orElse(false);
        }
    }

    /** False when nothing was left. */
    private boolean actOnSome(Run run) {
        Run.Acting acting = run.acting();
        if (acting == null) {
            return false;
        }
        Order order = acting.order();
        List<Finding> some = findings.lockAfter(run.id(), order, acting.place(), ACT_AT_ONCE);
        if (some.isEmpty()) {
            runs.endActing(run.id());
            return false;
        }
        Map<UUID, UUID> subjects = new HashMap<>();
        some.stream().filter(finding -> finding.subjectId() != null).forEach(finding -> subjects.put(finding.id(), finding.subjectId()));
        int done = (int) acts.act(run, some, subjects, order).stream().filter(became -> became.outcome() != null).count();
        runs.acted(run.id(), some.getLast().id(), done, some.size() - done);
        return true;
    }

    /** Nothing partial is kept that could be acted on. */
    private void fail(Run run, String failure, List<Evidence.Shown> evidence) {
        group(run, () -> {
            staging.forget(run.id());
            runs.end(run.id(), Run.Status.FAILED, failure, evidence, clock.instant());
            return true;
        });
    }

    private <T> Optional<T> group(Run run, Supplier<T> work) {
        return groups.inGroup(run.id(), () -> runs.hold(run.id(), lease.holder(), lease.until()).isPresent(), work);
    }
}
