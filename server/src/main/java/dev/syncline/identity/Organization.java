package dev.syncline.identity;

import java.util.UUID;

/**
 * A node of the organization tree.
 *
 * @param code stable key used by imports
 * @param parentId null for a root
 */
public record Organization(UUID id, String code, String name, UUID parentId, int version) {}
