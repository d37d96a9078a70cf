package dev.syncline.structure;

import dev.syncline.application.Applications;
import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Actor;
import dev.syncline.presence.Presence;
import dev.syncline.presence.Presences;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/applications/{applicationId}/structure")
@Tag(name = "Organizations and groups in applications")
@Needs(Right.SEE_APPLICATIONS)
class StructureController {

    private final Structures structures;
    private final Applications applications;
    private final Presences presences;
    private final Ledger ledger;

    StructureController(Structures structures, Applications applications, Presences presences, Ledger ledger) {
        this.structures = structures;
        this.applications = applications;
        this.presences = presences;
        this.ledger = ledger;
    }

    @GetMapping
    @Operation(summary = "Whether an application is told of organizations and groups")
    Structures.State get(@PathVariable UUID applicationId, Scope scope) {
        applications.get(applicationId, scope);
        return structures.now(applicationId);
    }

    @Needs(Right.ADMINISTER_APPLICATIONS)
    @PutMapping
    @Operation(summary = "Switch the synchronization of organizations and groups", description = """
            Switching on opens a task for everything there is, parents before what is below them. Switching off sends nothing; what the
            application has stays as it is.""")
    Structures.Switched put(@PathVariable UUID applicationId, @RequestBody Structure body, Actor actor) {
        return structures.change(applicationId, body, actor);
    }

    @GetMapping("/objects")
    @Operation(summary = "The organizations or groups of an application, each with its task under way")
    Page<PresenceView> objects(
            @PathVariable UUID applicationId,
            @RequestParam ObjectType objectType,
            @RequestParam(required = false) Presence.Status status,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Scope scope) {
        if (objectType == ObjectType.ACCOUNT) {
            throw ProblemException.invalid("objectType", "Ask for ORGANIZATION or GROUP here; accounts have a list of their own.");
        }
        applications.get(applicationId, scope);
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        List<Presence> found = presences.page(applicationId, objectType, status, q, from == null ? null : from.uuid(0), size + 1);
        return Page.of(views(found), size, last -> Cursor.of(last.id()));
    }

    private List<PresenceView> views(List<Presence> found) {
        // The first one of each line is the one that holds the others.
        Map<UUID, Task> first = ledger.unsettled(found.stream().map(Presence::id).toList()).stream()
                .collect(Collectors.toMap(Task::objectId, Function.identity(), (one, later) -> one));
        return found.stream().map(presence -> PresenceView.of(presence, first.get(presence.id()))).toList();
    }
}
