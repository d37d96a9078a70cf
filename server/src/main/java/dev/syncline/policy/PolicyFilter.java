package dev.syncline.policy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which policies; null means any. Deleted ones are never listed.
 *
 * @param text part of the name or description
 * @param packageId that it grants
 * @param applicationId that it grants something in by itself, not through a package
 */
record PolicyFilter(@Nullable String text, @Nullable Boolean enabled, UUID packageId, @Nullable UUID applicationId) {}
