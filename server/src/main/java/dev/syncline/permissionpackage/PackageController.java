package dev.syncline.permissionpackage;

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
import java.util.List;
import java.util.Locale;
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

/** Permission packages, for administrators. */
@RestController
@RequestMapping("/api/v1/packages")
@Tag(name = "Permission packages")
@Needs(Right.SEE_POLICIES)
class PackageController {

    private final Packages packages;
    private final PackageItems items;

    PackageController(Packages packages, PackageItems items) {
        this.packages = packages;
        this.items = items;
    }

    record Preview(List<Consequence> consequences) {}

    @GetMapping
    Page<PackageView> list(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Boolean active,
            @RequestParam(required = false) Boolean requestable,
            @RequestParam(required = false) Boolean provisionable,
            @RequestParam(required = false) UUID applicationId,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        List<PermissionPackage> found = packages.page(new PackageFilter(q, active, requestable, provisionable, applicationId),
                from == null ? "" : from.text(0), size + 1);
        return Page.of(items.views(found), size, last -> Cursor.of(last.name().toLowerCase(Locale.ROOT)));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PostMapping
    ResponseEntity<PackageView> create(@Valid @RequestBody PackageBody body) {
        PermissionPackage made = packages.create(body);
        return ResponseEntity.created(URI.create("/api/v1/packages/" + made.id())).eTag(ETags.of(made.version())).body(view(made));
    }

    @GetMapping("/{id}")
    ResponseEntity<PackageView> get(@PathVariable UUID id) {
        PermissionPackage found = packages.get(id);
        return ResponseEntity.ok().eTag(ETags.of(found.version())).body(view(found));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PostMapping("/{id}/preview")
    @Operation(summary = "What saving the package like this would do to policies", description = "Changes nothing.")
    Preview preview(@PathVariable UUID id, @Valid @RequestBody PackageBody body) {
        return new Preview(packages.preview(id, body));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PutMapping("/{id}")
    @Operation(summary = "Change a package",
            description = "The policies that use it are disabled when it can no longer be provisioned, and evaluated for everybody when it "
                    + "grants something else; the answer names them.")
    ResponseEntity<PackageView> update(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @Valid @RequestBody PackageBody body,
            Actor actor) {
        Packages.Changed changed = packages.update(id, ETags.required(ifMatch), body, actor);
        return ResponseEntity.ok().eTag(ETags.of(changed.saved().version()))
                .body(view(changed.saved()).with(changed.consequences()));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        packages.delete(id, ETags.required(ifMatch));
        return ResponseEntity.noContent().build();
    }

    private PackageView view(PermissionPackage shown) {
        return items.views(List.of(shown)).getFirst();
    }
}
