package dev.syncline.account;

import dev.syncline.connector.Action;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has become true of an account in its target.
 *
 * @param name the account's name there
 * @param attributes the values it was given, secrets left out; null for one that was cleared
 * @param remoteId the target's id; null keeps the known one
 */
public record Effect(
        UUID accountId,
        Action action,
        @Nullable String name,
        Map<String, Object> attributes,
        List<UUID> bound,
        List<UUID> unbound,
        @Nullable String remoteId) {}
