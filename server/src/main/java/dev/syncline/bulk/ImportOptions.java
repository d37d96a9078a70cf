package dev.syncline.bulk;

import org.jspecify.annotations.Nullable;

/**
 * How an import treats what is there already.
 *
 * @param existing what to do with a user who has an account in the application; left out, SKIP
 * @param createUsers whether users that do not exist are created, as they are when it is left out; otherwise their rows are bad
 * @param delimiter of the columns; null to find it out from the header
 */
record ImportOptions(Existing existing, Boolean createUsers, @Nullable String delimiter) {

    static final ImportOptions USUAL = new ImportOptions(Existing.SKIP, true, null);

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
