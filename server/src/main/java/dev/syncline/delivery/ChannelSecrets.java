package dev.syncline.delivery;

import dev.syncline.secret.SealedColumn;
import dev.syncline.secret.SecretBox;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Seals the secrets of channels. What was sealed for one channel cannot be opened as another's. */
@Component
class ChannelSecrets {

    private static final TypeReference<Map<String, String>> SECRETS = new TypeReference<>() {};

    private final SecretBox box;
    private final JsonMapper json;

    ChannelSecrets(SecretBox box, JsonMapper json) {
        this.box = box;
        this.json = json;
    }

    @Bean
    static SealedColumn sealedChannels() {
        return SealedColumn.of("notification_channel", "sealed_secrets", "id", "'channel:' || id");
    }

    /** Null for no secrets. */
    byte @Nullable [] seal(UUID channelId, Map<String, String> secrets) {
        return secrets.isEmpty() ? null : box.seal(json.writeValueAsString(secrets), "channel:" + channelId);
    }

    /** Empty for null. */
    Map<String, String> open(UUID channelId, byte @Nullable [] sealed) {
        return sealed == null ? Map.of() : json.readValue(box.open(sealed, "channel:" + channelId), SECRETS);
    }

    /** Which secrets are set, each with true. */
    Map<String, Boolean> names(UUID channelId, byte @Nullable [] sealed) {
        Map<String, Boolean> names = new TreeMap<>();
        open(channelId, sealed).keySet().forEach(name -> names.put(name, true));
        return names;
    }

    /** What is stored, with what is given laid over it; a null or blank value removes what was there. */
    static Map<String, String> merged(Map<String, String> stored, Map<String, String> given) {
        Map<String, String> merged = new HashMap<>(stored);
        given.forEach((name, value) -> {
            if (value == null || value.isBlank()) {
                merged.remove(name);
            } else {
                merged.put(name, value.strip());
            }
        });
        return merged;
    }
}
