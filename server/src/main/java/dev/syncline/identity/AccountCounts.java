package dev.syncline.identity;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How many accounts users still have. Implemented by a package that knows accounts, which this one does not. */
public interface AccountCounts {

    /** Users without any are missing. */
    Map<UUID, Integer> of(Collection<UUID> userIds);
}
