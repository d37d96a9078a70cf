package dev.syncline.bulk;

import org.jspecify.annotations.Nullable;

/**
 * How a file of users is read.
 *
 * @param delimiter of the columns; null to find it out from the header
 */
record UsersOptions(@Nullable String delimiter) {
    UsersOptions {
        delimiter = delimiter == null || delimiter.isEmpty() ? null : delimiter;
    }
}
