package dev.syncline.bulkrepair;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Scope;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bulk repairs over HTTP. For administrators and their API tokens, like the single acts. */
@RestController
@RequestMapping("/api/v1/repairs")
@Tag(name = "Bulk repairs")
@Needs(Right.SEE_TASKS)
class BulkRepairController {

    private static final RunRequest NOTHING_SAID = new RunRequest(null, null, null, null);

    private final BulkRepairs repairs;
    private final RepairViews views;
    private final RepairResultFile results;

    BulkRepairController(BulkRepairs repairs, RepairViews views, RepairResultFile results) {
        this.repairs = repairs;
        this.views = views;
        this.results = results;
    }

    /** @param reason may be left out */
    record Cancellation(String reason) {}

    @GetMapping
    @Operation(summary = "Newest first")
    Page<RepairView> list(
            @RequestParam(required = false) RepairAction action,
            @RequestParam(required = false) BulkRepair.Status status,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Scope scope) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        return Page.of(views.list(repairs.page(action, status, scope, from == null ? null : from.uuid(0), size + 1)), size,
                last -> Cursor.of(last.id()));
    }

    @Needs(Right.BULK_REPAIR)
    @PostMapping
    @Operation(summary = "Plan to retry, confirm or cancel tasks", description = """
            Of "taskIds" or of a "filter" with the parameters of GET /tasks, each with a list of values. Changes no task: the plan says which
            tasks it is about and which are left out, and waits for POST /repairs/{id}/run. What a filter finds later is not part of it.""")
    ResponseEntity<RepairView> plan(@RequestBody PlanRequest request, Actor actor, Scope scope, Rights may) {
        request.check();
        RepairView view = views.of(repairs.plan(request, actor, where(request.action(), scope, may)));
        return ResponseEntity.created(URI.create("/api/v1/repairs/" + view.id())).body(view);
    }

    /** Each act needs its own right too. */
    private static Scope where(RepairAction action, Scope scope, Rights may) {
        may.require(action.right());
        return scope.and(may.scope(action.right())).and(may.scope(Right.SEE_TASKS));
    }

    /** Of a plan the caller sees, and may carry out whole. */
    private UUID mayAct(UUID id, Scope scope, Rights may) {
        BulkRepair repair = repairs.get(id, scope);
        if (!repair.visible().isWithin(repair.where(may))) {
            throw new ProblemException(ErrorCode.FORBIDDEN, "You do not have the right to do this to all tasks of the plan. Make a plan of your own.");
        }
        return id;
    }

    @GetMapping("/{id}")
    @Operation(summary = "The plan with its counts, and how far the run is")
    RepairView get(@PathVariable UUID id, Scope scope) {
        return views.of(repairs.get(id, scope));
    }

    @GetMapping("/{id}/tasks")
    @Operation(summary = "What became of each task, in the order of their turns")
    Page<ItemView> tasks(
            @PathVariable UUID id,
            @RequestParam(required = false) Result result,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Scope scope) {
        repairs.get(id, scope);
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        return Page.of(views.items(id, result, from == null ? 0 : (int) from.number(0), size + 1), size, last -> Cursor.of(last.number()));
    }

    @GetMapping(value = "/{id}/tasks.csv", produces = "text/csv")
    @Operation(summary = "What became of each task, as CSV")
    void results(@PathVariable UUID id, Scope scope, HttpServletResponse response) throws IOException {
        repairs.get(id, scope);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"repair-" + id + ".csv\"");
        results.write(id, response.getOutputStream());
    }

    @Needs(Right.BULK_REPAIR)
    @PostMapping("/{id}/run")
    @Operation(summary = "Run the plan", description = """
            At "perMinute" tasks a minute (600), until "stopAfter" have failed (never). Confirming and cancelling need a "reason", confirming
            failed deletions their number as "deletions". With "stopAfter", no more are under way at a time than may still fail.""")
    ResponseEntity<RepairView> run(@PathVariable UUID id, @RequestBody(required = false) RunRequest request, Actor actor, Scope scope,
            Rights may) {
        return ResponseEntity.accepted().body(views.of(repairs.run(mayAct(id, scope, may), request == null ? NOTHING_SAID : request, actor)));
    }

    @Needs(Right.BULK_REPAIR)
    @PostMapping("/{id}/pause")
    @Operation(summary = "Let no further task have its turn until it is resumed")
    RepairView pause(@PathVariable UUID id, Scope scope) {
        return views.of(repairs.pause(repairs.get(id, scope).id()));
    }

    @Needs(Right.BULK_REPAIR)
    @PostMapping("/{id}/resume")
    @Operation(summary = "Go on after a pause or a stop", description = """
            The failures until now are accepted. Without a body it goes on as before; with one, "stopAfter" counts as it is said there.""")
    ResponseEntity<RepairView> resume(@PathVariable UUID id, @RequestBody(required = false) RunRequest request, Actor actor, Scope scope,
            Rights may) {
        return ResponseEntity.accepted().body(views.of(repairs.resume(mayAct(id, scope, may), request, actor)));
    }

    @Needs(Right.BULK_REPAIR)
    @PostMapping("/{id}/cancel")
    @Operation(summary = "Let no further task have its turn; what was done stays")
    RepairView cancel(@PathVariable UUID id, @RequestBody(required = false) Cancellation body, Actor actor, Scope scope) {
        return views.of(repairs.cancel(repairs.get(id, scope).id(), body == null ? null : body.reason(), actor));
    }
}
