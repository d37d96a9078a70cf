package dev.syncline.failure;

import dev.syncline.failure.ConcernRepository.Person;
import dev.syncline.failure.FailureGroup.State;
import dev.syncline.failure.FailureGroupRepository.Place;
import dev.syncline.failure.FailureGroupRepository.Sort;
import dev.syncline.journal.Actor;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import dev.syncline.task.FailureKind;
import dev.syncline.web.Cursor;
import dev.syncline.web.ETags;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Failures grouped by cause over HTTP. For administrators; part of the synchronization log. */
@RestController
@RequestMapping("/api/v1/failure-groups")
@Tag(name = "Failure groups")
@Needs(Right.SEE_TASKS)
class FailureGroupController {

    private static final UUID HIGHEST = new UUID(-1, -1);
    private static final UUID LOWEST = new UUID(0, 0);
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final FailureGroupRepository groups;
    private final NoteRepository notes;
    private final ConcernRepository concerns;
    private final Trends trends;
    private final Handling handling;
    private final Samples samples;

    FailureGroupController(FailureGroupRepository groups, NoteRepository notes, ConcernRepository concerns, Trends trends, Handling handling,
            Samples samples) {
        this.groups = groups;
        this.notes = notes;
        this.concerns = concerns;
        this.trends = trends;
        this.handling = handling;
        this.samples = samples;
    }

    record NewNote(String text) {}

    @GetMapping
    @Operation(summary = "Groups of failures with one cause, those with the most failed tasks first", description = """
            tasks and people count what stands failed now. With sort=LAST_SEEN those that happened last come first. Their tasks:
            /api/v1/tasks?failureGroup=ID""")
    Page<FailureGroup> list(
            @RequestParam(required = false) Set<UUID> application,
            @RequestParam(required = false) Set<FailureKind> kind,
            @RequestParam(required = false) Set<State> state,
            @RequestParam(required = false) Boolean standing,
            @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "TASKS") Sort sort,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Scope scope) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 3);
        Place after = from == null ? Place.START : new Place(from.number(0), from.instant(1), from.uuid(2));
        String text = q == null || q.isBlank() ? null : q.strip();
        GroupFilter filter = new GroupFilter(orNone(application), orNone(kind), orNone(state), standing, text, scope);
        List<FailureGroup> found = samples.shown(groups.page(filter, sort, after, size + 1));
        return Page.of(found, size, last -> Cursor.of(last.tasks(), last.lastSeenAt(), last.id()));
    }

    @GetMapping("/{id}")
    ResponseEntity<FailureGroup> get(@PathVariable UUID id, Scope scope) {
        return answer(handling.get(id, scope));
    }

    @Needs(Right.HANDLE_FAILURES)
    @PutMapping("/{id}")
    @Operation(summary = "Acknowledge, resolve or open it again; say who sees to it", description = """
            A resolved group in which another task fails comes back by itself. Nothing is done about its tasks.""")
    ResponseEntity<FailureGroup> put(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody GroupBody body,
            Actor actor,
            Scope scope) {
        return answer(handling.decide(handling.get(id, scope).id(), ETags.required(ifMatch), body, actor));
    }

    @GetMapping("/{id}/notes")
    @Operation(summary = "What people said and did about it, newest first")
    Page<Note> notes(@PathVariable UUID id, @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor, Scope scope) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 2);
        handling.get(id, scope);
        List<Note> page = notes.page(id, from == null ? LATEST : from.instant(0), from == null ? HIGHEST : from.uuid(1), size + 1);
        return Page.of(page, size, last -> Cursor.of(last.at(), last.id()));
    }

    @Needs(Right.HANDLE_FAILURES)
    @PostMapping("/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Note note(@PathVariable UUID id, @RequestBody NewNote note, Actor actor, Scope scope) {
        return handling.note(handling.get(id, scope).id(), GroupBody.note(note.text()), actor);
    }

    @GetMapping("/{id}/people")
    @Operation(summary = "The users whose tasks stand failed so now")
    Page<Person> people(@PathVariable UUID id, @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor, Scope scope) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        handling.get(id, scope);
        return Page.of(concerns.people(id, from == null ? LOWEST : from.uuid(0), size + 1), size, last -> Cursor.of(last.userId()));
    }

    @GetMapping("/{id}/trend")
    @Operation(summary = "How often it happened in the last thirty days, and how its tasks stand now")
    Trends.Trend trend(@PathVariable UUID id, Scope scope) {
        handling.get(id, scope);
        return trends.of(id);
    }

    private static <T> Set<T> orNone(Set<T> values) {
        return values == null ? Set.of() : values;
    }

    private ResponseEntity<FailureGroup> answer(FailureGroup group) {
        return ResponseEntity.ok().eTag(ETags.of(group.version())).body(samples.shown(group));
    }
}
