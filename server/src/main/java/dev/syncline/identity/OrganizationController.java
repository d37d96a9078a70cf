package dev.syncline.identity;

import dev.syncline.journal.Actor;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.Cursor;
import dev.syncline.web.ETags;
import dev.syncline.web.Limit;
import dev.syncline.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
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
@RequestMapping("/api/v1/organizations")
@Tag(name = "Organizations")
@Needs(Right.SEE_PEOPLE)
class OrganizationController {

    private final Organizations organizations;
    private final OrganizationHistory history;

    OrganizationController(Organizations organizations, OrganizationHistory history) {
        this.organizations = organizations;
        this.history = history;
    }

    @GetMapping
    Page<Organization> list(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        return Page.of(organizations.page(q, from == null ? "" : from.text(0), size + 1), size, last -> Cursor.of(last.code()));
    }

    @Needs(Right.ADMINISTER_PEOPLE)
    @PostMapping
    ResponseEntity<Organization> create(@Valid @RequestBody OrganizationBody body, Actor actor) {
        Organization made = organizations.create(body.code(), body.name(), body.parentId(), actor);
        return ResponseEntity.created(URI.create("/api/v1/organizations/" + made.id())).eTag(ETags.of(made.version())).body(made);
    }

    @GetMapping("/{id}")
    ResponseEntity<Organization> get(@PathVariable UUID id) {
        return answer(organizations.get(id));
    }

    @GetMapping("/{id}/changes")
    @Operation(summary = "What was changed about an organization, newest first", description = "Also for organizations that are gone.")
    Page<OrganizationHistory.Entry> changes(
            @PathVariable UUID id, @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        return Page.of(history.of(id, from == null ? null : from.uuid(0), size + 1), size, last -> Cursor.of(last.id()));
    }

    @Needs(Right.ADMINISTER_PEOPLE)
    @PutMapping("/{id}")
    ResponseEntity<Organization> update(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @Valid @RequestBody OrganizationBody body,
            Actor actor) {
        return answer(organizations.update(id, ETags.required(ifMatch), body.code(), body.name(), body.parentId(), actor));
    }

    @Needs(Right.ADMINISTER_PEOPLE)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            Actor actor) {
        organizations.delete(id, ETags.required(ifMatch), actor);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Organization> answer(Organization organization) {
        return ResponseEntity.ok().eTag(ETags.of(organization.version())).body(organization);
    }
}
