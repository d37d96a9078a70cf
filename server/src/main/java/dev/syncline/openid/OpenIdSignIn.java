package dev.syncline.openid;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import dev.syncline.access.ExternalSignIn;
import dev.syncline.access.Visitor;
import dev.syncline.openid.UnderWayRepository.UnderWay;
import dev.syncline.secret.SecretBox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Authorization code flow (OpenID Connect Core section 3.1) with PKCE (RFC 7636), state and nonce. Never in a transaction: it asks the provider. */
@Service
class OpenIdSignIn {

    /** How long somebody may take at the provider. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(OpenIdSignIn.class);
    static final String VERIFIER = "openid:verifier";

    private final OpenIdSettingsRepository settings;
    private final Providers providers;
    private final TokenEndpoint tokens;
    private final UnderWayRepository underWay;
    private final Admission admission;
    private final SignOutAtProvider signOut;
    private final SecretBox box;
    private final Clock clock;

    OpenIdSignIn(OpenIdSettingsRepository settings, Providers providers, TokenEndpoint tokens, UnderWayRepository underWay,
            Admission admission, SignOutAtProvider signOut, SecretBox box, Clock clock) {
        this.settings = settings;
        this.providers = providers;
        this.tokens = tokens;
        this.underWay = underWay;
        this.admission = admission;
        this.signOut = signOut;
        this.box = box;
        this.clock = clock;
    }

    /**
     * @param at where the browser goes to
     * @param browser value of a cookie that binds what comes back to this browser
     */
    record Begun(URI at, String browser) {}

    /** @throws Trouble when the provider cannot be asked */
    Optional<Begun> begin(@Nullable String returnTo) {
        OpenIdSettings set = settings.read();
        if (!set.enabled()) {
            return Optional.empty();
        }
        Provider provider = providers.of(set.issuer());
        State state = new State(32);
        Nonce nonce = new Nonce(32);
        CodeVerifier verifier = new CodeVerifier();
        String browser = new State(32).getValue();
        underWay.insert(hash(state.getValue()), hash(browser),
                new UnderWay(nonce.getValue(), box.seal(verifier.getValue(), VERIFIER), returnTo), clock.instant().plus(PATIENCE));
        URI at = new AuthenticationRequest.Builder(ResponseType.CODE, new Scope(set.scopes().toArray(String[]::new)),
                new ClientID(set.clientId()), tokens.redirectUri())
                .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                .state(state).nonce(nonce).codeChallenge(verifier, CodeChallengeMethod.S256)
                .build().toURI();
        return Optional.of(new Begun(at, browser));
    }

    /**
     * @param state as it came back
     * @param code null when the provider refused
     * @param issuer the provider's name in the answer (RFC 9207); null when it does not say it
     * @param browser of the cookie; null without one
     */
    record Returned(String state, String code, String issuer, String browser) {}

    Outcome end(Returned returned, Visitor visitor) {
        OpenIdSettings set = settings.read();
        if (!set.enabled()) {
            return Outcome.Refused.unknown(Refusal.OFF);
        }
        Optional<UnderWay> begun = returned.state() == null || returned.browser() == null ? Optional.empty()
                : underWay.take(hash(returned.state()), hash(returned.browser()), clock.instant());
        if (begun.isEmpty()) {
            return Outcome.Refused.unknown(Refusal.EXPIRED);
        }
        if (returned.code() == null) {
            return Outcome.Refused.unknown(Refusal.CANCELLED);
        }
        try {
            return signedIn(set, begun.get(), returned, visitor);
        } catch (Trouble e) {
            log.warn("A sign-in at {} failed. {}", set.issuer(), e.getMessage());
            return Outcome.Refused.unknown(Refusal.PROVIDER);
        }
    }

    private Outcome signedIn(OpenIdSettings set, UnderWay begun, Returned returned, Visitor visitor) {
        if (returned.issuer() != null && !returned.issuer().equals(set.issuer())) {
            // Anybody may say anything here, and what is said goes into the log.
            throw new Trouble("The answer came from another provider, " + returned.issuer().replaceAll("\\p{Cntrl}", " ") + ".");
        }
        Provider provider = providers.of(set.issuer());
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(new AuthorizationCode(returned.code()), tokens.redirectUri(),
                new CodeVerifier(box.open(begun.sealedVerifier(), VERIFIER)));
        var idToken = tokens.redeem(provider, set, grant);
        IDTokenClaimsSet verified = provider.verify(idToken, new ClientID(set.clientId()), new Nonce(begun.nonce()));
        Claims claims = claims(verified);
        String name = claims.text(set.nameClaim()).orElse(null);
        if (name == null) {
            log.warn("The id token of {} lacks the claim {}. It has: {}.", set.issuer(), set.nameClaim(), String.join(", ", claims.names()));
        }
        ExternalSignIn.Result result = admission.admit(set.issuer(), verified.getSubject().getValue(), claims, set, visitor);
        return switch (result) {
            case ExternalSignIn.Opened opened -> {
                signOut.remember(opened.session(), idToken);
                yield new Outcome.SignedIn(opened.cookie(), begun.returnTo(), opened.who());
            }
            case ExternalSignIn.Refused(ExternalSignIn.Why why) -> new Outcome.Refused(
                    name == null ? Refusal.NO_NAME : Refusal.valueOf(why.name()), name);
        };
    }

    private static Claims claims(IDTokenClaimsSet verified) {
        try {
            return new Claims(verified.toJWTClaimsSet().getClaims());
        } catch (ParseException e) {
            throw new Trouble("The claims of the id token cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] hash(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT8M")
    void sweep() {
        Instant now = clock.instant();
        underWay.deleteOld(now);
    }
}
