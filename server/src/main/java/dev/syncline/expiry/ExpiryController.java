package dev.syncline.expiry;

import dev.syncline.expiry.ReminderRepository.Place;
import dev.syncline.expiry.ReminderRepository.Rule;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import dev.syncline.web.Cursor;
import dev.syncline.web.ETags;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has ended and what ends soon, for administrators; own reminders in the portal. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Expiry")
@Needs(Right.SEE_APPLICATIONS)
class ExpiryController {

    private final EndedRepository ended;
    private final Reminders reminders;

    ExpiryController(EndedRepository ended, Reminders reminders) {
        this.ended = ended;
        this.reminders = reminders;
    }

    record RuleBody(
            @NotNull(message = "Give the days, or an empty list for no reminders.") @Size(max = 10, message = "At most ten reminders.")
                    List<@NotNull @Min(value = 1, message = "At least one day.") @Max(value = 365, message = "At most 365 days.") Integer> daysBefore) {}

    @GetMapping("/expiries")
    @Operation(summary = "What has ended, newest first (for administrators)")
    Page<Ended> expiries(@RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor, Scope scope) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        return Page.of(ended.page(scope, from == null ? null : from.uuid(0), size + 1), size, last -> Cursor.of(last.id()));
    }

    @GetMapping("/expiries/{id}")
    @Operation(summary = "What ended at once, and the tasks it caused (for administrators)")
    Ended expiry(@PathVariable UUID id, Scope scope) {
        return ended.find(id, scope).orElseThrow(() -> ProblemException.notFound("expiry", id));
    }

    @GetMapping("/reminders")
    @Operation(summary = "What ends soon and its users were reminded of, soonest first (for administrators)")
    Page<Reminder> all(@RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor, Scope scope) {
        return page(null, scope, limit, cursor);
    }

    @Needs(Right.PORTAL)
    @GetMapping("/portal/reminders")
    @Operation(summary = "What of mine ends soon, soonest first")
    Page<Reminder> mine(@RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor, Actor actor) {
        return page(actor.id(), Scope.ALL, limit, cursor);
    }

    private Page<Reminder> page(@Nullable UUID user, Scope visible, Integer limit, String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 3);
        Place after = from == null ? Place.START : new Place(from.instant(0), from.uuid(1), from.uuid(2));
        return Page.of(reminders.page(user, visible, after, size + 1), size, last -> Cursor.of(last.endsAt(), last.accountId(), last.key()));
    }

    @Needs(Right.SEE_POLICIES)
    @GetMapping("/reminder-rule")
    @Operation(summary = "How many days before an end users are reminded")
    ResponseEntity<Rule> rule() {
        return answer(reminders.rule());
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PutMapping("/reminder-rule")
    @Operation(summary = "Change how many days before an end users are reminded; none turns reminders off")
    ResponseEntity<Rule> save(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch, @Valid @RequestBody RuleBody body) {
        return answer(reminders.save(body.daysBefore(), ETags.required(ifMatch)));
    }

    private static ResponseEntity<Rule> answer(Rule rule) {
        return ResponseEntity.ok().eTag(ETags.of(rule.version())).body(rule);
    }
}
