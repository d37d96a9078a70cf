package dev.syncline.request;

import dev.syncline.journal.Actor;
import dev.syncline.request.RequestBodies.Comment;
import dev.syncline.request.RequestBodies.Decision;
import dev.syncline.request.RequestRepository.Filter;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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

/** For administrators: every request, and deciding those that fell to them. */
@RestController
@RequestMapping("/api/v1/access-requests")
@Tag(name = "Access requests")
@Needs(Right.SEE_REQUESTS)
class RequestController {

    private final Requests requests;
    private final Decisions decisions;

    RequestController(Requests requests, Decisions decisions) {
        this.requests = requests;
        this.decisions = decisions;
    }

    @GetMapping
    @Operation(summary = "Every access request, newest first")
    Page<RequestView> list(
            @RequestParam(required = false) AccessRequest.Status status,
            @RequestParam(required = false) @Parameter(description = "Who asked, or whom it is for") UUID userId,
            @RequestParam(required = false) UUID applicationId,
            @RequestParam(defaultValue = "false") @Parameter(description = "Only what waits for an administrator") boolean forAdministrators,
            @RequestParam(required = false) @Parameter(description = "Part of the number or of a name") String q,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Actor actor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        Filter filter = new Filter(status, userId, applicationId, forAdministrators, q);
        return Page.of(requests.page(filter, from == null ? null : from.uuid(0), size + 1, actor), size, last -> Cursor.of(last.id()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One request with its steps, tasks and timeline")
    RequestView get(@PathVariable UUID id, Actor actor) {
        return requests.detail(id, actor);
    }

    @Needs(Right.DECIDE_REQUESTS)
    @PostMapping("/{id}/approve")
    @Operation(summary = "Approve as an administrator", description = "Only where a step fell to the administrators.")
    RequestView approve(@PathVariable UUID id, @Valid @RequestBody Decision body, Actor actor) {
        decisions.approve(id, body.comment(), actor);
        return requests.detail(id, actor);
    }

    @Needs(Right.DECIDE_REQUESTS)
    @PostMapping("/{id}/reject")
    @Operation(summary = "Reject as an administrator", description = "Only where a step fell to the administrators.")
    RequestView reject(@PathVariable UUID id, @Valid @RequestBody Decision body, Actor actor) {
        decisions.reject(id, body.comment(), actor);
        return requests.detail(id, actor);
    }

    @Needs(Right.DECIDE_REQUESTS)
    @PostMapping("/{id}/comments")
    RequestView comment(@PathVariable UUID id, @Valid @RequestBody Comment body, Actor actor) {
        requests.comment(id, body.comment(), actor);
        return requests.detail(id, actor);
    }
}
