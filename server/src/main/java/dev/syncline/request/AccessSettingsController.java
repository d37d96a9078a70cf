package dev.syncline.request;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.syncline.problem.ProblemException;
import dev.syncline.request.AccessRule.AccountEnd;
import dev.syncline.request.AccessRule.LastPermission;
import dev.syncline.request.AccessSettings.Settings;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import dev.syncline.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For administrators. */
@RestController
@RequestMapping("/api/v1/applications/{id}/access")
@Tag(name = "Applications")
@Needs(Right.SEE_APPLICATIONS)
class AccessSettingsController {

    private final AccessSettings settings;

    AccessSettingsController(AccessSettings settings) {
        this.settings = settings;
    }

    /**
     * @param ownerIds users who answer for the application
     * @param steps who approves requests for it; null lets the usual rule hold
     * @param lastPermission what becomes of an account whose user released the account itself or its last permission
     * @param accountEnd what becomes of an account that reaches its end
     */
    @JsonIgnoreProperties({"people", "version"})
    record Body(
            @NotNull(message = "Give the owners, or an empty list.") @Size(max = 50, message = "At most 50 owners.") List<@NotNull UUID> ownerIds,
            boolean accountRequestable,
            @NotNull(message = "Give the permissions that can be requested, or an empty list.") Set<@NotNull UUID> requestablePermissionIds,
            List<@NotNull ApprovalStep> steps,
            @NotNull(message = "Say what becomes of an account after its last permission: DELETE, DISABLE or KEEP.") LastPermission lastPermission,
            @NotNull(message = "Say what becomes of an account that ends: DELETE or DISABLE.") AccountEnd accountEnd) {

        Settings wanted() {
            return new Settings(ownerIds, accountRequestable, requestablePermissionIds, steps, lastPermission, accountEnd, List.of(), 0);
        }
    }

    @GetMapping
    @Operation(summary = "Owners, what can be requested, who approves, and how access ends")
    ResponseEntity<Settings> get(@PathVariable UUID id, Scope scope) {
        scope.require(id, () -> ProblemException.notFound("application", id));
        return answer(settings.get(id));
    }

    @Needs(Right.ADMINISTER_APPLICATIONS)
    @PutMapping
    @Operation(summary = "Change owners, what can be requested, who approves, and how access ends")
    ResponseEntity<Settings> put(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @Valid @RequestBody Body body) {
        return answer(settings.save(id, ETags.required(ifMatch), body.wanted()));
    }

    private static ResponseEntity<Settings> answer(Settings settings) {
        return ResponseEntity.ok().eTag(ETags.of(settings.version())).body(settings);
    }
}
