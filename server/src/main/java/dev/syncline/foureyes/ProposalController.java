package dev.syncline.foureyes;

import dev.syncline.foureyes.Proposal.Status;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposals over HTTP: those that are the caller's own, and those the caller could decide over. */
@RestController
@RequestMapping("/api/v1/proposals")
@Tag(name = "Four eyes")
@Needs({Right.CONFIRM_DELETIONS, Right.BULK_REPAIR, Right.RUN_GOVERNANCE})
class ProposalController {

    private static final int LONGEST = 1000;

    private final ProposalDecisions decisions;

    ProposalController(ProposalDecisions decisions) {
        this.decisions = decisions;
    }

    record Words(String reason) {}

    /**
     * @param subjectId the task, the bulk repair, or the run
     * @param mine whether the caller proposed it
     * @param mayDecide whether the caller can approve or decline it now
     */
    record View(UUID id, Kind kind, UUID subjectId, String subject, @Nullable String reason, Status status, Actor proposer, Instant proposedAt,
            Instant expiresAt, @Nullable Instant decidedAt, @Nullable String decidedBy, @Nullable String decision, boolean mine, boolean mayDecide) {}

    @GetMapping
    @Operation(summary = "What waits for a second person, or was decided, newest first")
    Page<View> list(
            @RequestParam(required = false) Status status,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Actor actor,
            Rights may) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        Page<Proposal> page = Page.of(decisions.page(status, actor, may, from == null ? null : from.uuid(0), size + 1), size,
                last -> Cursor.of(last.id()));
        return page.map(proposal -> view(proposal, actor, may));
    }

    @GetMapping("/{id}")
    View get(@PathVariable UUID id, Actor actor, Rights may) {
        return view(decisions.get(id, actor, may), actor, may);
    }

    @PostMapping("/{id}/approve")
    @Operation(summary = "Let it be done, as it was proposed; nobody approves the own")
    View approve(@PathVariable UUID id, @RequestBody(required = false) Words body, Actor actor, Rights may) {
        return view(decisions.approve(id, body == null ? null : words(body), actor, may), actor, may);
    }

    @PostMapping("/{id}/decline")
    @Operation(summary = "Let it not be done, with a reason")
    View decline(@PathVariable UUID id, @RequestBody Words body, Actor actor, Rights may) {
        if (words(body) == null) {
            throw ProblemException.invalid("reason", "Say why it is declined.");
        }
        return view(decisions.decline(id, words(body), actor, may), actor, may);
    }

    @PostMapping("/{id}/withdraw")
    @Operation(summary = "Take the own proposal back")
    View withdraw(@PathVariable UUID id, Actor actor, Rights may) {
        return view(decisions.withdraw(id, actor, may), actor, may);
    }

    private static @Nullable String words(Words body) {
        if (body.reason() == null || body.reason().isBlank()) {
            return null;
        }
        if (body.reason().strip().length() > LONGEST) {
            throw ProblemException.invalid("reason", "Give the reason in at most " + LONGEST + " characters.");
        }
        return body.reason().strip();
    }

    private View view(Proposal proposal, Actor actor, Rights may) {
        return new View(proposal.id(), proposal.kind(), proposal.subjectId(), proposal.subject(), proposal.reason(), proposal.status(),
                proposal.proposer(), proposal.proposedAt(), proposal.expiresAt(), proposal.decidedAt(), proposal.decidedBy(), proposal.decision(),
                decisions.isOwn(proposal, actor), decisions.mayDecide(proposal, actor, may));
    }
}
