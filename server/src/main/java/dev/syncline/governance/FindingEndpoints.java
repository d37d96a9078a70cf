package dev.syncline.governance;

import dev.syncline.governance.Views.FindingView;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Findings over HTTP. For administrators. */
abstract class FindingEndpoints {

    private final Family family;
    private final Findings findings;
    private final Views views;

    FindingEndpoints(Family family, Findings findings, Views views) {
        this.family = family;
        this.findings = findings;
        this.views = views;
    }

    @GetMapping
    @Operation(summary = "Newest first")
    Page<FindingView> list(
            @RequestParam(required = false) UUID checkId,
            @RequestParam(required = false) UUID applicationId,
            @RequestParam(required = false) UUID userId,
            @RequestParam(required = false) Set<Finding.Status> status,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        FindingFilter filter = new FindingFilter(family, checkId, applicationId, userId, status == null ? Set.of() : status);
        return Page.of(views.findings(findings.page(filter, from == null ? null : from.uuid(0), size + 1)), size, last -> Cursor.of(last.id()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One finding, of either family", description = "Its tasks: /api/v1/tasks?cause=ID")
    FindingView get(@PathVariable UUID id) {
        return views.findings(List.of(findings.get(id))).getFirst();
    }

    @Needs(Right.RUN_GOVERNANCE)
    @PostMapping("/{id}/decision")
    @Operation(summary = "Decide about a finding", description = """
            REMEDIATE does what action says, at once. PASS lets it pass until a time; for what nothing justified it becomes an exception,
            which justifies it until then.""")
    FindingView decide(@PathVariable UUID id, @RequestBody Decision decision, Actor actor) {
        return views.findings(List.of(findings.decide(id, decision, actor))).getFirst();
    }
}
