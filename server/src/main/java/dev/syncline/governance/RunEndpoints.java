package dev.syncline.governance;

import dev.syncline.governance.Views.FindingView;
import dev.syncline.governance.Views.RunView;
import dev.syncline.journal.Actor;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** CheckRuns of account policies and executions of compliance rules over HTTP. For administrators. */
abstract class RunEndpoints {

    private final Family family;
    private final CheckRuns runs;
    private final Findings findings;
    private final Views views;

    RunEndpoints(Family family, CheckRuns runs, Findings findings, Views views) {
        this.family = family;
        this.runs = runs;
        this.findings = findings;
        this.views = views;
    }

    @GetMapping
    @Operation(summary = "Newest first")
    Page<RunView> list(
            @RequestParam(required = false) UUID checkId,
            @RequestParam(required = false) Run.Status status,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        return Page.of(views.runs(runs.page(family, checkId, status, from == null ? null : from.uuid(0), size + 1)), size,
                last -> Cursor.of(last.id()));
    }

    @GetMapping("/{id}")
    RunView get(@PathVariable UUID id) {
        return views.runs(List.of(runs.get(family, id))).getFirst();
    }

    @GetMapping("/{id}/findings")
    @Operation(summary = "What it found, in the order it was found")
    Page<FindingView> findings(
            @PathVariable UUID id,
            @RequestParam(required = false) Set<Finding.Status> status,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        runs.get(family, id);
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        List<Finding> found = findings.ofRun(id, status == null ? Set.of() : status, from == null ? null : from.uuid(0), size + 1);
        return Page.of(views.findings(found), size, last -> Cursor.of(last.id()));
    }

    @Needs(Right.RUN_GOVERNANCE)
    @PostMapping("/{id}/release")
    @Operation(summary = "Let what the safety stop has held go on", description = "Where that needs a second person, it answers 202 and stays HELD.")
    ResponseEntity<RunView> release(@PathVariable UUID id, Actor by) {
        Run run = runs.release(family, id, by);
        return ResponseEntity.status(run.status() == Run.Status.HELD ? 202 : 200).body(views.runs(List.of(run)).getFirst());
    }

    @Needs(Right.RUN_GOVERNANCE)
    @PostMapping("/{id}/cancel")
    @Operation(summary = "Do nothing further; what was found stays")
    RunView cancel(@PathVariable UUID id) {
        return views.runs(List.of(runs.cancel(family, id))).getFirst();
    }
}
