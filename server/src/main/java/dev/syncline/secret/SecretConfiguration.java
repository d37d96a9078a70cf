package dev.syncline.secret;

import dev.syncline.journal.BodySeal;
import dev.syncline.journal.WireBodies;
import dev.syncline.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

    @Bean
    KeyRing keyRing(Settings settings, KeySetRepository repository, TransactionTemplate transactions, Clock clock)
            throws IOException, GeneralSecurityException {
        LocalKeyEncryption encryption = encryption(settings);
        return new KeyRing(repository, encryption, encryption.keys(), transactions, clock);
    }

    @Bean
    SecretBox secretBox(KeyRing keys) {
        return new SecretBox(keys);
    }

    @Bean
    WireBodies wireBodies(Settings settings, SecretBox box) {
        return new WireBodies(new BodySeal() {
            @Override
            public byte[] seal(UUID taskId, byte[] body) {
                return box.seal(body, "wire:" + taskId);
            }

            @Override
            public byte[] open(UUID taskId, byte[] sealed) {
                return box.openBytes(sealed, "wire:" + taskId);
            }
        }, settings.sealPayloads());
    }

    private static LocalKeyEncryption encryption(Settings settings) throws IOException, GeneralSecurityException {
        if (settings.keyset() != null && !settings.keyset().isBlank()) {
            return LocalKeyEncryption.ofEnvironment(settings.keyset());
        }
        Path file = settings.home().resolve("keys").resolve("syncline.keyset");
        return LocalKeyEncryption.ofFile(file);
    }
}
