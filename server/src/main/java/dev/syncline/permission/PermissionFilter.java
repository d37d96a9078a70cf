package dev.syncline.permission;

import dev.syncline.connector.PermissionKind;
import java.util.UUID;

/**
 * Which permissions; null means any.
 *
 * @param text part of the name or value
 */
public record PermissionFilter(UUID applicationId, PermissionKind kind, String text) {}
