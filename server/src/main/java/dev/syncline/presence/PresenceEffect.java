package dev.syncline.presence;

import dev.syncline.connector.Action;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has become true of a presence.
 *
 * @param attributes secrets left out; null as a value: cleared
 * @param remoteId null keeps the known one
 */
public record PresenceEffect(UUID presenceId, Action action, String name, Map<String, Object> attributes, @Nullable String remoteId) {}
