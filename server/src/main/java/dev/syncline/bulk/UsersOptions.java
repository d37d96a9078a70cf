package dev.syncline.bulk;

/**
 * How a file of users is read.
 *
 * @param delimiter of the columns; null to find it out from the header
 */
record UsersOptions(String delimiter) {
    UsersOptions {
        delimiter = delimiter == null || delimiter.isEmpty() ? null : delimiter;
    }
}
