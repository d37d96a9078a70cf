package dev.syncline.openid;

import dev.syncline.access.ExternalSignIn;
import dev.syncline.access.SessionCookie;
import dev.syncline.access.Transport;
import dev.syncline.access.Visitor;
import dev.syncline.audit.Audit;
import dev.syncline.audit.Deed;
import dev.syncline.audit.Subject;
import dev.syncline.journal.Actor;
import dev.syncline.openid.OpenIdSignIn.Begun;
import dev.syncline.problem.ErrorCode;
import dev.syncline.rights.Open;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The browser's way to the provider and back. */
@RestController
@RequestMapping("/api/v1/sign-in/openid")
@Tag(name = "Sign-in")
@Open("Who signs in is not known yet.")
class OpenIdController {

    private static final Logger log = LoggerFactory.getLogger(OpenIdController.class);
    private static final String PATH = "/api/v1/sign-in/openid";
    /** As the sign-in with a password is called in the audit. */
    private static final String SIGN_IN = "sign-in";
    private static final String BROWSER = "syncline_openid";

    private final OpenIdSettingsRepository settings;
    private final OpenIdSignIn signIn;
    private final ExternalSignIn external;
    private final SessionCookie cookies;
    private final Transport transport;
    private final Audit audit;

    OpenIdController(OpenIdSettingsRepository settings, OpenIdSignIn signIn, ExternalSignIn external, SessionCookie cookies, Transport transport,
            Audit audit) {
        this.settings = settings;
        this.signIn = signIn;
        this.external = external;
        this.cookies = cookies;
        this.transport = transport;
        this.audit = audit;
    }

    /** @param name on the button; null when there is no provider */
    record Offer(@Nullable String name) {}

    @GetMapping
    @Operation(summary = "Whether one can sign in at an identity provider, and what it is called")
    Offer offer() {
        OpenIdSettings set = settings.read();
        return new Offer(set.enabled() ? set.name() : null);
    }

    @GetMapping("/start")
    @Operation(summary = "Send the browser to the identity provider")
    ResponseEntity<Void> start(@RequestParam(required = false) String to, HttpServletRequest request) {
        try {
            Optional<Begun> begun = signIn.begin(ownPath(to));
            return begun.map(one -> redirect(one.at()).header(HttpHeaders.SET_COOKIE, browser(one.browser(), request).toString()).<Void>build())
                    .orElseGet(() -> refused(Refusal.OFF));
        } catch (Trouble e) {
            log.warn("Nobody can sign in at the identity provider. {}", e.getMessage());
            return refused(Refusal.PROVIDER);
        }
    }

    @GetMapping("/callback")
    @Operation(summary = "Where the identity provider sends the browser back to")
    ResponseEntity<Void> callback(@RequestParam(required = false) String state, @RequestParam(required = false) String code,
            @RequestParam(name = "iss", required = false) String issuer, @CookieValue(name = BROWSER, required = false) String browser,
            HttpServletRequest request) {
        Outcome outcome = signIn.end(new OpenIdSignIn.Returned(state, code, issuer, browser), Visitor.of(request));
        audit.record(deed(outcome));
        return switch (outcome) {
            case Outcome.SignedIn(String cookie, String returnTo, Actor _) -> signedIn(cookie, returnTo, request);
            case Outcome.Refused(Refusal why, String _) -> refused(why);
        };
    }

    private static Deed deed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.SignedIn(String _, String _, Actor who) ->
                    Deed.done(who, SIGN_IN, Subject.of(who.kind().name().toLowerCase(Locale.ROOT), who.id(), who.name())).because("OpenID Connect");
            case Outcome.Refused(Refusal why, String name) ->
                    Deed.refused(null, SIGN_IN, Subject.of("administrator", null, name), ErrorCode.FORBIDDEN).because("OpenID Connect: " + why);
        };
    }

    /** The session there was before is over, and the browser forgets what it began with. */
    private ResponseEntity<Void> signedIn(String cookie, String returnTo, HttpServletRequest request) {
        cookies.read(request).ifPresent(external::leave);
        return redirect(URI.create(returnTo == null ? "/" : returnTo))
                .header(HttpHeaders.SET_COOKIE, cookies.of(cookie, request))
                .header(HttpHeaders.SET_COOKIE, browser("", request).mutate().maxAge(0).build().toString())
                .build();
    }

    private static ResponseEntity<Void> refused(Refusal why) {
        return redirect(URI.create("/sign-in?refused=" + why.name())).build();
    }

    private static ResponseEntity.BodyBuilder redirect(URI at) {
        return ResponseEntity.status(HttpStatus.FOUND).location(at);
    }

    /** Lax: the browser comes back from another site. */
    private ResponseCookie browser(String value, HttpServletRequest request) {
        return ResponseCookie.from(BROWSER, value).httpOnly(true).secure(transport.isHttps(request)).sameSite("Lax").path(PATH)
                .maxAge(OpenIdSignIn.PATIENCE).build();
    }

    /** A path of this console; null for anything else, so that nobody is led elsewhere. */
    private static @Nullable String ownPath(String to) {
        try {
            boolean own = to != null && to.length() <= 2000 && to.startsWith("/") && !to.startsWith("//") && !to.contains("\\")
                    && URI.create(to).getAuthority() == null;
            return own ? to : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
