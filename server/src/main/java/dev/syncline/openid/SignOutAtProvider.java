package dev.syncline.openid;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import dev.syncline.access.FurtherSignOut;
import dev.syncline.secret.SecretBox;
import dev.syncline.settings.PublicUrl;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sign-out at the provider too (OpenID Connect RP-Initiated Logout 1.0). */
@Component
class SignOutAtProvider implements FurtherSignOut {

    static final String CONTEXT = "openid:session:";

    private static final Logger log = LoggerFactory.getLogger(SignOutAtProvider.class);

    private final OpenIdSettingsRepository settings;
    private final Providers providers;
    private final UnderWayRepository kept;
    private final SecretBox box;
    private final PublicUrl publicUrl;

    SignOutAtProvider(OpenIdSettingsRepository settings, Providers providers, UnderWayRepository kept, SecretBox box, PublicUrl publicUrl) {
        this.settings = settings;
        this.providers = providers;
        this.kept = kept;
        this.box = box;
        this.publicUrl = publicUrl;
    }

    /** Where the provider sends the browser afterwards; to be registered there. */
    URI signedOutUri() {
        return URI.create(publicUrl.of("/sign-in"));
    }

    void remember(UUID session, JWT idToken) {
        kept.keepIdToken(session, box.seal(idToken.getParsedString(), context(session)));
    }

    /** A provider that cannot be asked keeps nobody from signing out here. */
    @Override
    public Optional<URI> continueAt(UUID session) {
        try {
            return kept.idToken(session).flatMap(sealed -> at(box.open(sealed, context(session))));
        } catch (Trouble e) {
            log.warn("Somebody signs out here, but not at the provider. {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<URI> at(String idToken) {
        OpenIdSettings set = settings.read();
        URI endpoint = set.enabled() ? providers.of(set.issuer()).metadata().getEndSessionEndpointURI() : null;
        return Optional.ofNullable(endpoint).map(at ->
                new LogoutRequest(at, parse(idToken), null, new ClientID(set.clientId()), signedOutUri(), null, null).toURI());
    }

    private static JWT parse(String idToken) {
        try {
            return JWTParser.parse(idToken);
        } catch (ParseException e) {
            throw new Trouble("The id token that was kept cannot be read.", e);
        }
    }

    private static String context(UUID session) {
        return CONTEXT + session;
    }
}
