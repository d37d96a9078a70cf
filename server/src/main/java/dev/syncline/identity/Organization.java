package dev.syncline.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node of the organization tree.
 *
 * @param code stable key used by imports
 * @param parentId null for a root
 */
public record Organization(UUID id, String code, String name, @Nullable UUID parentId, int version) {}
