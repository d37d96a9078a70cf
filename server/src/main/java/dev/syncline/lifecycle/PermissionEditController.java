package dev.syncline.lifecycle;

import dev.syncline.intake.AccountChange.Grant;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For administrators. */
@RestController
@RequestMapping("/api/v1/users/{id}/permissions")
@Tag(name = "Users")
@Needs(Right.CHANGE_ACCOUNTS)
class PermissionEditController {

    private static final int MOST = 500;

    private final PermissionEdits edits;

    PermissionEditController(PermissionEdits edits) {
        this.edits = edits;
    }

    record Bind(UUID permissionId, Instant endsAt) {}

    record Body(List<Bind> bind, Set<UUID> unbind) {
        Body {
            bind = bind == null ? List.of() : bind.stream().filter(Objects::nonNull).toList();
            unbind = unbind == null ? Set.of() : unbind.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
        }

        List<UUID> permissionIds() {
            return Stream.concat(bind.stream().map(Bind::permissionId), unbind.stream()).toList();
        }

        List<Grant> grants() {
            return bind.stream().map(wanted -> new Grant(wanted.permissionId(), wanted.endsAt())).toList();
        }
    }

    @PostMapping
    @Operation(
            summary = "Give a user permissions and take some away",
            description = "At the user's accounts, in applications with change tracking. All of it is done, or nothing.")
    ResponseEntity<PermissionEdits.Done> edit(@PathVariable UUID id, @RequestBody Body body, Actor actor, Scope scope) {
        if (body.bind().stream().anyMatch(wanted -> wanted.permissionId() == null)) {
            throw ProblemException.invalid("bind.permissionId", "Say which permission to bind.");
        }
        if (body.bind().isEmpty() && body.unbind().isEmpty()) {
            throw ProblemException.invalid("bind", "Name at least one permission to bind or unbind.");
        }
        if (body.bind().size() + body.unbind().size() > MOST) {
            throw ProblemException.invalid("bind", "At most " + MOST + " permissions can be edited at once.");
        }
        if (body.bind().stream().anyMatch(wanted -> body.unbind().contains(wanted.permissionId()))) {
            throw ProblemException.invalid("unbind", "A permission cannot be bound and unbound at once.");
        }
        edits.refuseInvisible(body.permissionIds(), scope);
        return ResponseEntity.accepted().body(edits.edit(id, body.grants(), body.unbind(), actor));
    }
}
