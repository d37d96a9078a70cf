package dev.syncline.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Where messages go, without its secrets.
 *
 * @param settings by kind, see {@link Carrier}
 * @param secrets the secret settings that have a value, each with true
 */
public record Channel(UUID id, String name, Kind kind, boolean enabled, Language language, Map<String, String> settings,
        Map<String, Boolean> secrets, int version, Instant createdAt, Instant updatedAt) {

    /** How messages travel. */
    public enum Kind {
        MAIL,
        WEBHOOK,
        FEISHU_BOT
    }
}
