package dev.syncline.permissionpackage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which packages; null means any.
 *
 * @param text part of the name or description
 * @param applicationId that it grants something in
 */
public record PackageFilter(
        @Nullable String text,
        @Nullable Boolean active,
        @Nullable Boolean requestable,
        @Nullable Boolean provisionable,
        @Nullable UUID applicationId) {}
