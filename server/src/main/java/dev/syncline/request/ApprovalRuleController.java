package dev.syncline.request;

import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For administrators. */
@RestController
@RequestMapping("/api/v1/approval-rule")
@Tag(name = "Access requests")
@Needs(Right.SEE_POLICIES)
class ApprovalRuleController {

    private final ApprovalRules rules;
    private final Users users;

    ApprovalRuleController(ApprovalRules rules, Users users) {
        this.rules = rules;
        this.users = users;
    }

    /** @param people the users the steps name, passed over when it is sent back */
    record Rule(@NotNull(message = "Give the steps.") List<ApprovalStep> steps, List<Person> people) {

        static Rule of(ApprovalRule rule, Users users) {
            Map<UUID, User> named = users.findAll(rule.steps().stream().flatMap(step -> step.people().stream()).collect(Collectors.toSet()));
            return new Rule(rule.steps(), named.values().stream().map(Person::of).toList());
        }
    }

    @GetMapping
    @Operation(summary = "Who approves requests for everything that has no rule of its own")
    ResponseEntity<Rule> get() {
        return answer(rules.usual());
    }

    @Needs(Right.ADMINISTER_POLICIES)
    @PutMapping
    @Operation(summary = "Change who approves; requests under way keep the steps they were submitted with")
    ResponseEntity<Rule> put(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch, @Valid @RequestBody Rule body) {
        return answer(rules.saveUsual(ETags.required(ifMatch), body.steps()));
    }

    private ResponseEntity<Rule> answer(ApprovalRule rule) {
        return ResponseEntity.ok().eTag(ETags.of(rule.version())).body(Rule.of(rule, users));
    }
}
