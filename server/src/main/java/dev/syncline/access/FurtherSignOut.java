package dev.syncline.access;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Somewhere else where a person is signed in by the same sign-in. */
public interface FurtherSignOut {

    /** Where the browser has to go to sign out there too; asked before the session is gone. Empty when it is not of this one's making. */
    Optional<URI> continueAt(UUID session);
}
