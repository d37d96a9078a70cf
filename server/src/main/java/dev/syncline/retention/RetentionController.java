package dev.syncline.retention;

import dev.syncline.audit.Audit;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/retention")
@Tag(name = "Retention", description = "Legal holds, and the erasure of one person's data.")
@Needs(Right.ADMINISTER_RETENTION)
class RetentionController {

    private static final int LONGEST_REASON = 1000;

    private final LegalHolds holds;
    private final Erasures erasures;
    private final KnownPeople people;
    private final Audit audit;

    RetentionController(LegalHolds holds, Erasures erasures, KnownPeople people, Audit audit) {
        this.holds = holds;
        this.erasures = erasures;
        this.people = people;
        this.audit = audit;
    }

    record NewHold(LegalHold.SubjectType subjectType, UUID subjectId, String reason) {}

    record Lifting(String reason) {}

    /** @param confirmation the name as the plan says it */
    record Order(UUID userId, String reason, String confirmation) {}

    @GetMapping("/holds")
    @Operation(summary = "Legal holds, newest first; those that were lifted too")
    Page<LegalHold> holds(@RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor after = Cursor.decode(cursor, 1);
        return Page.of(holds.page(after == null ? null : after.uuid(0), size + 1), size, hold -> Cursor.of(hold.id()));
    }

    @GetMapping("/holds/{id}")
    @Operation(summary = "One legal hold")
    LegalHold hold(@PathVariable UUID id) {
        return holds.get(id);
    }

    @PostMapping("/holds")
    @Operation(summary = "Place a legal hold on a user, an application or a task", description = "What it names is not erased while it stands.")
    ResponseEntity<LegalHold> place(@RequestBody NewHold wanted, Actor actor) {
        if (wanted.subjectType() == null || wanted.subjectId() == null) {
            throw ProblemException.invalid("subjectId", "Say what is to be held: \"subjectType\" (USER, APPLICATION or TASK) and \"subjectId\".");
        }
        LegalHold placed = holds.place(wanted.subjectType(), wanted.subjectId(), reason(wanted.reason()), actor);
        audit.about(placed.subjectType().name().toLowerCase(Locale.ROOT), placed.subjectId(), null);
        return ResponseEntity.created(URI.create("/api/v1/retention/holds/" + placed.id())).body(placed);
    }

    @PostMapping("/holds/{id}/lift")
    @Operation(summary = "Lift a legal hold")
    LegalHold lift(@PathVariable UUID id, @RequestBody Lifting lifting, Actor actor) {
        return holds.lift(id, reason(lifting.reason()), actor);
    }

    @GetMapping("/people")
    @Operation(summary = "People of whom something is kept, by a part of their name or by id", description = """
            Users first, then those who are no longer among the users but in the log. Whom only the audit knows is found by id.""")
    Page<KnownPeople.KnownPerson> people(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) Integer limit) {
        return new Page<>(people.find(q.strip(), Limit.of(limit)), null);
    }

    @GetMapping("/erasures/plan")
    @Operation(summary = "What the erasure of a person would erase, and what forbids it; changes nothing")
    ErasurePlan plan(@RequestParam UUID userId) {
        return erasures.plan(userId);
    }

    @PostMapping("/erasures")
    @Operation(summary = "Erase one person's data", description = """
            Payloads, names, parameters and messages of the person's tasks, entries of the audit about the person, names that are searched for, the \
            history of the user. The user has to be deleted and all tasks settled; a legal hold refuses it. Type the name of the plan as the confirmation.""")
    ResponseEntity<Erasure> erase(@RequestBody Order order, Actor actor) {
        if (order.userId() == null) {
            throw ProblemException.invalid("userId", "Say whose data is to be erased: \"userId\".");
        }
        Erasure ordered = erasures.order(order.userId(), order.confirmation(), reason(order.reason()), actor);
        audit.about("erasure", ordered.id(), null);
        return ResponseEntity.accepted().location(URI.create("/api/v1/retention/erasures/" + ordered.id())).body(ordered);
    }

    @GetMapping("/erasures")
    @Operation(summary = "Erasures, newest first")
    Page<Erasure> erasures(@RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor after = Cursor.decode(cursor, 1);
        return Page.of(erasures.page(after == null ? null : after.uuid(0), size + 1), size, erasure -> Cursor.of(erasure.id()));
    }

    @GetMapping("/erasures/{id}")
    @Operation(summary = "How far an erasure is")
    Erasure erasure(@PathVariable UUID id) {
        return erasures.get(id);
    }

    private static String reason(String reason) {
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw ProblemException.invalid("reason", "Give a reason in 1 to " + LONGEST_REASON + " characters; it is kept.");
        }
        return reason.strip();
    }
}
