package dev.syncline.synclog;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Scope;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import dev.syncline.web.OneTimeSecret;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Looking at a hidden personal value. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/reveals")
@Tag(name = "Tasks")
class RevealController {

    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_MARK = 64;

    /**
     * @param mark what stands after "personal:" in place of the value
     * @param reason why it has to be seen; it stays in the task's log and in the audit
     */
    record Wish(String mark, String reason) {}

    private final Ledger ledger;
    private final Reveals reveals;

    RevealController(Ledger ledger, Reveals reveals) {
        this.ledger = ledger;
        this.reveals = reveals;
    }

    @OneTimeSecret
    @Needs(Right.REVEAL_PERSONAL)
    @PostMapping
    @Operation(summary = "Reveal one masked personal value", description = """
            A personal value the caller may not see stands in the record as [personal:MARK]; the same value has the same mark everywhere in it.
            The reveal is on record before it is answered.""")
    ResponseEntity<Reveals.Revealed> reveal(@PathVariable UUID id, @RequestBody Wish wish, Actor by, Scope scope, Rights may) {
        Task task = ledger.find(id).filter(found -> scope.has(found.applicationId())).orElseThrow(() -> ProblemException.notFound("task", id));
        may.require(Right.SEE_PAYLOADS, task.applicationId());
        Reveals.Revealed revealed = reveals.reveal(task, mark(wish.mark), reason(wish.reason), by);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(revealed);
    }

    private static String mark(String mark) {
        if (mark == null || !mark.matches("[a-z]{1," + LONGEST_MARK + "}")) {
            throw ProblemException.invalid("mark", "Say which value: the letters that stand after \"personal:\" in its place.");
        }
        return mark;
    }

    private static String reason(String reason) {
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw ProblemException.invalid("reason", "Give a reason of 1 to " + LONGEST_REASON + " characters; it stays on record.");
        }
        return reason.strip();
    }
}
