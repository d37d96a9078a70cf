package dev.syncline.lifecycle;

import dev.syncline.identity.User;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For administrators. */
@RestController
@RequestMapping("/api/v1/users/{id}")
@Tag(name = "Users")
@Needs(Right.SEE_PEOPLE)
class HistoryController {

    private final History history;
    private final Consequences consequences;

    HistoryController(History history, Consequences consequences) {
        this.history = history;
        this.consequences = consequences;
    }

    @GetMapping("/changes")
    @Operation(summary = "What was changed about a user, newest first", description = "Also for users who are gone for good.")
    Page<HistoryEntry> changes(
            @PathVariable UUID id, @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        return Page.of(history.of(id, from == null ? null : from.uuid(0), size + 1), size, last -> Cursor.of(last.id()));
    }

    /** @param items one per account of the user */
    record Foreseen(List<Consequences.Consequence> items) {}

    @GetMapping("/consequences")
    @Operation(
            summary = "What would happen to the accounts if the user got this status",
            description = "By the global provisioning policy and its overrides. Changes nothing.")
    Foreseen consequences(@PathVariable UUID id, @RequestParam User.Status status) {
        return new Foreseen(consequences.of(id, status));
    }
}
