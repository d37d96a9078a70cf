package dev.syncline.openid;

import dev.syncline.secret.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed in the tables of this package, for a rotation of the keys. */
@Configuration(proxyBeanMethods = false)
class SealedByProvider {

    @Bean
    static SealedColumn sealedClientSecret() {
        return SealedColumn.of("openid_settings", "sealed_client_secret", "only_row", "'" + TokenEndpoint.SECRET + "'");
    }

    @Bean
    static SealedColumn sealedVerifiers() {
        return SealedColumn.of("openid_sign_in", "sealed_verifier", "state_hash", "'" + OpenIdSignIn.VERIFIER + "'");
    }

    @Bean
    static SealedColumn sealedIdTokens() {
        return SealedColumn.of("openid_session", "sealed_id_token", "session_id", "'" + SignOutAtProvider.CONTEXT + "' || session_id");
    }
}
