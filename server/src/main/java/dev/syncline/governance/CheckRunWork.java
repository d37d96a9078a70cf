package dev.syncline.governance;

import dev.syncline.background.Lease;
import dev.syncline.background.WorkGroups;
import dev.syncline.governance.FindingRepository.Became;
import dev.syncline.governance.FindingRepository.Kept;
import dev.syncline.modules.Module;
import dev.syncline.modules.Modules;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works a run off: what a group finds or changes, its tasks and the counts are one transaction, so it goes on where it stopped. */
@Component
class CheckRunWork {

    private static final int FIND_AT_ONCE = 500;
    private static final int ACT_AT_ONCE = 200;

    private final CheckRunRepository runs;
    private final FindingRepository findings;
    private final ListedRepository listed;
    private final TargetReading reading;
    private final Adoption adoption;
    private final Detectors detectors;
    private final Remediation remediation;
    private final Modules modules;
    private final WorkGroups groups;
    private final Lease lease;
    private final Clock clock;

    CheckRunWork(CheckRunRepository runs, FindingRepository findings, ListedRepository listed, TargetReading reading, Adoption adoption,
            Detectors detectors, Remediation remediation, Modules modules, WorkGroups groups, Lease lease, Clock clock) {
        this.runs = runs;
        this.findings = findings;
        this.listed = listed;
        this.reading = reading;
        this.adoption = adoption;
        this.detectors = detectors;
        this.remediation = remediation;
        this.modules = modules;
        this.groups = groups;
        this.lease = lease;
        this.clock = clock;
    }

    /** Returns when it is done, held, cancelled, taken over, its module was switched off, or the server is about to stop. */
    void toTheEnd(Run run) {
        switch (run.phase()) {
            case READING -> {
                if (read(run)) {
                    find(run);
                }
            }
            case FINDING -> find(run);
            case ACTING -> act(run);
        }
    }

    /** False when there is nothing to go on with. */
    private boolean read(Run run) {
        Optional<String> failure = reading.read(run, () -> isOurs(run));
        if (failure.isPresent()) {
            group(run, () -> {
                end(run, Run.Status.FAILED, failure.get());
                return true;
            });
            return false;
        }
        boolean more = group(run, () -> {
            listed.match(run.id(), run.applicationId());
            return true;
        }).orElse(false);
        while (more) {
            more = group(run, () -> reading.keepSignIns(run)).orElse(false);
        }
        return group(run, () -> {
            runs.phase(run.id(), Run.Phase.FINDING);
            return true;
        }).orElse(false);
    }

    private void find(Run run) {
        String place = run.place();
        while (place != null) {
            String after = place;
            place = group(run, () -> Optional.ofNullable(findAfter(run, after))).flatMap(next -> next).orElse(null);
        }
        if (!run.dryRun()) {
            act(run);
        }
    }

    /** The place to go on after; null at the end, when it has been decided how the run goes on. */
    private @Nullable String findAfter(Run run, String place) {
        Detector.Page page = detectors.of(run.definition()).after(run, place, FIND_AT_ONCE);
        Map<String, Found> adopted = run.dryRun() ? Map.of() : adoption.adopt(run, page.found());
        List<Found> found = page.found().stream().filter(one -> !adopted.containsKey(one.key())).toList();
        Kept kept = findings.keep(run, found, run.remedy().acts(), clock.instant());
        keepAdopted(run, List.copyOf(adopted.values()));
        runs.found(run.id(), page.next() == null ? place : page.next(), found.size(), kept.fresh(), kept.touching(), adopted.size());
        if (page.next() == null) {
            foundAll(run);
        }
        return page.next();
    }

    /** What was given to its user is on record as well, and asks for nothing. */
    private void keepAdopted(Run run, List<Found> adopted) {
        if (adopted.isEmpty()) {
            return;
        }
        findings.keep(run, adopted, false, clock.instant());
        findings.becomeAdopted(run, adopted.stream().map(Found::key).toList(), clock.instant());
    }

    private void foundAll(Run run) {
        Run now = runs.lock(run.id()).orElseThrow();
        if (run.dryRun()) {
            end(run, Run.Status.DONE, null);
            return;
        }
        runs.acted(run.id(), 0, 0, findings.resolveMissing(run, clock.instant()));
        String exceeded = run.remedy().acts()
                ? run.limits().exceeded(now.touching(), findings.accounts(run.applicationId()) + strangers(run, now))
                : null;
        if (exceeded == null) {
            runs.phase(run.id(), Run.Phase.ACTING);
        } else {
            findings.mark(run.id(), Finding.Status.OPEN, Finding.Status.HELD);
            runs.held(run.id(), exceeded);
        }
    }

    /** Where the target was read, what it has counts as well. */
    private static long strangers(Run run, Run now) {
        return run.definition().readsTarget() && run.definition() instanceof Definition.Orphan ? now.touching() : 0;
    }

    private void act(Run run) {
        boolean more = true;
        while (more) {
            more = group(run, () -> actOnSome(run)).orElse(false);
        }
    }

    /** False when nothing was left. */
    private boolean actOnSome(Run run) {
        List<Finding> some = findings.pending(run.id(), ACT_AT_ONCE);
        if (some.isEmpty()) {
            end(run, Run.Status.DONE, null);
            return false;
        }
        List<Finding> due = some.stream().filter(finding -> finding.status() != Finding.Status.PASSED).toList();
        List<Became> became = due.isEmpty() ? List.of() : remediation.act(run, due,
                new Remediation.Order(run.remedy(), side(run.definition()), run.initiator(), run.id()));
        findings.became(became, clock.instant());
        findings.noLongerPending(run.id(), some.stream().map(Finding::id).toList());
        runs.acted(run.id(), count(became, Finding.Status.ACTED), count(became, Finding.Status.OPEN), count(became, Finding.Status.RESOLVED));
        return true;
    }

    static Definition.@Nullable Side side(Definition definition) {
        return definition instanceof Definition.SeparationOfDuties duties ? duties.side() : null;
    }

    private static int count(List<Became> all, Finding.Status status) {
        return (int) all.stream().filter(became -> became.status() == status).count();
    }

    private void end(Run run, Run.Status status, @Nullable String failure) {
        listed.forget(run.id());
        runs.end(run.id(), status, failure, clock.instant());
    }

    private <T> Optional<T> group(Run run, Supplier<T> work) {
        return groups.inGroup(run, () -> isOurs(run), work);
    }

    private boolean isOurs(Run run) {
        return modules.isOn(Module.IDENTITY_GOVERNANCE) && runs.hold(run.id(), lease.holder(), lease.until()).isPresent();
    }
}
