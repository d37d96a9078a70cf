package dev.syncline.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A provider as its discovery document describes it.
 *
 * @param keys its public keys, fetched when they are needed and anew when one is unknown
 */
record Provider(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {

    /** Signatures by the provider's own key; never "none", and none with a secret both sides know. */
    private static final List<JWSAlgorithm> ACCEPTED = List.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256,
            JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512, JWSAlgorithm.Ed25519, JWSAlgorithm.EdDSA);

    /** OpenID Connect Core section 3.1.3.7: signature, issuer, audience, expiry, nonce. */
    IDTokenClaimsSet verify(JWT idToken, ClientID client, Nonce nonce) {
        try {
            Set<JWSAlgorithm> algorithms = new HashSet<>(ACCEPTED);
            return new IDTokenValidator(metadata.getIssuer(), client, new JWSVerificationKeySelector<>(algorithms, keys), null)
                    .validate(idToken, nonce);
        } catch (BadJOSEException | JOSEException e) {
            throw new Trouble("The id token of the provider is not valid: " + e.getMessage(), e);
        }
    }

    /** How many keys it shows. */
    int countKeys() {
        try {
            return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).size();
        } catch (JOSEException e) {
            throw new Trouble("The keys of the provider cannot be read from " + metadata.getJWKSetURI() + ": " + e.getMessage(), e);
        }
    }
}
