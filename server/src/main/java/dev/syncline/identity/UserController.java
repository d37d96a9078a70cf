package dev.syncline.identity;

import dev.syncline.journal.Actor;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.ETags;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
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

@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "Users")
@Needs(Right.SEE_PEOPLE)
class UserController {

    private final Users users;
    private final UserViews views;

    UserController(Users users, UserViews views) {
        this.users = users;
        this.views = views;
    }

    @GetMapping
    Page<UserView> list(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) UUID organizationId,
            @RequestParam(required = false) User.Status status,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 2);
        UserFilter filter = new UserFilter(q, organizationId == null ? null : Set.of(organizationId), status);
        List<User> found = from == null ? users.page(filter, "", size + 1) : users.page(filter, from.text(0), from.uuid(1), size + 1);
        return Page.of(views.of(found), size, last -> Cursor.of(last.userName().toLowerCase(Locale.ROOT), last.id()));
    }

    @Needs(Right.ADMINISTER_PEOPLE)
    @PostMapping
    ResponseEntity<UserView> create(@RequestBody UserBody body, Actor actor) {
        User made = users.create(body.data(), Act.by(actor));
        return ResponseEntity.created(URI.create("/api/v1/users/" + made.id()))
                .eTag(ETags.of(made.version()))
                .body(views.of(made));
    }

    @GetMapping("/{id}")
    ResponseEntity<UserView> get(@PathVariable UUID id) {
        return answer(users.get(id));
    }

    @Needs(Right.ADMINISTER_PEOPLE)
    @PutMapping("/{id}")
    ResponseEntity<UserView> update(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody UserBody body,
            Actor actor) {
        return answer(users.update(id, ETags.required(ifMatch), body.data(), Act.by(actor)));
    }

    @Needs(Right.ADMINISTER_PEOPLE)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            Actor actor) {
        users.delete(id, ETags.required(ifMatch), Act.by(actor));
        return ResponseEntity.noContent().build();
    }

    @Needs(Right.ADMINISTER_PEOPLE)
    @PostMapping("/{id}/enable")
    ResponseEntity<UserView> enable(@PathVariable UUID id, Actor actor) {
        return answer(users.setStatus(id, User.Status.ENABLED, Act.by(actor)));
    }

    @Needs(Right.ADMINISTER_PEOPLE)
    @PostMapping("/{id}/disable")
    ResponseEntity<UserView> disable(@PathVariable UUID id, Actor actor) {
        return answer(users.setStatus(id, User.Status.DISABLED, Act.by(actor)));
    }

    private ResponseEntity<UserView> answer(User user) {
        return ResponseEntity.ok().eTag(ETags.of(user.version())).body(views.of(user));
    }
}
