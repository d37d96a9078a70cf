package dev.syncline.synclog;

import dev.syncline.journal.Event;
import dev.syncline.personal.Veils;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Role;
import dev.syncline.rights.Scope;
import dev.syncline.synclog.TaskDetail.Link;
import dev.syncline.synclog.TaskDetail.Modification;
import dev.syncline.synclog.TaskDetail.PermissionDetails;
import dev.syncline.synclog.TaskDetail.Related;
import dev.syncline.synclog.TaskDetail.Relation;
import dev.syncline.synclog.TaskDetail.Step;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The door of the log: one record in full. */
@Service
public class TaskLog {

    private final LogRepository repository;
    private final Listing listing;
    private final EvidenceRepository evidence;
    private final RelatedRepository related;
    private final Ledger ledger;
    private final Schemas schemas;
    private final Veils veils;
    private final JsonMapper json;

    TaskLog(LogRepository repository, Listing listing, EvidenceRepository evidence, RelatedRepository related, Ledger ledger,
            Schemas schemas, Veils veils, JsonMapper json) {
        this.repository = repository;
        this.listing = listing;
        this.evidence = evidence;
        this.related = related;
        this.ledger = ledger;
        this.schemas = schemas;
        this.veils = veils;
        this.json = json;
    }

    /** @throws ProblemException NOT_FOUND when there is no such task, or the caller does not see it */
    public TaskDetail detail(UUID id, Rights may) {
        List<LogRepository.Listed> listed = repository.listed(List.of(id));
        if (listed.isEmpty() || !may.has(Right.SEE_TASKS, listed.getFirst().task().applicationId())) {
            throw ProblemException.notFound("task", id);
        }
        Task task = listed.getFirst().task();
        TaskDetail shown = HiddenValues.in(whole(listed, may), veils.of(task));
        return may.has(Right.SEE_PAYLOADS, task.applicationId()) ? shown : shown.withoutPayloads();
    }

    /** With all personal values, for what is not shown. */
    TaskDetail whole(UUID id) {
        return whole(repository.listed(List.of(id)), Rights.of(Role.ADMINISTRATOR));
    }

    private TaskDetail whole(List<LogRepository.Listed> listed, Rights may) {
        Task task = listed.getFirst().task();
        UUID id = task.id();
        List<Step> log = evidence.log(id);
        return new TaskDetail(
                listing.rows(listed, may).getFirst(),
                task.remoteId(),
                task.takesAway(),
                task.priority(),
                Link.to(task.supersedesId()),
                Link.to(task.supersededById()),
                task.parameters(),
                PermissionDetails.of(task),
                log,
                evidence.tries(id),
                evidence.requests(id),
                evidence.responses(id),
                evidence.callbacks(id),
                related(task, may.scope(Right.SEE_TASKS)),
                modification(task, log),
                schemas.of(task.applicationId(), task.objectType()).orElse(null),
                true);
    }

    private List<Related> related(Task task, Scope visible) {
        List<Related> around = related.around(task, visible);
        Map<UUID, UUID> held = ledger.blockers(around.stream()
                .filter(one -> one.relation() == Relation.WAITS_FOR_THIS)
                .map(Related::id)
                .toList());
        Map<UUID, Related> once = new LinkedHashMap<>();
        around.stream()
                .filter(one -> one.relation() != Relation.WAITS_FOR_THIS || task.id().equals(held.get(one.id())))
                .forEach(one -> once.putIfAbsent(one.id(), one));
        return List.copyOf(once.values());
    }

    /** Kept in the log of the new task; worked out from both tasks where it was opened by other means. */
    private @Nullable Modification modification(Task task, List<Step> log) {
        if (task.supersedesId() == null) {
            return null;
        }
        for (Step step : log) {
            if (step.event().equals(Event.MODIFIED.name()) && step.detail() != null) {
                return new Modification(step.message(), List.of(json.treeToValue(step.detail().path("difference"), Difference[].class)));
            }
        }
        return ledger.find(task.supersedesId())
                .map(failed -> new Modification(null, Difference.between(failed.parameters(), task.parameters())))
                .orElse(null);
    }
}
