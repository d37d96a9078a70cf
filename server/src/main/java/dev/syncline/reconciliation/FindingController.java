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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a run has found, and acts on one finding. */
@RestController
@RequestMapping("/api/v1/reconciliations/{id}/findings")
@Tag(name = "Reconciliation")
class FindingController {

    private final Reconciliations reconciliations;
    private final FindingDecisions findings;
    private final ReconciliationViews views;

    FindingController(Reconciliations reconciliations, FindingDecisions findings, ReconciliationViews views) {
        this.reconciliations = reconciliations;
        this.findings = findings;
        this.views = views;
    }

    /**
     * @param subjectId the user, organization or group it belongs to; null for whom it was matched to
     * @param align whether an account that differs gets what is expected of it as well
     */
    record LinkBody(UUID subjectId, Boolean align) {}

    record Ignored(String reason) {}

    @Needs(Right.SEE_APPLICATIONS)
    @GetMapping
    @Operation(summary = "FindingDecisions of a kind, by name")
    Page<FindingView> list(
            @PathVariable UUID id,
            @RequestParam ObjectType objectType,
            @RequestParam Finding.Kind kind,
            @RequestParam(required = false) Finding.Outcome outcome,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Scope scope) {
        Run run = seen(id, scope);
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 2);
        List<Finding> found = run.status() != Run.Status.DONE ? List.of() : findings.page(id,
                new FindingFilter(objectType, kind, outcome, q), from == null ? "" : from.text(0), from == null ? null : from.uuid(1), size + 1);
        return Page.of(views.findings(run, found), size, last -> Cursor.of(last.name().toLowerCase(Locale.ROOT), last.id()));
    }

    @Needs(Right.SEE_APPLICATIONS)
    @GetMapping("/{findingId}")
    FindingView get(@PathVariable UUID id, @PathVariable UUID findingId, Scope scope) {
        return view(seen(id, scope), findingId);
    }

    @Needs(Right.CHANGE_ACCOUNTS)
    @PostMapping("/{findingId}/link")
    @Operation(summary = "Make it known here", description = """
            An account becomes the user's, ACTIVE or DISABLED as it is there, with its id and attributes; an organization or group is known to
            be there. Nothing is sent, unless align asks for it.""")
    FindingView link(@PathVariable UUID id, @PathVariable UUID findingId, @RequestBody(required = false) LinkBody body, Actor actor, Scope scope) {
        Run run = seen(id, scope);
        findings.link(id, findingId, body == null ? null : body.subjectId(), body != null && Boolean.TRUE.equals(body.align()), actor);
        return view(run, findingId);
    }

    @Needs(Right.CHANGE_ACCOUNTS)
    @PostMapping("/{findingId}/keep")
    @Operation(summary = "Make it known here as an account of nobody", description = "Nothing is sent.")
    FindingView keep(@PathVariable UUID id, @PathVariable UUID findingId, Actor actor, Scope scope) {
        Run run = seen(id, scope);
        findings.keep(id, findingId, actor);
        return view(run, findingId);
    }

    @Needs(Right.CHANGE_ACCOUNTS)
    @PostMapping("/{findingId}/align")
    @Operation(summary = "Give the account what is expected of it", description = "Opens a task, unless what differs is known here only.")
    FindingView align(@PathVariable UUID id, @PathVariable UUID findingId, Actor actor, Scope scope) {
        Run run = seen(id, scope);
        findings.align(id, findingId, actor);
        return view(run, findingId);
    }

    @Needs(Right.CHANGE_ACCOUNTS)
    @PostMapping("/{findingId}/ignore")
    @Operation(summary = "Let it be", description = "Later runs do not bring it up again as long as it is the same.")
    FindingView ignore(@PathVariable UUID id, @PathVariable UUID findingId, @RequestBody Ignored body, Actor actor, Scope scope) {
        Run run = seen(id, scope);
        findings.ignore(id, findingId, body.reason(), actor);
        return view(run, findingId);
    }

    private FindingView view(Run run, UUID findingId) {
        return views.findings(run, List.of(findings.get(run.id(), findingId))).getFirst();
    }

    private Run seen(UUID id, Scope scope) {
        Run run = reconciliations.get(id);
        scope.require(run.applicationId(), () -> ProblemException.notFound("reconciliation", id));
        return run;
    }
}
