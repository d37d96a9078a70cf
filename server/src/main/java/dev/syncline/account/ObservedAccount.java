package dev.syncline.account;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a known account was seen to be in its target, whoever made it so.
 *
 * @param active whether the target lets it sign in; null when that cannot be told
 * @param attributes the values it has there, by the names the mapping uses, secrets left out; null for one that has none
 */
public record ObservedAccount(UUID id, String name, String remoteId, @Nullable Boolean active, Map<String, Object> attributes) {}
