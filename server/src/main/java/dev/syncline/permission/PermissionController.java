package dev.syncline.permission;

import dev.syncline.connector.PermissionKind;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import dev.syncline.web.Cursor;
import dev.syncline.web.ETags;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
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
@RequestMapping("/api/v1/permissions")
@Tag(name = "Permissions")
@Needs(Right.SEE_APPLICATIONS)
class PermissionController {

    private final Permissions permissions;

    PermissionController(Permissions permissions) {
        this.permissions = permissions;
    }

    @GetMapping
    Page<Permission> list(
            @RequestParam(required = false) UUID applicationId,
            @RequestParam(required = false) PermissionKind kind,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor,
            Scope scope) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        List<Permission> found = permissions.page(
                new PermissionFilter(applicationId, kind, q, scope), from == null ? null : from.uuid(0), size + 1);
        return Page.of(found, size, last -> Cursor.of(last.id()));
    }

    @Needs(Right.ADMINISTER_APPLICATIONS)
    @PostMapping
    ResponseEntity<Permission> create(@Valid @RequestBody PermissionBody body) {
        Permission made = permissions.create(body);
        return ResponseEntity.created(URI.create("/api/v1/permissions/" + made.id())).eTag(ETags.of(made.version())).body(made);
    }

    @GetMapping("/{id}")
    ResponseEntity<Permission> get(@PathVariable UUID id, Scope scope) {
        Permission found = permissions.get(id);
        scope.require(found.applicationId(), () -> ProblemException.notFound("permission", id));
        return answer(found);
    }

    @Needs(Right.ADMINISTER_APPLICATIONS)
    @PutMapping("/{id}")
    ResponseEntity<Permission> update(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @Valid @RequestBody PermissionBody body) {
        return answer(permissions.update(id, ETags.required(ifMatch), body));
    }

    @Needs(Right.ADMINISTER_APPLICATIONS)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        permissions.delete(id, ETags.required(ifMatch));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Permission> answer(Permission permission) {
        return ResponseEntity.ok().eTag(ETags.of(permission.version())).body(permission);
    }
}
