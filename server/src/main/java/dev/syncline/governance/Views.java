package dev.syncline.governance;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.journal.Actor;
import dev.syncline.task.Ledger;
import dev.syncline.task.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks, runs and findings as a client sees them, with the names of their applications. */
@Component
class Views {

    private final Applications applications;
    private final CheckRunRepository runs;
    private final Ledger ledger;

    Views(Applications applications, CheckRunRepository runs, Ledger ledger) {
        this.applications = applications;
        this.runs = runs;
        this.ledger = ledger;
    }

    /** @param lastRun null when it never ran */
    record CheckView(UUID id, UUID applicationId, @Nullable String applicationName, String name, boolean enabled, Definition definition,
            Remedy action, @Nullable Schedule schedule, Limits limits, @Nullable Instant nextRunAt, @Nullable LastRun lastRun, int version,
            @Nullable Instant createdAt, @Nullable Instant updatedAt) {}

    record LastRun(UUID id, Run.Status status, boolean dryRun, int found, int acted, @Nullable Instant createdAt, @Nullable Instant endedAt) {}

    /** @param tasks how many of its tasks are in which status */
    record RunView(UUID id, UUID checkId, String name, UUID applicationId, @Nullable String applicationName, Definition definition, Remedy action,
            Limits limits, boolean dryRun, Run.Status status, Run.Phase phase, int listed, int found, int fresh, int touching, int acted,
            int refused, int adopted, int resolved, @Nullable String heldBecause, @Nullable String failure, Map<Status, Integer> tasks,
            Actor initiator, @Nullable Instant createdAt, @Nullable Instant endedAt) {}

    /** @param details facts that tell why it was found, and what it is about */
    record FindingView(UUID id, Family family, UUID checkId, String checkName, Found.Kind kind, UUID applicationId, @Nullable String applicationName,
            UUID accountId, String remoteId, String objectName, UUID userId, String userName, @JsonRawValue String details,
            Finding.Status status, String message, UUID firstRunId, UUID lastRunId, @Nullable Instant foundAt, @Nullable Instant seenAt,
            @Nullable Instant endedAt, String decidedBy, @Nullable Instant decidedAt, String reason, @Nullable Instant passedUntil) {}

    List<CheckView> checks(List<Check> checks) {
        Map<UUID, String> names = names(checks.stream().map(Check::applicationId).toList());
        Map<UUID, Run> latest = runs.latest(checks.stream().map(Check::id).toList()).stream()
                .collect(Collectors.toMap(Run::checkId, Function.identity()));
        return checks.stream().map(check -> new CheckView(check.id(), check.applicationId(), names.get(check.applicationId()), check.name(),
                check.enabled(), check.definition(), check.remedy(), check.schedule(), check.limits(), check.nextRunAt(),
                last(latest.get(check.id())), check.version(), check.createdAt(), check.updatedAt())).toList();
    }

    private static @Nullable LastRun last(@Nullable Run run) {
        return run == null ? null : new LastRun(run.id(), run.status(), run.dryRun(), run.found(), run.acted(), run.createdAt(), run.endedAt());
    }

    List<RunView> runs(List<Run> all) {
        Map<UUID, String> names = names(all.stream().map(Run::applicationId).toList());
        Map<UUID, Map<Status, Integer>> tasks = ledger.counts(all.stream().map(Run::id).toList());
        return all.stream().map(run -> new RunView(run.id(), run.checkId(), run.name(), run.applicationId(), names.get(run.applicationId()),
                run.definition(), run.remedy(), run.limits(), run.dryRun(), run.status(), run.phase(), run.listed(), run.found(), run.fresh(),
                run.touching(), run.acted(), run.refused(), run.adopted(), run.resolved(), run.heldBecause(), run.failure(),
                tasks.getOrDefault(run.id(), Map.of()), run.initiator(), run.createdAt(), run.endedAt())).toList();
    }

    List<FindingView> findings(List<Finding> all) {
        Map<UUID, String> names = names(all.stream().map(Finding::applicationId).toList());
        return all.stream().map(finding -> new FindingView(finding.id(), finding.family(), finding.checkId(), finding.checkName(),
                finding.kind(), finding.applicationId(), names.get(finding.applicationId()), finding.accountId(), finding.remoteId(),
                finding.objectName(), finding.userId(), finding.userName(), finding.details(), finding.status(), finding.message(),
                finding.firstRunId(), finding.lastRunId(), finding.foundAt(), finding.seenAt(), finding.endedAt(), finding.decidedBy(),
                finding.decidedAt(), finding.reason(), finding.passedUntil())).toList();
    }

    private Map<UUID, String> names(List<UUID> applicationIds) {
        return applications.findAll(applicationIds.stream().filter(Objects::nonNull).collect(Collectors.toSet())).values().stream()
                .collect(Collectors.toMap(Application::id, Application::name));
    }
}
