package dev.syncline.auditlog;

import dev.syncline.audit.Audit;
import dev.syncline.export.Column;
import dev.syncline.export.ExportAnswer;
import dev.syncline.export.ExportFormat;
import dev.syncline.export.Exports;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit", description = "Who did what with the platform itself, from where, and what was before and after.")
@Needs(Right.SEE_AUDIT)
class AuditController {

    /** The order is promised to readers: new ones come last. */
    private static final List<Column<AuditRow>> COLUMNS = List.of(
            new Column<>("id", AuditRow::id),
            new Column<>("at", AuditRow::at),
            new Column<>("actorKind", row -> row.actor().kind()),
            new Column<>("actor", row -> row.actor().name()),
            new Column<>("act", AuditRow::act),
            new Column<>("objectType", row -> row.object().type()),
            new Column<>("object", row -> row.object().name()),
            new Column<>("outcome", AuditRow::outcome),
            new Column<>("code", AuditRow::code),
            new Column<>("reason", AuditRow::reason),
            new Column<>("remoteAddress", AuditRow::remoteAddress),
            new Column<>("times", AuditRow::times),
            new Column<>("actorId", row -> row.actor().id()),
            new Column<>("objectId", row -> row.object().id()),
            new Column<>("applicationId", AuditRow::applicationId));

    private final AuditReads reads;
    private final ShownDetail shown;
    private final Exports exports;
    private final ExportAnswer answer;
    private final Audit audit;
    private final Clock clock;

    AuditController(AuditReads reads, ShownDetail shown, Exports exports, ExportAnswer answer, Audit audit, Clock clock) {
        this.reads = reads;
        this.shown = shown;
        this.exports = exports;
        this.answer = answer;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The audit, newest first")
    Page<AuditRow> list(@ParameterObject AuditFilter filter, @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor after = Cursor.decode(cursor, 1);
        return Page.of(reads.page(filter, after == null ? null : after.uuid(0), size + 1), size, row -> Cursor.of(row.id()));
    }

    @GetMapping("/acts")
    @Operation(summary = "The codes of acts that occur")
    List<String> acts() {
        return reads.acts();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One entry, with what was before and after", description = """
            Members that did not change are left out, and secrets are never kept: one that was changed is told as "changed". Personal values are
            marks, "[personal:MARK]", for who may not see them.""")
    AuditDetail detail(@PathVariable UUID id) {
        return shown.of(reads.find(id).orElseThrow(() -> ProblemException.notFound("audit entry", id)));
    }

    @GetMapping("/export")
    @Operation(summary = "Everything a filter shows, as a file", description = """
            In the order of the list. csv: RFC 4180 in UTF-8 with a byte order mark; jsonl: one row of the list a line. The export itself is \
            an entry of the audit. One that cannot be finished is broken off; a whole one ends with the trailer field Syncline-Export-Rows.""")
    @ApiResponse(responseCode = "200", content = {
        @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
        @Content(mediaType = "application/jsonl", schema = @Schema(implementation = AuditRow.class))})
    void export(@ParameterObject AuditFilter filter,
            @RequestParam(required = false) @Parameter(required = true, schema = @Schema(allowableValues = {"csv", "jsonl"})) String format,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditFilter ending = filter.before(clock.instant().plusMillis(1));
        var file = new ExportAnswer.File<>("audit", ExportFormat.of(format), COLUMNS);
        ExportAnswer.Extent extent = answer.write(file, (beginning, progress) -> exports.run(
                (last, size) -> reads.page(ending, last == null ? null : last.id(), size), beginning, progress), request, response);
        audit.changed(null, Map.of("rows", extent.rows(), "query", Objects.toString(request.getQueryString(), "")));
    }
}
