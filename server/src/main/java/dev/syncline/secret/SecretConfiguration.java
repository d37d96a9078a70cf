package dev.syncline.secret;

import dev.syncline.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

    @Bean
    SecretBox secretBox(Settings settings) throws IOException, GeneralSecurityException {
        if (settings.keyset() != null && !settings.keyset().isBlank()) {
            return fromEnvironment(settings.keyset());
        }
        Path file = settings.home().resolve("keys").resolve("syncline.keyset");
        return new SecretBox(KeySet.fromFile(file));
    }

    private static SecretBox fromEnvironment(String json) {
        try {
            return new SecretBox(KeySet.fromJson(json));
        } catch (GeneralSecurityException e) {
            // without the cause: its message may quote the keys
            throw new IllegalStateException("SYNCLINE_KEYSET is not a Tink key set in JSON with an AES-GCM key.");
        }
    }
}
