package dev.syncline.request;

import dev.syncline.journal.Actor;
import dev.syncline.request.RequestBodies.Count;
import dev.syncline.request.RequestBodies.Decision;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For users in the portal: what they are asked to decide. */
@RestController
@RequestMapping("/api/v1/portal/approvals")
@Tag(name = "Portal")
@Needs(Right.PORTAL)
class PortalApprovalController {

    private final Requests requests;
    private final Decisions decisions;

    PortalApprovalController(Requests requests, Decisions decisions) {
        this.requests = requests;
        this.decisions = decisions;
    }

    @GetMapping
    @Operation(summary = "What waits for me, oldest first; or what I decided, newest first")
    Page<RequestView> list(
            @RequestParam(defaultValue = "false") boolean decided,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Actor actor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        return Page.of(requests.askedOf(actor, !decided, from == null ? null : from.uuid(0), size + 1), size, last -> Cursor.of(last.id()));
    }

    @GetMapping("/count")
    @Operation(summary = "How many requests wait for me")
    Count count(Actor actor) {
        return new Count(requests.countAskedOf(actor));
    }

    @PostMapping("/{id}/approve")
    RequestView approve(@PathVariable UUID id, @Valid @RequestBody Decision body, Actor actor) {
        decisions.approve(id, body.comment(), actor);
        return requests.detail(id, actor);
    }

    @PostMapping("/{id}/reject")
    RequestView reject(@PathVariable UUID id, @Valid @RequestBody Decision body, Actor actor) {
        decisions.reject(id, body.comment(), actor);
        return requests.detail(id, actor);
    }
}
