package dev.syncline.access;

import java.time.Instant;
import java.util.UUID;

/** What is kept about the sign-ins of one kind of people. */
interface SignIns {

    /** The new password is the person's own, no longer a one-time one. */
    void changePassword(UUID id, String hash, Instant now);

    /** The same password, hashed anew with stronger parameters; nothing happens when it was changed meanwhile. */
    void rehash(UUID id, String before, String hash);
}
