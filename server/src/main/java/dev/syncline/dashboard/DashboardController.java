package dev.syncline.dashboard;

import dev.syncline.journal.Veil;
import dev.syncline.personal.Veils;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import dev.syncline.task.Ledger;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The dashboard over HTTP. For administrators; part of the synchronization log. */
@RestController
@RequestMapping("/api/v1/dashboard")
@Tag(name = "Dashboard")
@Needs(Right.SEE_TASKS)
class DashboardController {

    /** A removal that has not failed is stuck after this time. */
    private static final Duration STUCK_AFTER = Duration.ofHours(1);

    private static final UUID LOWEST = new UUID(0, 0);
    private static final int MOST_COUNTED = 1_000;

    private final Dashboards dashboards;
    private final RemainingAccessRepository remaining;
    private final Ledger ledger;
    private final Veils veils;
    private final Clock clock;

    DashboardController(Dashboards dashboards, RemainingAccessRepository remaining, Ledger ledger, Veils veils, Clock clock) {
        this.dashboards = dashboards;
        this.remaining = remaining;
        this.ledger = ledger;
        this.veils = veils;
        this.clock = clock;
    }

    /** @param capped whether there are more than were counted */
    record Count(int count, boolean capped) {}

    @GetMapping
    @Operation(summary = "Volume and success, backlog, time from event to target, and what needs a person", description = """
            As counted at countedAt, a few seconds ago. Tasks belong to the time in which they were opened, as in the log.""")
    Dashboard get(@RequestParam(defaultValue = "24h") @Parameter(schema = @Schema(allowableValues = {"24h", "7d", "30d"})) String range,
            Scope scope) {
        return dashboards.of(Range.of(range), scope);
    }

    @GetMapping("/remaining-access")
    @Operation(summary = "Who still has access that was to be taken away, the longest first",
            description = "Removals that failed, and those that are not done an hour after they were decided.")
    Page<RemainingAccess> remainingAccess(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor, Scope scope) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        List<RemainingAccess> page = remaining.page(stuckBefore(), scope, from == null ? LOWEST : from.uuid(0), size + 1);
        Map<UUID, Veil> behind = veils.of(ledger.findAll(page.stream().map(RemainingAccess::taskId).toList()));
        return Page.of(page.stream().map(one -> one.behind(behind.getOrDefault(one.taskId(), Veil.NONE))).toList(), size,
                last -> Cursor.of(last.taskId()));
    }

    @GetMapping("/remaining-access/count")
    @Operation(summary = "How many these are, counted up to " + MOST_COUNTED)
    Count count(Scope scope) {
        int count = remaining.count(stuckBefore(), scope, MOST_COUNTED + 1);
        return new Count(Math.min(count, MOST_COUNTED), count > MOST_COUNTED);
    }

    private Instant stuckBefore() {
        return clock.instant().minus(STUCK_AFTER);
    }
}
