package dev.syncline.openid;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Discovers the provider (OpenID Connect Discovery section 4), and remembers it for a while. */
@Component
class Providers {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private record Known(String issuer, Provider provider, Instant readAt) {}

    private final ProviderHttp http;
    private final Clock clock;
    private volatile @Nullable Known known;

    Providers(ProviderHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /** @throws Trouble when it cannot be found out, or is not to be trusted */
    Provider of(String issuer) {
        Known last = known;
        if (last != null && last.issuer().equals(issuer) && last.readAt().plus(FRESH).isAfter(clock.instant())) {
            return last.provider();
        }
        Provider provider = discover(issuer);
        known = new Known(issuer, provider, clock.instant());
        return provider;
    }

    /** Anew, and without remembering it. @throws Trouble */
    Provider discover(String issuer) {
        URI document = URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration");
        OIDCProviderMetadata metadata = read(document);
        if (!metadata.getIssuer().getValue().equals(issuer)) {
            throw new Trouble("The discovery document names another issuer, " + metadata.getIssuer() + ". Set the issuer to exactly that.");
        }
        if (metadata.getAuthorizationEndpointURI() == null || metadata.getTokenEndpointURI() == null || metadata.getJWKSetURI() == null) {
            throw new Trouble("The discovery document at " + document + " lacks the authorization endpoint, the token endpoint or the keys.");
        }
        return new Provider(metadata, keys(metadata));
    }

    private OIDCProviderMetadata read(URI document) {
        try {
            return OIDCProviderMetadata.parse(http.get(document));
        } catch (IOException e) {
            throw new Trouble("The discovery document cannot be read: " + sentence(e, document) + ".", e);
        } catch (ParseException e) {
            throw new Trouble("What " + document + " answers is no discovery document: " + e.getMessage(), e);
        }
    }

    private static String sentence(IOException e, URI document) {
        return e.getMessage() == null ? "no connection to " + document.getAuthority() : e.getMessage();
    }

    private JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL(), http).build();
        } catch (MalformedURLException e) {
            throw new Trouble("The discovery document names no address of keys that could be read: " + metadata.getJWKSetURI(), e);
        }
    }
}
