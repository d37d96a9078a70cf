package dev.syncline.secret;

import dev.syncline.settings.Settings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    /** @param keys a key set that replaces the file, for several servers on one database */
    @Bean
    Seal seal(Settings settings, @Value("${syncline.signing-keyset:}") String keys) throws IOException, GeneralSecurityException {
        return keys.isBlank() ? Seal.fromFile(settings.home().resolve(Seal.FILE)) : fromEnvironment(keys);
    }

    private static Seal fromEnvironment(String json) {
        try {
            return Seal.fromJson(json);
        } catch (GeneralSecurityException e) {
            // without the cause: its message may quote the keys
            throw new IllegalStateException("SYNCLINE_SIGNING_KEYSET is not a Tink key set in JSON with an Ed25519 key.");
        }
    }
}
