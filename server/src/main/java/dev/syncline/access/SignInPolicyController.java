package dev.syncline.access;

import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sign-in/policy")
@Tag(name = "Sign-in")
@Needs(Right.ADMINISTER_ACCESS)
class SignInPolicyController {

    private final SignInPolicyRepository policies;

    SignInPolicyController(SignInPolicyRepository policies) {
        this.policies = policies;
    }

    /** All but the last have to be said; the version is ignored, If-Match counts. */
    record Body(Integer shortestPassword, Boolean secondFactorRequired, Integer idleMinutes, Integer longestMinutes, Integer longestTokenDays,
            Integer version) {

        SignInPolicy wanted(int stored) {
            int longest = between("longestMinutes", longestMinutes, 5, 10_080);
            return new SignInPolicy(
                    between("shortestPassword", shortestPassword, 8, 64),
                    said(secondFactorRequired),
                    between("idleMinutes", idleMinutes, 1, Math.min(1440, longest)),
                    longest,
                    longestTokenDays == null ? null : Integer.valueOf(between("longestTokenDays", longestTokenDays, 1, 3660)),
                    stored);
        }

        private static boolean said(Boolean required) {
            if (required == null) {
                throw ProblemException.invalid("secondFactorRequired", "Say whether a second factor is required: true or false.");
            }
            return required;
        }

        private static int between(String field, Integer value, int least, int most) {
            if (value == null || value < least || value > most) {
                throw ProblemException.invalid(field, field + " must be a number from " + least + " to " + most + ".");
            }
            return value;
        }
    }

    @GetMapping
    @Operation(summary = "What is asked of passwords, sessions and API tokens")
    ResponseEntity<SignInPolicy> get() {
        return answer(policies.read());
    }

    @PutMapping
    @Operation(summary = "Change what is asked of passwords, sessions and API tokens", description = """
            Sessions follow at once. A longer password is asked for when one is changed, a shorter life of new API tokens alone. With a second
            factor required, an administrator without one can do nothing but set it up.""")
    ResponseEntity<SignInPolicy> put(@RequestBody Body body, @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        return answer(policies.update(body.wanted(ETags.required(ifMatch))).orElseThrow(() -> ETags.mismatch("The policy of sign-in")));
    }

    private static ResponseEntity<SignInPolicy> answer(SignInPolicy policy) {
        return ResponseEntity.ok().eTag(ETags.of(policy.version())).body(policy);
    }
}
