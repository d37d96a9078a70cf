package dev.syncline.access;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.OneTimeSecret;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The own second factor of an administrator. Each change asks for the password again: an open session alone must not be enough. */
@RestController
@RequestMapping("/api/v1/session/second-factor")
@Tag(name = "Session")
@Needs(Right.SIGN_IN)
class SecondFactorController {

    private final SecondFactors factors;
    private final PasswordSignIn signIn;
    private final Sessions sessions;
    private final SignInDirectory directory;
    private final SignInPolicyRepository policies;
    private final SessionCookie cookies;

    SecondFactorController(SecondFactors factors, PasswordSignIn signIn, Sessions sessions, SignInDirectory directory, SignInPolicyRepository policies,
            SessionCookie cookies) {
        this.factors = factors;
        this.signIn = signIn;
        this.sessions = sessions;
        this.directory = directory;
        this.policies = policies;
        this.cookies = cookies;
    }

    /**
     * @param since null without one
     * @param required whether one may be without
     */
    record SecondFactor(@Nullable Instant since, int recoveryCodesLeft, boolean required) {}

    record Password(@NotNull @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Password[]";
        }
    }

    /** @param recoveryCodes each good for one sign-in without the authenticator; shown this one time */
    record RecoveryCodes(List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "RecoveryCodes[]";
        }
    }

    @GetMapping
    @Operation(summary = "Whether one has a second factor")
    SecondFactor get(Actor actor) {
        SecondFactors.State state = factors.of(actor.someone());
        return new SecondFactor(state.since(), state.recoveryCodesLeft(), policies.read().secondFactorRequired());
    }

    @PostMapping
    @OneTimeSecret
    @Operation(summary = "Begin to set up a second factor", description = "Answers the secret for an authenticator (RFC 6238), shown only now, "
            + "also as a QR code in SVG. It counts once a code was sent to /confirmation; beginning again replaces it.")
    SecondFactors.Enrolment begin(@Valid @RequestBody Password password, Actor actor, HttpServletRequest request) {
        SignIn who = confirmed(password, actor, request);
        return factors.begin(who);
    }

    @PostMapping("/confirmation")
    @OneTimeSecret
    @Operation(summary = "Send a first code: from now on codes are asked for",
            description = "Answers recovery codes, shown only now. Other sessions end.")
    ResponseEntity<RecoveryCodes> confirm(@Valid @RequestBody SessionController.Code code, Actor actor, HttpServletRequest request) {
        String cookie = cookies.required(request);
        List<String> codes = factors.confirm(actor.someone(), code.code());
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookies.of(sessions.alone(actor.someone(), cookie), request))
                .body(new RecoveryCodes(codes));
    }

    @PostMapping("/recovery-codes")
    @OneTimeSecret
    @Operation(summary = "Make new recovery codes; the old ones are worth nothing more")
    RecoveryCodes recoveryCodes(@Valid @RequestBody Password password, Actor actor, HttpServletRequest request) {
        SignIn who = confirmed(password, actor, request);
        if (!factors.isOn(who.id())) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE, "You have no second factor. Set one up first.");
        }
        return new RecoveryCodes(factors.newRecoveryCodes(who.id()));
    }

    @PostMapping("/removal")
    @Operation(summary = "Remove the own second factor; other sessions end",
            description = "Not while one is required: begin with another administrator's reset then.")
    ResponseEntity<Void> remove(@Valid @RequestBody Password password, Actor actor, HttpServletRequest request) {
        SignIn who = confirmed(password, actor, request);
        if (policies.read().secondFactorRequired()) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE,
                    "A second factor is required. Another administrator can reset yours; you then set up a new one at the next sign-in.");
        }
        factors.remove(who.id());
        String cookie = sessions.alone(who.id(), cookies.required(request));
        return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookies.of(cookie, request)).build();
    }

    private SignIn confirmed(Password password, Actor actor, HttpServletRequest request) {
        cookies.required(request);
        SignIn who = directory.behind(actor);
        if (!(who instanceof Administrator)) {
            throw new ProblemException(ErrorCode.FORBIDDEN, "Second factors are for administrators.");
        }
        signIn.checkPassword(who, "password", password.password(), Visitor.of(request));
        return who;
    }
}
