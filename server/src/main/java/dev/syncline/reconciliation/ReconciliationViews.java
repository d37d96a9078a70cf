package dev.syncline.reconciliation;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.application.Target;
import dev.syncline.application.Targets;
import dev.syncline.connector.ObjectType;
import dev.syncline.identity.Groups;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.Users;
import dev.syncline.reconciliation.FindingView.Subject;
import dev.syncline.journal.Veil;
import dev.syncline.personal.Veils;
import dev.syncline.task.Ledger;
import dev.syncline.task.Status;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts runs and findings and the names that belong to them together, with one query each for any number of them. */
@Component
class ReconciliationViews {

    private static final String HIDDEN = "********";

    private final Applications applications;
    private final Targets targets;
    private final Users users;
    private final Organizations organizations;
    private final Groups groups;
    private final ReconciliationFindingRepository findings;
    private final Ledger ledger;
    private final Veils veils;

    ReconciliationViews(Applications applications, Targets targets, Users users, Organizations organizations, Groups groups,
            ReconciliationFindingRepository findings, Ledger ledger, Veils veils) {
        this.applications = applications;
        this.targets = targets;
        this.users = users;
        this.organizations = organizations;
        this.groups = groups;
        this.findings = findings;
        this.ledger = ledger;
        this.veils = veils;
    }

    /** Without counts of findings. */
    List<RunView> runs(List<Run> runs) {
        Map<UUID, Application> named = applications.findAll(runs.stream().map(Run::applicationId).collect(Collectors.toSet()));
        Map<UUID, Map<Status, Integer>> tasks = ledger.counts(runs.stream().map(Run::id).toList());
        return runs.stream()
                .map(run -> RunView.of(run, Objects.requireNonNull(named.get(run.applicationId()), "runs go with their application").name(),
                        List.of(), tasks.getOrDefault(run.id(), Map.of())))
                .toList();
    }

    RunView run(Run run) {
        return RunView.of(run, applications.get(run.applicationId()).name(),
                run.status() == Run.Status.DONE ? findings.counts(run.id()) : List.of(),
                ledger.counts(List.of(run.id())).getOrDefault(run.id(), Map.of()));
    }

    /** Of one run. */
    List<FindingView> findings(Run run, List<Finding> page) {
        Set<String> masked = targets.resolve(run.applicationId()).map(Target::maskedAttributes).orElse(Set.of());
        Map<UUID, Subject> subjects = subjects(page);
        Map<String, String> parents = findings.names(run.id(), page.stream().map(Finding::parent).filter(Objects::nonNull).toList());
        Map<UUID, Veil> behind = veils.ofAccounts(page, Finding::id, _ -> run.applicationId(), Finding::name);
        return page.stream().map(finding -> view(finding, masked, subjects, parents,
                Objects.requireNonNull(behind.get(finding.id()), "each of the page has one"))).toList();
    }

    private static FindingView view(Finding finding, Set<String> masked, Map<UUID, Subject> subjects, Map<String, String> parents, Veil veil) {
        return new FindingView(finding.id(), finding.objectType(), finding.kind(), finding.outcome(), finding.name(), finding.remoteId(),
                finding.parent() == null ? null : parents.getOrDefault(finding.parent(), finding.parent()), finding.active(),
                veil.values(shown(finding.attributes(), masked)), finding.lastSignInAt(),
                finding.objectType() == ObjectType.ACCOUNT ? finding.objectId() : null,
                finding.subjectId() == null ? null : subjects.get(finding.subjectId()),
                finding.candidates().stream().map(subjects::get).filter(Objects::nonNull).toList(), finding.ambiguity(), finding.matchedBy(),
                finding.differences().stream().map(one -> one.behind(veil)).toList(), veil.text(finding.message()), finding.taskId(),
                finding.reason(), finding.decidedBy(), finding.decidedAt(), finding.acts());
    }

    private static Map<String, Object> shown(Map<String, Object> attributes, Set<String> masked) {
        Map<String, Object> shown = new LinkedHashMap<>(attributes);
        shown.replaceAll((name, value) -> masked.contains(name) ? HIDDEN : value);
        return shown;
    }

    private Map<UUID, Subject> subjects(List<Finding> page) {
        Map<ObjectType, Set<UUID>> wanted = new HashMap<>();
        page.forEach(finding -> Stream.concat(Stream.ofNullable(finding.subjectId()), finding.candidates().stream())
                .forEach(id -> wanted.computeIfAbsent(finding.objectType(), _ -> new HashSet<>()).add(id)));
        Map<UUID, Subject> subjects = new HashMap<>();
        users.findAll(wanted.getOrDefault(ObjectType.ACCOUNT, Set.of()))
                .forEach((id, user) -> subjects.put(id, new Subject(id, user.displayName(), user.userName())));
        organizations.findAll(wanted.getOrDefault(ObjectType.ORGANIZATION, Set.of()))
                .forEach((id, organization) -> subjects.put(id, new Subject(id, organization.name(), organization.code())));
        groups.findAll(wanted.getOrDefault(ObjectType.GROUP, Set.of()))
                .forEach((id, group) -> subjects.put(id, new Subject(id, group.name(), null)));
        return subjects;
    }
}
