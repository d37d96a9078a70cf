package dev.syncline.permission;

import dev.syncline.connector.PermissionKind;
import dev.syncline.rights.Scope;
import java.util.UUID;

/**
 * Which permissions; null means any.
 *
 * @param visible in which applications at most
 * @param text part of the name or value
 */
public record PermissionFilter(UUID applicationId, PermissionKind kind, String text, Scope visible) {}
