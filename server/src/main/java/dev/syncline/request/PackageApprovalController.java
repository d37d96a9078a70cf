package dev.syncline.request;

import dev.syncline.identity.Users;
import dev.syncline.permissionpackage.Packages;
import dev.syncline.request.ApprovalRuleController.Rule;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/api/v1/packages/{id}/approval-rule")
@Tag(name = "Access requests")
@Needs(Right.SEE_POLICIES)
class PackageApprovalController {

    private final ApprovalRules rules;
    private final Packages packages;
    private final Users users;

    PackageApprovalController(ApprovalRules rules, Packages packages, Users users) {
        this.rules = rules;
        this.packages = packages;
        this.users = users;
    }

    /** @param steps null lets the usual rule hold */
    record Steps(@Nullable List<ApprovalStep> steps, List<Person> people) {}

    @GetMapping
    @Operation(summary = "Who approves requests for a package; without steps the usual rule holds")
    ResponseEntity<Steps> get(@PathVariable UUID id) {
        packages.get(id);
        return rules.own(null, id)
                .map(rule -> ResponseEntity.ok().eTag(ETags.of(rule.version())).body(new Steps(rule.steps(), Rule.of(rule, users).people())))
                .orElseGet(() -> ResponseEntity.ok().eTag(ETags.of(0)).body(new Steps(null, List.of())));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PutMapping
    @Operation(summary = "Change who approves requests for a package")
    ResponseEntity<Steps> put(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody Steps body) {
        rules.saveOwn(packages.get(id), ETags.required(ifMatch), body.steps());
        return get(id);
    }
}
