package dev.syncline.task;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals the secret attribute values of a task. Implemented where the keys are, so that the heart need not know them. */
public interface SecretSealer {

    /** Null for no secrets. */
    byte @Nullable [] seal(UUID taskId, Map<String, String> secrets);

    /** Empty for null. */
    Map<String, String> open(UUID taskId, byte @Nullable [] sealed);
}
