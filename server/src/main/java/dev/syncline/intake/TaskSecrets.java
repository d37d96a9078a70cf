package dev.syncline.intake;

import dev.syncline.secret.SealedColumn;
import dev.syncline.secret.SecretBox;
import dev.syncline.task.SecretSealer;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Seals the secret values of tasks. What was sealed for one task cannot be opened as another's. */
@Component
class TaskSecrets implements SecretSealer {

    private static final TypeReference<Map<String, String>> SECRETS = new TypeReference<>() {};

    private final SecretBox box;
    private final JsonMapper json;

    TaskSecrets(SecretBox box, JsonMapper json) {
        this.box = box;
        this.json = json;
    }

    @Bean
    static SealedColumn sealedTasks() {
        return SealedColumn.of("task", "sealed_secrets", "id", "'task:' || id");
    }

    @Override
    public byte @Nullable [] seal(UUID taskId, Map<String, String> secrets) {
        return secrets.isEmpty() ? null : box.seal(json.writeValueAsString(secrets), "task:" + taskId);
    }

    @Override
    public Map<String, String> open(UUID taskId, byte @Nullable [] sealed) {
        return sealed == null ? Map.of() : json.readValue(box.open(sealed, "task:" + taskId), SECRETS);
    }
}
