package dev.syncline.notification;

import dev.syncline.delivery.Language;
import dev.syncline.journal.Actor;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.ETags;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rules over HTTP. For administrators. */
@RestController
@RequestMapping(RuleController.PATH)
@Tag(name = "Notifications")
@Needs(Right.SEE_NOTIFICATIONS)
class RuleController {

    static final String PATH = "/api/v1/notifications/rules";

    private final Rules rules;
    private final RulePreview preview;
    private final RuleViews views;

    RuleController(Rules rules, RulePreview preview, RuleViews views) {
        this.rules = rules;
        this.preview = preview;
        this.views = views;
    }

    record MuteBody(Instant until, String reason) {}

    @GetMapping
    Page<RuleViews.RuleView> list(@RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        return Page.of(views.rules(rules.page(from == null ? "" : from.text(0), size + 1)), size, last -> Cursor.of(last.name()));
    }

    @Needs(Right.ADMINISTER_NOTIFICATIONS)
    @PostMapping
    @Operation(summary = "Make a rule", description = "It is looked at within seconds, and every minute from then on.")
    ResponseEntity<RuleViews.RuleView> create(@RequestBody RuleBody body) {
        RuleViews.RuleView made = views.rule(rules.create(body));
        return ResponseEntity.created(URI.create(PATH + "/" + made.id())).eTag(ETags.of(made.version())).body(made);
    }

    @GetMapping("/{id}")
    ResponseEntity<RuleViews.RuleView> get(@PathVariable UUID id) {
        return answer(rules.get(id));
    }

    @Needs(Right.ADMINISTER_NOTIFICATIONS)
    @PutMapping("/{id}")
    @Operation(summary = "Edit a rule", description = "Switching it off ends its alerts without a word.")
    ResponseEntity<RuleViews.RuleView> put(@PathVariable UUID id, @RequestBody RuleBody body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return answer(rules.update(id, ETags.required(ifMatch), body));
    }

    @Needs(Right.ADMINISTER_NOTIFICATIONS)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id, @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        rules.delete(id, ETags.required(ifMatch));
        return ResponseEntity.noContent().build();
    }

    @Needs(Right.ADMINISTER_NOTIFICATIONS)
    @PostMapping("/preview")
    @Operation(summary = "What a rule would say now", description = "Changes and sends nothing. Name and channels may still be missing.")
    RulePreview.Shown preview(@RequestBody RuleBody body, @RequestParam(defaultValue = "en") String language) {
        return preview.of(body, Language.of(language));
    }

    @Needs(Right.ADMINISTER_NOTIFICATIONS)
    @PostMapping("/{id}/mute")
    @Operation(summary = "Send nothing until a time", description = "Its alerts go on; what is still so afterwards is told then.")
    ResponseEntity<RuleViews.RuleView> mute(@PathVariable UUID id, @RequestBody MuteBody body, Actor actor) {
        return answer(rules.mute(id, body.until(), body.reason(), actor));
    }

    @Needs(Right.ADMINISTER_NOTIFICATIONS)
    @DeleteMapping("/{id}/mute")
    ResponseEntity<RuleViews.RuleView> unmute(@PathVariable UUID id) {
        return answer(rules.unmute(id));
    }

    private ResponseEntity<RuleViews.RuleView> answer(Rule rule) {
        return ResponseEntity.ok().eTag(ETags.of(rule.version())).body(views.rule(rule));
    }
}
