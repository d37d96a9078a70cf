package dev.syncline.request;

import dev.syncline.journal.Actor;
import dev.syncline.request.RequestBodies.Comment;
import dev.syncline.request.RequestBodies.Decision;
import dev.syncline.request.RequestBodies.Submitted;
import dev.syncline.request.RequestRepository.Filter;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For users in the portal: their own requests. */
@RestController
@RequestMapping("/api/v1/portal/requests")
@Tag(name = "Portal")
@Needs(Right.PORTAL)
class PortalRequestController {

    private final Submission submission;
    private final Requests requests;
    private final RequestViews views;
    private final Decisions decisions;

    PortalRequestController(Submission submission, Requests requests, RequestViews views, Decisions decisions) {
        this.submission = submission;
        this.requests = requests;
        this.views = views;
        this.decisions = decisions;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask for access, or for a later end",
            description = "Each application and each package becomes a request of its own. One thing that cannot be asked for refuses all.")
    Submitted submit(@Valid @RequestBody Wanted wanted, Actor actor) {
        List<AccessRequest> kept = submission.submit(wanted, actor);
        return new Submitted(views.of(kept, actor));
    }

    @GetMapping
    @Operation(summary = "What I asked for, and what was asked for me, newest first")
    Page<RequestView> list(
            @RequestParam(required = false) AccessRequest.Status status,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Actor actor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        Filter mine = new Filter(status, actor.id(), null, false, null);
        return Page.of(requests.page(mine, from == null ? null : from.uuid(0), size + 1, actor), size, last -> Cursor.of(last.id()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One request with its steps, tasks and timeline")
    RequestView get(@PathVariable UUID id, Actor actor) {
        return requests.detail(id, actor);
    }

    @PostMapping("/{id}/withdraw")
    @Operation(summary = "Take a request back, as long as it waits")
    RequestView withdraw(@PathVariable UUID id, @Valid @RequestBody Decision body, Actor actor) {
        decisions.withdraw(id, body.comment(), actor);
        return requests.detail(id, actor);
    }

    @PostMapping("/{id}/comments")
    RequestView comment(@PathVariable UUID id, @Valid @RequestBody Comment body, Actor actor) {
        requests.comment(id, body.comment(), actor);
        return requests.detail(id, actor);
    }
}
