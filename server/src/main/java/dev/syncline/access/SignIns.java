package dev.syncline.access;

import java.time.Instant;
import java.util.UUID;

/** What is kept about the sign-ins of one kind of people. */
interface SignIns {

    /** Counts in the database, so that guesses spread over several servers add up. @return failures in a row, this one included */
    int countFailure(UUID id, Instant now);

    void lock(UUID id, Instant until);

    void forgetFailures(UUID id);

    /** The new password is the person's own, no longer a one-time one. */
    void changePassword(UUID id, String hash, Instant now);
}
