package dev.syncline.repair;

import dev.syncline.application.RemoteObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person says that it was done by hand.
 *
 * @param reason 1 to 1,000 characters
 * @param targetSaid what the target had said when the person decided; null when it was not asked
 */
record Confirmation(String reason, RemoteObject.State targetSaid) {

    /** What the log keeps of it besides the reason. */
    @Nullable Map<String, ?> detail() {
        return targetSaid == null ? null : Map.of("targetSaid", targetSaid);
    }
}
