package dev.syncline.synclog;

import dev.syncline.journal.Actor;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log as a file. An export that fails after it has begun is broken off: its last chunk never comes (RFC 9112, section 8), which every
 * client tells from a whole one. A whole one ends with the number of its rows as a trailer field.
 */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
@Needs(Right.SEE_TASKS)
class ExportController {

    static final String ROWS = "Syncline-Export-Rows";

    private static final Logger log = LoggerFactory.getLogger(ExportController.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Export export;
    private final JsonMapper json;
    private final Clock clock;

    ExportController(Export export, JsonMapper json, Clock clock) {
        this.export = export;
        this.json = json;
        this.clock = clock;
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
            HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        ExportFormat written = ExportFormat.of(format);
        AtomicLong rows = new AtomicLong();
        try {
            export.run(filter, Order.of(order, filter) == Order.OLDEST, () -> begin(written, rows, request, response), rows::set);
            note(actor, rows, "all of", request);
        } catch (IOException e) {
            note(actor, rows, "until the reader went away,", request);
        } catch (RuntimeException e) {
            if (!response.isCommitted()) {
                throw e;
            }
            note(actor, rows, "until it failed,", request);
            log.error("An export was broken off after {} rows", rows, e);
            throw new CloseNowException("The export could not be finished", e);
        }
    }

    private RowWriter begin(ExportFormat format, AtomicLong rows, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(format.contentType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"synchronization-log-%s.%s\""
                .formatted(STAMP.format(clock.instant()), format.name().toLowerCase(Locale.ROOT)));
        if (!"HTTP/1.0".equals(request.getProtocol())) {
            response.setHeader(HttpHeaders.TRAILER, ROWS);
            response.setTrailerFields(() -> Map.of(ROWS, rows.toString()));
        }
        // From here on the body comes in chunks, however short it is.
        response.flushBuffer();
        return format.writer(response.getOutputStream(), json);
    }

    /** Who took what out of the log. The query is logged as it came, encoded, so that it can forge no line. */
    private static void note(Actor actor, AtomicLong rows, String extent, HttpServletRequest request) {
        log.info("{} ({} {}) exported {} rows, {} {}", actor.name().replaceAll("\\p{Cntrl}", " "), actor.kind(), actor.id(), rows, extent,
                request.getQueryString());
    }
}
