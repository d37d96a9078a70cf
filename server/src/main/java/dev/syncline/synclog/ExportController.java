package dev.syncline.synclog;

import dev.syncline.audit.Audit;
import dev.syncline.export.ExportAnswer;
import dev.syncline.export.ExportFormat;
import dev.syncline.journal.Actor;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log as a file. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
@Needs(Right.SEE_TASKS)
class ExportController {

    private static final Logger log = LoggerFactory.getLogger(ExportController.class);

    private final Export export;
    private final ExportAnswer answer;
    private final Audit audit;

    ExportController(Export export, ExportAnswer answer, Audit audit) {
        this.export = export;
        this.answer = answer;
        this.audit = audit;
    }

    @GetMapping("/export")
    @Operation(summary = "Everything a filter shows, as a file", description = """
            In the order of the list, masked as the log is. csv: RFC 4180 in UTF-8 with a byte order mark; jsonl: one row of the list a line. \
            Tasks opened after it began are left out. An export that cannot be finished is broken off in the middle of its body, which HTTP clients \
            report as an error; a whole one ends with the trailer field Syncline-Export-Rows.""")
    @ApiResponse(responseCode = "200", content = {
        @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
        @Content(mediaType = "application/jsonl", schema = @Schema(implementation = TaskRow.class))})
    void export(
            @ParameterObject TaskFilter filter,
            @RequestParam(required = false) @Parameter(schema = @Schema(allowableValues = {"newest", "oldest"})) String order,
            @RequestParam(required = false) @Parameter(required = true, schema = @Schema(allowableValues = {"csv", "jsonl"})) String format,
            @Parameter(hidden = true) Actor actor,
            Rights may,
            HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        ExportAnswer.File<TaskRow> file = new ExportAnswer.File<>("synchronization-log", ExportFormat.of(format), CsvColumns.ALL);
        boolean oldestFirst = Order.of(order, filter) == Order.OLDEST;
        note(actor, answer.write(file, (beginning, progress) -> export.run(filter, may, oldestFirst, beginning, progress), request, response), request);
    }

    /** Who took what out of the log. What was looked for may be a person's name: it stands in the audit alone, not in the server's own log. */
    private void note(Actor actor, ExportAnswer.Extent extent, HttpServletRequest request) {
        audit.changed(null, Map.of("rows", extent.rows(), "query", Objects.toString(request.getQueryString(), "")));
        log.info("{} ({} {}) exported {} rows, {} what the audit tells", actor.name().replaceAll("\\p{Cntrl}", " "), actor.kind(), actor.id(),
                extent.rows(), extent.words());
    }
}
