package dev.syncline.permissionpackage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which packages; null means any.
 *
 * @param text part of the name or description
 * @param applicationId that it grants something in
 */
public record PackageFilter(String text, Boolean active, Boolean requestable, @Nullable Boolean provisionable, @Nullable UUID applicationId) {}
