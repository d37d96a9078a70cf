package dev.syncline.openid;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import dev.syncline.journal.Redactor;
import dev.syncline.secret.SecretBox;
import dev.syncline.settings.PublicUrl;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Redeems codes at the provider (OpenID Connect Core section 3.1.3), as a client with a secret or as a public one. */
@Component
class TokenEndpoint {

    static final String CALLBACK = "/api/v1/sign-in/openid/callback";
    static final String SECRET = "openid:client-secret";

    private final OpenIdSettingsRepository settings;
    private final ProviderHttp http;
    private final SecretBox box;
    private final PublicUrl publicUrl;

    TokenEndpoint(OpenIdSettingsRepository settings, ProviderHttp http, SecretBox box, PublicUrl publicUrl) {
        this.settings = settings;
        this.http = http;
        this.box = box;
        this.publicUrl = publicUrl;
    }

    /** To be registered at the provider. */
    URI redirectUri() {
        return URI.create(publicUrl.of(CALLBACK));
    }

    /** @throws Trouble when the provider does not give one */
    JWT redeem(Provider provider, OpenIdSettings set, AuthorizationGrant grant) {
        Optional<String> secret = storedSecret();
        TokenResponse answer = ask(provider, set.clientId(), secret, grant);
        if (answer instanceof OIDCTokenResponse tokens && tokens.getOIDCTokens().getIDToken() != null) {
            return tokens.getOIDCTokens().getIDToken();
        }
        throw new Trouble(answer.indicatesSuccess() ? "The provider gave no id token." : "The provider does not take the code: "
                + redactor(set.clientId(), secret, grant).text(told(answer.toErrorResponse().getErrorObject())) + ".");
    }

    /** What it says to a code that is none: with right credentials, that the code is wrong. Empty when it is that. */
    Optional<String> complaintAboutClient(Provider provider, String clientId, @Nullable String secret, AuthorizationGrant grant) {
        Optional<String> taken = secret == null ? storedSecret() : Optional.of(secret).filter(one -> !one.isEmpty());
        TokenResponse answer = ask(provider, clientId, taken, grant);
        ErrorObject error = answer.indicatesSuccess() ? null : answer.toErrorResponse().getErrorObject();
        return error == null || OAuth2Error.INVALID_GRANT.getCode().equals(error.getCode()) ? Optional.empty()
                : Optional.of(told(error)).map(redactor(clientId, taken, grant)::text);
    }

    private Optional<String> storedSecret() {
        return settings.sealedClientSecret().map(sealed -> box.open(sealed, SECRET));
    }

    private TokenResponse ask(Provider provider, String clientId, Optional<String> secret, AuthorizationGrant grant) {
        URI endpoint = provider.metadata().getTokenEndpointURI();
        ClientID client = new ClientID(clientId);
        TokenRequest request = secret.map(Secret::new)
                .map(one -> takesBasic(provider) ? new ClientSecretBasic(client, one) : new ClientSecretPost(client, one))
                .map(one -> new TokenRequest.Builder(endpoint, one, grant).build())
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant).build());
        try {
            return OIDCTokenResponseParser.parse(request.toHTTPRequest().send(http));
        } catch (IOException e) {
            throw new Trouble("The token endpoint of the provider cannot be asked: " + e.getMessage() + ".", e);
        } catch (ParseException e) {
            // without the cause: its message may quote the answer, and that what was sent
            throw new Trouble("What the token endpoint of the provider answers cannot be understood: "
                    + redactor(clientId, secret, grant).text(String.valueOf(e.getMessage())));
        }
    }

    /** The usual way, also where the discovery document does not say (OpenID Connect Discovery section 3). */
    private static boolean takesBasic(Provider provider) {
        List<ClientAuthenticationMethod> taken = provider.metadata().getTokenEndpointAuthMethods();
        return taken == null || taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                || !taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }

    /** A provider may repeat what it was sent. */
    private static Redactor redactor(String clientId, Optional<String> secret, AuthorizationGrant grant) {
        Set<String> secrets = new HashSet<>();
        secret.ifPresent(value -> {
            secrets.add(value);
            secrets.add(new ClientSecretBasic(new ClientID(clientId), new Secret(value)).toHTTPAuthorizationHeader().substring("Basic ".length()));
        });
        grant.toParameters().values().forEach(secrets::addAll);
        secrets.remove(grant.getType().getValue());
        return new Redactor(secrets, Set.of());
    }

    private static String told(@Nullable ErrorObject error) {
        return error == null || error.getCode() == null ? "it does not say why"
                : error.getCode() + (error.getDescription() == null ? "" : " (" + error.getDescription() + ")");
    }
}
