package dev.syncline.delivery;

import dev.syncline.problem.ErrorCode;
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

/** What was sent to whom, when, and what came of it. For administrators. */
@RestController
@RequestMapping("/api/v1/notifications/deliveries")
@Tag(name = "Notifications")
@Needs(Right.SEE_NOTIFICATIONS)
class DeliveryController {

    private final DeliveryRepository deliveries;
    private final DeliveryWork work;
    private final Clock clock;

    DeliveryController(DeliveryRepository deliveries, DeliveryWork work, Clock clock) {
        this.deliveries = deliveries;
        this.work = work;
        this.clock = clock;
    }

    record Detail(Delivery delivery, List<Attempt> attempts) {}

    @GetMapping
    @Operation(summary = "Messages, newest first", description = "What has ended is kept for 90 days.")
    Page<Delivery> list(
            @RequestParam(required = false) UUID channelId,
            @RequestParam(required = false) UUID ruleId,
            @RequestParam(required = false) Delivery.Status status,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        List<Delivery> found = deliveries.page(channelId, ruleId, status, from == null ? null : from.uuid(0), size + 1);
        return Page.of(found, size, last -> Cursor.of(last.id()));
    }

    @GetMapping("/{id}")
    Detail get(@PathVariable UUID id) {
        return new Detail(find(id), deliveries.attempts(id));
    }

    @Needs(Right.ADMINISTER_NOTIFICATIONS)
    @PostMapping("/{id}/send-again")
    @Operation(summary = "Send one again that was given up", description = "With the same id, so that a receiver who did get it can tell.")
    Detail again(@PathVariable UUID id) {
        Delivery delivery = find(id);
        if (!deliveries.again(id, clock.instant())) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE, "Only a message that was given up can be sent again; this one is " + delivery.status() + ".");
        }
        work.sendWhatIsDue();
        return get(id);
    }

    private Delivery find(UUID id) {
        return deliveries.find(id).orElseThrow(() -> ProblemException.notFound("delivery", id));
    }
}
