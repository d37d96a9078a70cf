package dev.syncline.savedview;

import dev.syncline.journal.Actor;
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
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Saved views of the log, for administrators. */
@RestController
@RequestMapping("/api/v1/views")
@Tag(name = "Saved views", description = "Views of the log under names: the caller's own, and those shared with all who see every application.")
@Needs(Right.SEE_TASKS)
class ViewController {

    private static final UUID LOWEST = new UUID(0, 0);

    private final SavedViews views;

    ViewController(SavedViews views) {
        this.views = views;
    }

    record Owner(@Nullable UUID id, @Nullable String name) {}

    /**
     * A view as its reader sees it.
     *
     * @param mine whether the reader made it
     * @param mayChange whether the reader may change and delete it
     */
    record Shown(UUID id, String name, String address, boolean shared, Owner owner, boolean mine, boolean mayChange, int version, Instant updatedAt) {

        static Shown to(Actor reader, SavedView view) {
            return new Shown(view.id(), view.name(), view.address(), view.shared(), new Owner(view.ownerId(), view.ownerName()),
                    view.isOf(reader), view.mayBeChangedBy(reader), view.version(), view.updatedAt());
        }
    }

    @GetMapping
    @Operation(summary = "The views one sees, in the order of their names")
    Page<Shown> list(@RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor, Actor actor,
            Scope scope) {
        int size = Limit.of(limit);
        Cursor after = Cursor.decode(cursor, 2);
        Page<SavedView> page = Page.of(views.page(actor, scope, after == null ? "" : after.text(0), after == null ? LOWEST : after.uuid(1), size + 1),
                size, last -> Cursor.of(last.name(), last.id()));
        return page.map(view -> Shown.to(actor, view));
    }

    @PostMapping
    @Operation(summary = "Save a view")
    ResponseEntity<Shown> create(@Valid @RequestBody ViewBody body, Actor actor) {
        SavedView made = views.create(body, actor);
        return ResponseEntity.created(URI.create("/api/v1/views/" + made.id())).eTag(ETags.of(made.version())).body(Shown.to(actor, made));
    }

    @GetMapping("/{id}")
    ResponseEntity<Shown> get(@PathVariable UUID id, Actor actor, Scope scope) {
        return answer(views.get(id, actor, scope), actor);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a view", description = "A person may change what is shared, whoever made it; an API token only its own.")
    ResponseEntity<Shown> update(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @Valid @RequestBody ViewBody body,
            Actor actor,
            Scope scope) {
        return answer(views.update(id, ETags.required(ifMatch), body, actor, scope), actor);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch, Actor actor,
            Scope scope) {
        views.delete(id, ETags.required(ifMatch), actor, scope);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/start")
    @Operation(summary = "The view the log opens with for the caller")
    StartView start(Actor actor, Scope scope) {
        return views.start(actor, scope);
    }

    @PutMapping("/start")
    @Operation(summary = "Choose the view the log opens with for the caller", description = "Either viewId, or one that is shipped.")
    StartView startWith(@RequestBody StartView view, Actor actor, Scope scope) {
        return views.startWith(view, actor, scope);
    }

    private static ResponseEntity<Shown> answer(SavedView view, Actor actor) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(Shown.to(actor, view));
    }
}
