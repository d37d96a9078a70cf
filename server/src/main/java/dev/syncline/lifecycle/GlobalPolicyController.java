package dev.syncline.lifecycle;

import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For administrators. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Global provisioning policy")
@Needs(Right.SEE_POLICIES)
class GlobalPolicyController {

    private final GlobalPolicies policies;

    GlobalPolicyController(GlobalPolicies policies) {
        this.policies = policies;
    }

    @GetMapping("/global-policy")
    @Operation(summary = "What happens to the accounts of users who are disabled, deleted or enabled again")
    ResponseEntity<GlobalPolicy> get() {
        return answer(policies.get());
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PutMapping("/global-policy")
    ResponseEntity<GlobalPolicy> update(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch, @Valid @RequestBody GlobalPolicyBody body) {
        return answer(policies.update(ETags.required(ifMatch), body));
    }

    @GetMapping("/applications/{id}/global-policy")
    @Operation(summary = "What counts for one application", description = "Without an override its version is 0; send it as If-Match to make one.")
    ResponseEntity<OverrideView> get(@PathVariable UUID id) {
        return answer(policies.override(id));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PutMapping("/applications/{id}/global-policy")
    ResponseEntity<OverrideView> override(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @Valid @RequestBody GlobalPolicyBody body) {
        return answer(policies.override(id, ETags.required(ifMatch), body));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @DeleteMapping("/applications/{id}/global-policy")
    @Operation(summary = "Remove the override", description = "Answers with what counts from now on.")
    ResponseEntity<OverrideView> forget(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return answer(policies.forget(id, ETags.required(ifMatch)));
    }

    private static ResponseEntity<GlobalPolicy> answer(GlobalPolicy policy) {
        return ResponseEntity.ok().eTag(ETags.of(policy.version())).body(policy);
    }

    private static ResponseEntity<OverrideView> answer(OverrideView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
