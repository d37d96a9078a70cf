package dev.syncline.rights;

import java.util.Set;
import java.util.UUID;

/** Who answers for which application; that is said once, where access to an application is set up. */
public interface Ownership {

    /** Ids of the applications owned by the user who this administrator is; none unless the user is enabled. */
    Set<UUID> ofAdministrator(UUID administrator);
}
