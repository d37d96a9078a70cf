package dev.syncline.identity;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.ETags;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

/** For administrators. */
@RestController
@RequestMapping("/api/v1/groups")
@Tag(name = "Groups", description = "Groups of users.")
@Needs(Right.SEE_PEOPLE)
class GroupController {

    private static final int MOST_AT_ONCE = 10_000;

    private final Groups groups;

    GroupController(Groups groups) {
        this.groups = groups;
    }

    @GetMapping
    @Operation(summary = "Groups by name, with how many members they have")
    Page<GroupView> list(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        List<Group> found = groups.page(q, from == null ? "" : from.text(0), size + 1);
        Map<UUID, Long> members = groups.countMembers(found.stream().map(Group::id).toList());
        return Page.of(found, size, last -> Cursor.of(last.name().toLowerCase(Locale.ROOT)))
                .map(group -> GroupView.of(group, members.getOrDefault(group.id(), 0L)));
    }

    @Needs(Right.ADMINISTER_PEOPLE)
    @PostMapping
    ResponseEntity<GroupView> create(@RequestBody GroupBody body, Actor actor) {
        Group made = groups.create(body.data(), Set.of(), Act.by(actor));
        return ResponseEntity.created(URI.create("/api/v1/groups/" + made.id())).eTag(ETags.of(made.version())).body(GroupView.of(made, 0));
    }

    @GetMapping("/{id}")
    ResponseEntity<GroupView> get(@PathVariable UUID id) {
        return answer(groups.get(id));
    }

    @Needs(Right.ADMINISTER_PEOPLE)
    @PutMapping("/{id}")
    @Operation(summary = "Edit a group; a new name is a change of all its members")
    ResponseEntity<GroupView> update(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody GroupBody body,
            Actor actor) {
        return answer(groups.update(id, ETags.required(ifMatch), body.data(), Act.by(actor)));
    }

    @Needs(Right.ADMINISTER_PEOPLE)
    @DeleteMapping("/{id}")
    @Operation(summary = "Delete a group; its members leave it first")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            Actor actor) {
        groups.delete(id, ETags.required(ifMatch), Act.by(actor));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{id}/members")
    Page<GroupMember> members(
            @PathVariable UUID id,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        groups.get(id);
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        return Page.of(groups.members(id, q, from == null ? "" : from.text(0), size + 1), size,
                last -> Cursor.of(last.userName().toLowerCase(Locale.ROOT)));
    }

    /** @param add ids of users; a user in both lists is in the group afterwards */
    record MembersBody(Set<UUID> add, Set<UUID> remove) {
        MembersBody {
            add = add == null ? Set.of() : Set.copyOf(add);
            remove = remove == null ? Set.of() : Set.copyOf(remove);
        }
    }

    @Needs(Right.ADMINISTER_PEOPLE)
    @PostMapping("/{id}/members")
    @Operation(summary = "Add and remove members, up to 10,000 at once; says how many came and left")
    Groups.Moved change(@PathVariable UUID id, @RequestBody MembersBody body, Actor actor) {
        if (body.add().size() + body.remove().size() > MOST_AT_ONCE) {
            throw ProblemException.invalid("add", "At most 10,000 members can be added and removed at once; split the list.");
        }
        return groups.change(id, body.add(), body.remove(), Act.by(actor));
    }

    private ResponseEntity<GroupView> answer(Group group) {
        long members = groups.countMembers(List.of(group.id())).getOrDefault(group.id(), 0L);
        return ResponseEntity.ok().eTag(ETags.of(group.version())).body(GroupView.of(group, members));
    }
}
