package dev.syncline.application;

import dev.syncline.connectors.KnownCertificate;
import dev.syncline.mapping.Mapping;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A target system and how it is spoken to, without its secrets.
 *
 * @param connector name of the connector type
 * @param settings connection settings that are not secret
 * @param secrets the secret settings that have a value, each with true
 * @param dataSynchronization when off, changes take effect in the platform at once and nothing is sent
 * @param maskedAttributes target attributes masked in the log beyond passwords and declared secrets
 * @param personalAttributes target attributes that are personal beyond those the connector declares and those whose name says so
 * @param publicAttributes target attributes that are not personal, though the connector or their name says so
 * @param certificates those of the connection, with how long they count
 * @param accountNameExpression CEL expression that gives an account its name
 */
public record Application(
        UUID id,
        String name,
        String connector,
        Map<String, String> settings,
        Map<String, Boolean> secrets,
        boolean dataSynchronization,
        boolean changeTracking,
        Callback callback,
        Retry retry,
        Limits limits,
        List<String> maskedAttributes,
        List<String> personalAttributes,
        List<String> publicAttributes,
        String accountNameExpression,
        List<Mapping> mappings,
        List<KnownCertificate> certificates,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * Whether the target answers later.
     *
     * @param deadlineSeconds how long it may take
     * @param secretSet whether the key of its signatures is known
     */
    public record Callback(boolean enabled, int deadlineSeconds, boolean secretSet) {}

    /** The schedule of further attempts: delays in milliseconds, doubling from the first to the longest. */
    public record Retry(int maxAttempts, long firstDelayMs, long maxDelayMs) {
        static final Retry USUAL = new Retry(8, 2_000, 3_600_000);
    }

    /**
     * How hard the target may be worked.
     *
     * @param ratePerSecond operations per second over all servers; null for no limit
     * @param requestTimeoutMs how long one request may take
     */
    public record Limits(int maxConcurrency, @Nullable Double ratePerSecond, int requestTimeoutMs) {
        static final Limits USUAL = new Limits(8, null, 10_000);
    }

    Application with(Map<String, Boolean> secrets, List<Mapping> mappings, List<KnownCertificate> certificates) {
        return new Application(id, name, connector, settings, secrets, dataSynchronization, changeTracking, callback, retry, limits,
                maskedAttributes, personalAttributes, publicAttributes, accountNameExpression, mappings, certificates, version, createdAt, updatedAt);
    }
}
