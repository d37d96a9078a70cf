package dev.syncline.policy;

import dev.syncline.journal.Actor;
import dev.syncline.policy.PolicyVersion.Change;
import dev.syncline.policy.PolicyVersion.Content;
import dev.syncline.problem.ProblemException;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Provisioning policies and their versions, for administrators. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Provisioning policies")
@Needs(Right.SEE_POLICIES)
class PolicyController {

    private final Policies policies;
    private final PolicyViews views;

    PolicyController(Policies policies, PolicyViews views) {
        this.policies = policies;
        this.views = views;
    }

    /** @param changes what differs from the version before */
    record VersionView(int number, Content content, @Nullable String madeBy, Instant madeAt, List<Change> changes) {}

    @GetMapping
    Page<PolicyView> list(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Boolean enabled,
            @RequestParam(required = false) UUID packageId,
            @RequestParam(required = false) UUID applicationId,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        List<Policy> found = policies.page(new PolicyFilter(q, enabled, packageId, applicationId), from == null ? "" : from.text(0), size + 1);
        return Page.of(views.of(found), size, last -> Cursor.of(last.name().toLowerCase(Locale.ROOT)));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PostMapping
    @Operation(summary = "Make a policy", description = "An enabled one is evaluated for everybody at once, in the background.")
    ResponseEntity<PolicyView> create(@Valid @RequestBody PolicyBody body, Actor actor) {
        Policy made = policies.create(body, actor);
        return ResponseEntity.created(URI.create("/api/v1/policies/" + made.id())).eTag(ETags.of(made.version())).body(views.of(made));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A policy as it is now", description = "Also one that is deleted, so that its tasks can be followed back to it.")
    ResponseEntity<PolicyView> get(@PathVariable UUID id) {
        return answer(policies.get(id));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PutMapping("/{id}")
    @Operation(summary = "Save a new version",
            description = "When it wants something else, it is evaluated for everybody in the background. Saving the same again makes no version.")
    ResponseEntity<PolicyView> update(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @Valid @RequestBody PolicyBody body,
            Actor actor) {
        return answer(policies.update(id, ETags.required(ifMatch), body, actor));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PostMapping("/{id}/enable")
    ResponseEntity<PolicyView> enable(@PathVariable UUID id, Actor actor) {
        return answer(policies.setEnabled(id, true, actor));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PostMapping("/{id}/disable")
    @Operation(summary = "Want nothing any more",
            description = "What only this policy justifies is taken away, as it says for users who leave its scope.")
    ResponseEntity<PolicyView> disable(@PathVariable UUID id, Actor actor) {
        return answer(policies.setEnabled(id, false, actor));
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @DeleteMapping("/{id}")
    @Operation(summary = "Delete a policy", description = "Like disabling it, and for good. Its versions stay readable.")
    ResponseEntity<Void> delete(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch, Actor actor) {
        policies.delete(id, ETags.required(ifMatch), actor);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "The versions of a policy, newest first, each with what differs from the one before")
    Page<VersionView> versions(
            @PathVariable UUID id, @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        int size = Limit.of(limit);
        Cursor from = Cursor.decode(cursor, 1);
        // One more to know whether there is a next page, and to compare the last one with.
        List<PolicyVersion> found = policies.versions(id, from == null ? Integer.MAX_VALUE : (int) from.number(0), size + 1);
        List<VersionView> shown = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            shown.add(view(found.get(i), i + 1 < found.size() ? found.get(i + 1) : null));
        }
        return Page.of(shown, size, last -> Cursor.of(last.number()));
    }

    @GetMapping("/{id}/versions/{number}")
    VersionView version(@PathVariable UUID id, @PathVariable int number) {
        List<PolicyVersion> found = number < 1 ? List.of() : policies.versions(id, number == Integer.MAX_VALUE ? number : number + 1, 2);
        if (found.isEmpty() || found.getFirst().number() != number) {
            throw ProblemException.notFound("version of this policy", number);
        }
        return view(found.getFirst(), found.size() < 2 ? null : found.get(1));
    }

    private static VersionView view(PolicyVersion version, @Nullable PolicyVersion former) {
        return new VersionView(version.number(), version.content(), version.madeBy().name(), version.madeAt(), version.changesSince(former));
    }

    private ResponseEntity<PolicyView> answer(Policy policy) {
        return ResponseEntity.ok().eTag(ETags.of(policy.version())).body(views.of(policy));
    }
}
