package dev.syncline.reconciliation;

import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One run, and acts on all its findings of a kind. */
@RestController
@RequestMapping("/api/v1/reconciliations/{id}")
@Tag(name = "Reconciliation")
class ReconciliationController {

    private final Reconciliations reconciliations;
    private final ReconciliationViews views;

    ReconciliationController(Reconciliations reconciliations, ReconciliationViews views) {
        this.reconciliations = reconciliations;
        this.views = views;
    }

    /**
     * @param align with LINK: whether accounts that differ get what is expected of them as well
     * @param reason with IGNORE
     * @param expected how many there are, as the count said; null only for the count
     */
    record ActBody(Order.Act act, ObjectType objectType, Finding.Kind kind, Boolean align, String reason, Integer expected) {

        Order order(Actor actor) {
            return new Order(act, objectType, kind, Boolean.TRUE.equals(align), reason == null ? null : reason.strip(), actor);
        }
    }

    record Count(int count) {}

    @Needs(Right.SEE_APPLICATIONS)
    @GetMapping
    @Operation(summary = "How far it is, and how many findings of each kind there are")
    RunView get(@PathVariable UUID id, Scope scope) {
        return views.run(seen(id, scope));
    }

    @Needs(Right.CHANGE_ACCOUNTS)
    @PostMapping("/cancel")
    @Operation(summary = "Read or do nothing further", description = """
            A run that still reads ends without findings. One that is acting on findings stops; what was done stays done.""")
    RunView cancel(@PathVariable UUID id, Scope scope) {
        seen(id, scope);
        return views.run(reconciliations.cancel(id));
    }

    @Needs(Right.CHANGE_ACCOUNTS)
    @PostMapping("/count")
    @Operation(summary = "How many findings an act would be about", description = "Changes nothing.")
    Count count(@PathVariable UUID id, @RequestBody ActBody body, Actor actor, Scope scope) {
        seen(id, scope);
        return new Count(reconciliations.count(id, body.order(actor)));
    }

    @Needs(Right.CHANGE_ACCOUNTS)
    @PostMapping("/act")
    @Operation(summary = "Act on all findings of a kind", description = """
            LINK makes what is clear known here, KEEP makes accounts of nobody, ALIGN opens tasks that give accounts what is expected of
            them, IGNORE lets them be. Only ALIGN, and LINK with align, sends anything. Refused when the number is no longer what was seen.""")
    ResponseEntity<RunView> act(@PathVariable UUID id, @RequestBody ActBody body, Actor actor, Scope scope) {
        seen(id, scope);
        if (body.expected() == null) {
            throw ProblemException.invalid("expected", "Say how many findings there are (expected), as counting them has said.");
        }
        return ResponseEntity.accepted().body(views.run(reconciliations.act(id, body.order(actor), body.expected())));
    }

    private Run seen(UUID id, Scope scope) {
        Run run = reconciliations.get(id);
        scope.require(run.applicationId(), () -> ProblemException.notFound("reconciliation", id));
        return run;
    }
}
