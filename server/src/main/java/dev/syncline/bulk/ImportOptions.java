package dev.syncline.bulk;

import org.jspecify.annotations.Nullable;

/**
 * How an import treats what is there already.
 *
 * @param existing what to do with a user who has an account in the application
 * @param createUsers whether users that do not exist are created; otherwise their rows are bad
 * @param delimiter of the columns; null to find it out from the header
 */
record ImportOptions(@Nullable Existing existing, @Nullable Boolean createUsers, @Nullable String delimiter) {

    enum Existing {
        /** Leave user and account as they are. */
        SKIP,
        /** Give both the values of the row; empty cells leave what is there. */
        UPDATE
    }

    ImportOptions {
        existing = existing == null ? Existing.SKIP : existing;
        createUsers = createUsers == null || createUsers;
        delimiter = delimiter == null || delimiter.isEmpty() ? null : delimiter;
    }
}
