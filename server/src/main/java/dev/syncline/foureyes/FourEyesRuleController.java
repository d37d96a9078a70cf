package dev.syncline.foureyes;

import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.rights.Scope;
import dev.syncline.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
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

/** What needs a second person, as a rule for all and as one of an application's own. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Four eyes")
@Needs(Right.ADMINISTER_SETTINGS)
class FourEyesRuleController {

    private final FourEyesRules rules;
    private final Clock clock;

    FourEyesRuleController(FourEyesRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** @param own whether the application has a rule of its own */
    record View(boolean own, boolean confirmDeletions, Integer bulkRepairOver, boolean releaseHeld, int version) {

        static View of(Rule rule, boolean own) {
            return new View(own, rule.confirmDeletions(), rule.bulkRepairOver(), rule.releaseHeld(), own ? rule.version() : 0);
        }
    }

    @GetMapping("/four-eyes")
    @Needs({Right.ADMINISTER_SETTINGS, Right.SEE_POLICIES})
    @Operation(summary = "What needs a second person, unless an application says otherwise")
    ResponseEntity<View> usual() {
        return answer(View.of(rules.usual(), true));
    }

    @PutMapping("/four-eyes")
    @Operation(summary = "Say what needs a second person", description = """
            Confirming a deletion, a bulk repair of more than so many tasks (null: none), and releasing what a safety stop holds. Such an act
            answers 202 and becomes a proposal, which another person approves or declines within seven days.""")
    ResponseEntity<View> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch, @Valid @RequestBody RuleBody body) {
        if (!rules.change(null, body, ETags.required(ifMatch), clock.instant())) {
            throw ETags.mismatch("The rule of four eyes");
        }
        return usual();
    }

    @GetMapping("/applications/{id}/four-eyes")
    @Needs(Right.SEE_APPLICATIONS)
    @Operation(summary = "What needs a second person in an application", description = "Version 0 while the usual rule holds.")
    ResponseEntity<View> of(@PathVariable UUID id, Scope scope) {
        scope.require(id, () -> ProblemException.notFound("application", id));
        return answer(rules.own(id).map(own -> View.of(own, true)).orElseGet(() -> View.of(rules.usual(), false)));
    }

    @PutMapping("/applications/{id}/four-eyes")
    @Operation(summary = "Say what needs a second person in an application", description = "If-Match \"0\" makes a rule of its own.")
    ResponseEntity<View> changeOf(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @Valid @RequestBody RuleBody body) {
        int version = ETags.required(ifMatch);
        try {
            boolean kept = version == 0 ? rules.insert(id, body, clock.instant()) : rules.change(id, body, version, clock.instant());
            if (!kept) {
                throw ETags.mismatch("The application's rule of four eyes");
            }
        } catch (DataIntegrityViolationException e) {
            throw new ProblemException(ErrorCode.NOT_FOUND, "There is no application with the id " + id + ".");
        }
        return of(id, Scope.ALL);
    }

    @DeleteMapping("/applications/{id}/four-eyes")
    @Operation(summary = "Let the usual rule hold again")
    ResponseEntity<Void> deleteOf(@PathVariable UUID id) {
        rules.delete(id);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<View> answer(View view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
