package dev.syncline.application;

import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.Settings;
import dev.syncline.journal.PersonalNames;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as the runner needs it: secrets in clear, in memory only, never printed.
 *
 * @param secretValues every secret of the connection, to be masked wherever it occurs
 * @param maskedAttributes target attributes masked in the log: by rule, by mapping, and by what the connector declares
 * @param personal which fields are personal: by the connector, by their name, and by rule
 * @param ratePerSecond operations per second over all servers; null for no limit
 */
public record Target(
        UUID id,
        String name,
        int version,
        ConnectorType type,
        Settings settings,
        Set<String> secretValues,
        Set<String> maskedAttributes,
        PersonalNames personal,
        boolean callbackMode,
        Duration callbackDeadline,
        int maxAttempts,
        Duration firstDelay,
        Duration maxDelay,
        int maxConcurrency,
        @Nullable Double ratePerSecond) {

    @Override
    public String toString() {
        return "Target[" + name + ", version " + version + "]";
    }
}
