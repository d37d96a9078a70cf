package dev.syncline.bulk;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Scope;
import dev.syncline.web.Cursor;
import dev.syncline.web.ETags;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
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

@RestController
@RequestMapping("/api/v1/batches")
@Tag(name = "Imports and batches")
@Needs(Right.SEE_APPLICATIONS)
class BatchController {

    private final Batches batches;
    private final BatchViews views;
    private final Rows rows;
    private final ResultFile results;
    private final Provisioning provisioning;

    BatchController(Batches batches, BatchViews views, Rows rows, ResultFile results, Provisioning provisioning) {
        this.batches = batches;
        this.views = views;
        this.rows = rows;
        this.results = results;
        this.provisioning = provisioning;
    }

    /** @param goodRowsOnly whether bad rows are left out; without it a batch with bad rows is refused */
    record Run(Boolean goodRowsOnly) {}

    record Cancellation(String reason) {}

    @GetMapping
    Page<BatchView> list(
            @RequestParam(required = false) Batch.Kind kind,
            @RequestParam(required = false) Batch.Status status,
            @RequestParam(required = false) UUID applicationId,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Scope scope) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 2);
        List<Batch> found = batches.page(kind, status, applicationId, scope,
                from == null ? null : from.instant(0), from == null ? null : from.uuid(1), size + 1);
        return Page.of(views.of(found), size, last -> Cursor.of(last.createdAt(), last.id()));
    }

    @Needs(Right.CHANGE_ACCOUNTS)
    @PostMapping
    @Operation(summary = "Provision the users a filter finds", description = "Begins at once. Users who have an account are skipped.")
    ResponseEntity<BatchView> provision(@RequestBody Provisioning.Body body, Actor actor, Scope scope, Rights may) {
        refuseInvisible(body, scope, may);
        return created(views.of(provisioning.begin(body, actor)));
    }

    @Needs(Right.CHANGE_ACCOUNTS)
    @PostMapping("/preview")
    @Operation(summary = "Whom a filter finds", description = "Changes nothing.")
    Provisioning.Preview preview(@RequestBody Provisioning.Body body, Scope scope, Rights may) {
        refuseInvisible(body, scope, may);
        return provisioning.preview(body);
    }

    /** Whom a filter finds is told of, so that it needs the right to see people. */
    private static void refuseInvisible(Provisioning.Body body, Scope scope, Rights may) {
        may.require(Right.SEE_PEOPLE);
        if (body.applicationId() != null) {
            scope.require(body.applicationId(), () -> ProblemException.notFound("application", body.applicationId()));
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<BatchView> get(@PathVariable UUID id, Scope scope) {
        BatchView view = views.of(batches.get(id, scope));
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }

    @GetMapping("/{id}/rows")
    Page<RowView> rows(
            @PathVariable UUID id,
            @RequestParam(required = false) Row.Status status,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Scope scope) {
        batches.get(id, scope);
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        List<RowView> found = rows.page(id, status, from == null ? 0 : (int) from.number(0), size + 1);
        return Page.of(found, size, last -> Cursor.of(last.number()));
    }

    @GetMapping(value = "/{id}/rows.csv", produces = "text/csv")
    @Operation(summary = "What became of each row, as CSV")
    void results(@PathVariable UUID id, Scope scope, HttpServletResponse response) throws IOException {
        batches.get(id, scope);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"batch-" + id + ".csv\"");
        results.write(id, response.getOutputStream());
    }

    @Needs(Right.CHANGE_ACCOUNTS)
    @PostMapping("/{id}/run")
    @Operation(summary = "Import the rows of a file that was read")
    ResponseEntity<BatchView> run(@PathVariable UUID id, @RequestBody(required = false) Run body, Scope scope, Rights may) {
        mayChange(batches.get(id, scope), may);
        boolean goodRowsOnly = body != null && Boolean.TRUE.equals(body.goodRowsOnly());
        return ResponseEntity.accepted().body(views.of(batches.run(id, goodRowsOnly)));
    }

    @Needs(Right.CHANGE_ACCOUNTS)
    @PostMapping("/{id}/cancel")
    @Operation(summary = "Open no further tasks, and cancel those not started")
    ResponseEntity<BatchView> cancel(@PathVariable UUID id, @RequestBody(required = false) Cancellation body, Actor actor, Scope scope,
            Rights may) {
        mayChange(batches.get(id, scope), may);
        return ResponseEntity.accepted().body(views.of(batches.cancel(id, body == null ? null : body.reason(), actor)));
    }

    /** A batch without an application changes users themselves. */
    private static void mayChange(Batch batch, Rights may) {
        if (batch.applicationId() == null) {
            may.require(Right.ADMINISTER_PEOPLE);
        }
    }

    static ResponseEntity<BatchView> created(BatchView view) {
        return ResponseEntity.created(URI.create("/api/v1/batches/" + view.id())).eTag(ETags.of(view.version())).body(view);
    }
}
