package dev.syncline.task;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Stands in while no keys are there: takes tasks without secrets and refuses all others. */
@Component
@Fallback
class NoSealer implements SecretSealer {

    @Override
    public byte[] seal(UUID taskId, Map<String, String> secrets) {
        if (!secrets.isEmpty()) {
            throw new IllegalStateException("There is no key to seal the task's secrets with.");
        }
        return null;
    }

    @Override
    public Map<String, String> open(UUID taskId, byte[] sealed) {
        if (sealed != null) {
            throw new IllegalStateException("There is no key to open the task's secrets with.");
        }
        return Map.of();
    }
}
