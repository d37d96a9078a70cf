package dev.syncline.governance;

import dev.syncline.governance.Views.CheckView;
import dev.syncline.governance.Views.RunView;
import dev.syncline.journal.Actor;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.ETags;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Account policies and compliance rules over HTTP. For administrators. */
abstract class CheckEndpoints {

    private final Family family;
    private final String path;
    private final String runPath;
    private final Checks checks;
    private final CheckRuns runs;
    private final Views views;

    CheckEndpoints(Family family, String path, String runPath, Checks checks, CheckRuns runs, Views views) {
        this.family = family;
        this.path = path;
        this.runPath = runPath;
        this.checks = checks;
        this.runs = runs;
        this.views = views;
    }

    /** @param dryRun whether it only shows what it would find */
    record Start(Boolean dryRun) {}

    @GetMapping
    Page<CheckView> list(
            @RequestParam(required = false) UUID applicationId,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        List<Check> found = checks.page(family, applicationId, from == null ? "" : from.text(0), size + 1);
        return Page.of(views.checks(found), size, last -> Cursor.of(last.name()));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PostMapping
    ResponseEntity<CheckView> create(@RequestBody CheckBody body) {
        CheckView made = view(checks.create(family, body));
        return ResponseEntity.created(URI.create(path + "/" + made.id())).eTag(ETags.of(made.version())).body(made);
    }

    @GetMapping("/{id}")
    ResponseEntity<CheckView> get(@PathVariable UUID id) {
        return answer(checks.get(family, id));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PutMapping("/{id}")
    ResponseEntity<CheckView> put(@PathVariable UUID id, @RequestBody CheckBody body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return answer(checks.update(family, id, ETags.required(ifMatch), body));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id, @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        checks.delete(family, id, ETags.required(ifMatch));
        return ResponseEntity.noContent().build();
    }

    @Needs(Right.RUN_GOVERNANCE)
    @PostMapping({"/{id}/runs", "/{id}/executions"})
    @Operation(summary = "Run it now", description = "Goes on in the background. A dry run finds, and changes nothing.")
    ResponseEntity<RunView> start(@PathVariable UUID id, @RequestBody(required = false) Start body, Actor actor) {
        Run run = runs.start(family, id, body != null && Boolean.TRUE.equals(body.dryRun()), actor);
        return ResponseEntity.accepted().location(URI.create(runPath + "/" + run.id())).body(views.runs(List.of(run)).getFirst());
    }

    private ResponseEntity<CheckView> answer(Check check) {
        return ResponseEntity.ok().eTag(ETags.of(check.version())).body(view(check));
    }

    private CheckView view(Check check) {
        return views.checks(List.of(check)).getFirst();
    }
}
