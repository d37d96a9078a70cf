package dev.syncline.permissionpackage;

import java.util.UUID;

/**
 * Which packages; null means any.
 *
 * @param text part of the name or description
 * @param applicationId that it grants something in
 */
public record PackageFilter(String text, Boolean active, Boolean requestable, Boolean provisionable, UUID applicationId) {}
