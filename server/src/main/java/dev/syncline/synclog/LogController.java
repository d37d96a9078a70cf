package dev.syncline.synclog;

import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The log over HTTP. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
@Needs(Right.SEE_TASKS)
class LogController {

    private static final int DEFAULT_BUCKETS = 60;
    private static final int MOST_BUCKETS = 400;
    private static final int MOST_ROWS = 100;

    private final Listing listing;
    private final Facets facets;
    private final Histogram histogram;
    private final ChangeStreams streams;
    private final TaskLog log;

    LogController(Listing listing, Facets facets, Histogram histogram, ChangeStreams streams, TaskLog log) {
        this.listing = listing;
        this.facets = facets;
        this.histogram = histogram;
        this.streams = streams;
        this.log = log;
    }

    @GetMapping
    @Operation(summary = "The synchronization log, newest first; what needs attention oldest first")
    Page<TaskRow> list(
            @ParameterObject TaskFilter filter,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            @RequestParam(required = false) @Parameter(schema = @Schema(allowableValues = {"newest", "oldest"})) String order,
            Rights may) {
        int rows = Limit.of(limit);
        Cursor after = Cursor.decode(cursor, 1);
        boolean oldestFirst = Order.of(order, filter) == Order.OLDEST;
        List<TaskRow> page = listing.page(filter, may, oldestFirst, after == null ? null : after.uuid(0), rows + 1);
        return Page.of(page, rows, row -> Cursor.of(row.id()));
    }

    /**
     * @param items rows of those that are there, in order of opening
     * @param matching ids of those the filter shows
     */
    record Rows(List<TaskRow> items, List<UUID> matching) {}

    @GetMapping("/rows")
    @Operation(summary = "The rows of tasks by their ids, at most 100, and which of them a filter shows")
    Rows rows(@RequestParam List<UUID> id, @ParameterObject TaskFilter filter, Rights may) {
        if (id.size() > MOST_ROWS) {
            throw ProblemException.invalid("id", "At most " + MOST_ROWS + " rows can be asked for at once, not " + id.size() + ".");
        }
        return new Rows(listing.byId(id, may), listing.among(filter, id));
    }

    @GetMapping("/histogram")
    @Operation(summary = "How many tasks were opened when; without a period, the span of what matches")
    Histogram.Bars histogram(@ParameterObject TaskFilter filter, @RequestParam(required = false) Integer buckets) {
        if (buckets != null && (buckets < 1 || buckets > MOST_BUCKETS)) {
            throw ProblemException.invalid("buckets", "\"buckets\" must be from 1 to " + MOST_BUCKETS + ", not " + buckets + ".");
        }
        return histogram.bars(filter, buckets == null ? DEFAULT_BUCKETS : buckets);
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Server-sent events \"tasks\" with the ids of tasks that changed, at most two a second")
    SseEmitter stream(@ParameterObject TaskFilter filter) {
        return streams.open(filter);
    }

    @GetMapping("/facets")
    @Operation(summary = "How many tasks each value of a filter would show")
    Facets.Counts facets(@ParameterObject TaskFilter filter) {
        return facets.count(filter);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One task in full: operation log, parameters, requests, responses", description = """
            What it carried is left out, and payloads is false, for who has not the right SEE_PAYLOADS.""")
    TaskDetail detail(@PathVariable UUID id, Rights may) {
        return log.detail(id, may);
    }
}
