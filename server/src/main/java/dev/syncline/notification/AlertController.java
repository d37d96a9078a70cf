package dev.syncline.notification;

import dev.syncline.delivery.Language;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is so, and was. For administrators. */
@RestController
@RequestMapping("/api/v1/notifications/alerts")
@Tag(name = "Notifications")
@Needs(Right.SEE_NOTIFICATIONS)
class AlertController {

    private final AlertRepository alerts;
    private final RuleViews views;
    private final Clock clock;

    AlertController(AlertRepository alerts, RuleViews views, Clock clock) {
        this.alerts = alerts;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Alerts, newest first", description = "What has ended is kept for 90 days.")
    Page<RuleViews.AlertView> list(
            @RequestParam(required = false) UUID ruleId,
            @RequestParam(required = false) Boolean open,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        List<Alert> found = alerts.page(ruleId, open, from == null ? null : from.uuid(0), size + 1);
        return Page.of(views.alerts(found, Language.of(language)), size, last -> Cursor.of(last.id()));
    }

    @Needs(Right.HANDLE_FAILURES)
    @PostMapping("/{id}/acknowledge")
    @Operation(summary = "Take an alert up", description = "It is not repeated from then on; its end is still told.")
    RuleViews.AlertView acknowledge(@PathVariable UUID id, @RequestParam(defaultValue = "en") String language, Actor actor) {
        alerts.acknowledge(id, actor.name(), clock.instant());
        Alert alert = alerts.find(id).orElseThrow(() -> ProblemException.notFound("alert", id));
        return views.alerts(List.of(alert), Language.of(language)).getFirst();
    }
}
