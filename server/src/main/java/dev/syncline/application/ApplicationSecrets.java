package dev.syncline.application;

import dev.syncline.secret.SealedColumn;
import dev.syncline.secret.SecretBox;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Seals the secrets of applications. What was sealed for one application cannot be opened as another's. */
@Component
class ApplicationSecrets {

    private static final TypeReference<Map<String, String>> SECRETS = new TypeReference<>() {};

    private final SecretBox box;
    private final JsonMapper json;

    ApplicationSecrets(SecretBox box, JsonMapper json) {
        this.box = box;
        this.json = json;
    }

    @Bean
    static SealedColumn sealedConnections() {
        return SealedColumn.of("application", "sealed_secrets", "id", "'application:' || id");
    }

    @Bean
    static SealedColumn sealedCallbackKeys() {
        return SealedColumn.of("application", "sealed_callback_secret", "id", "'callback:' || id");
    }

    /** Null for no secrets. */
    byte @Nullable [] seal(UUID applicationId, Map<String, String> secrets) {
        return secrets.isEmpty() ? null : box.seal(json.writeValueAsString(secrets), "application:" + applicationId);
    }

    /** Empty for null. */
    Map<String, String> open(UUID applicationId, byte @Nullable [] sealed) {
        return sealed == null ? Map.of() : json.readValue(box.open(sealed, "application:" + applicationId), SECRETS);
    }

    /** Which secrets are set, each with true. */
    Map<String, Boolean> names(UUID applicationId, byte @Nullable [] sealed) {
        Map<String, Boolean> names = new TreeMap<>();
        open(applicationId, sealed).keySet().forEach(name -> names.put(name, true));
        return names;
    }

    byte[] sealCallback(UUID applicationId, String secret) {
        return box.seal(secret, "callback:" + applicationId);
    }

    String openCallback(UUID applicationId, byte[] sealed) {
        return box.open(sealed, "callback:" + applicationId);
    }
}
