package dev.syncline.reconciliation;

import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The runs of an application. */
@RestController
@RequestMapping("/api/v1/applications/{applicationId}/reconciliations")
@Tag(name = "Reconciliation")
class ApplicationReconciliationController {

    private final Reconciliations reconciliations;
    private final ReconciliationViews views;

    ApplicationReconciliationController(Reconciliations reconciliations, ReconciliationViews views) {
        this.reconciliations = reconciliations;
        this.views = views;
    }

    /**
     * @param rules how accounts nobody here knows are matched to users, in their order; null for those of the last run, or what the mapping
     *     suggests
     * @param objects what is read besides accounts; null for organizations, where the connection can list them
     */
    record Start(List<CorrelationRule> rules, List<ObjectType> objects) {}

    @Needs(Right.SEE_APPLICATIONS)
    @GetMapping
    @Operation(summary = "Newest first")
    Page<RunView> list(
            @PathVariable UUID applicationId,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Scope scope) {
        requireSeen(applicationId, scope);
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        return Page.of(views.runs(reconciliations.page(applicationId, from == null ? null : from.uuid(0), size + 1)), size,
                last -> Cursor.of(last.id()));
    }

    @Needs(Right.SEE_APPLICATIONS)
    @GetMapping("/options")
    @Operation(summary = "What can be read of an application, and how its accounts would be matched")
    Setup.Options options(@PathVariable UUID applicationId, Scope scope) {
        requireSeen(applicationId, scope);
        return reconciliations.options(applicationId);
    }

    @Needs(Right.CHANGE_ACCOUNTS)
    @PostMapping
    @Operation(summary = "Read what the application has", description = """
            Begins at once and goes on in the background. Nothing is written to the application: what is found waits for a decision. One run
            of an application at a time.""")
    ResponseEntity<RunView> start(
            @PathVariable UUID applicationId, @RequestBody(required = false) Start body, Actor actor, Scope scope) {
        requireSeen(applicationId, scope);
        RunView run = views.run(reconciliations.start(applicationId, body == null ? null : body.rules(), body == null ? null : body.objects(),
                actor));
        return ResponseEntity.created(URI.create("/api/v1/reconciliations/" + run.id())).body(run);
    }

    private static void requireSeen(UUID applicationId, Scope scope) {
        scope.require(applicationId, () -> ProblemException.notFound("application", applicationId));
    }
}
