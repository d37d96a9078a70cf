package dev.syncline.policy;

import java.util.UUID;

/**
 * Which policies; null means any. Deleted ones are never listed.
 *
 * @param text part of the name or description
 * @param packageId that it grants
 * @param applicationId that it grants something in by itself, not through a package
 */
record PolicyFilter(String text, Boolean enabled, UUID packageId, UUID applicationId) {}
