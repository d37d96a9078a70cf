package dev.syncline.bulk;

import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Many changes asked for at once.
 *
 * @param applicationId null when it changes users themselves
 * @param options what was asked for; {@link ImportOptions}, {@link ProvisioningOptions} or {@link UsersOptions} as JSON
 * @param total rows so far while it is read, all of them afterwards
 * @param bad rows that cannot be imported
 * @param opened rows whose task was opened, or whose effect was applied at once (of users: who were changed)
 * @param skipped rows that needed nothing
 * @param failure why it ended early; null when it did not
 */
record Batch(
        UUID id,
        Kind kind,
        @Nullable UUID applicationId,
        String name,
        Status status,
        String options,
        int total,
        int bad,
        int opened,
        int skipped,
        @Nullable String failure,
        Actor initiator,
        int version,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    enum Kind {
        /** Users and their accounts in an application, from a file. */
        IMPORT,
        /** Accounts for the users a filter finds. */
        PROVISIONING,
        /** Changes of users themselves, from a file or by the API. */
        USERS
    }

    enum Status {
        /** The file is being read and its rows are checked. */
        READING,
        /** Waits for the word to go. */
        READY,
        RUNNING,
        /** Every row has been dealt with; the tasks may still be under way. */
        DONE,
        CANCELLED,
        FAILED
    }
}
