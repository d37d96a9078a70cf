package dev.syncline.rights;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who stands behind API tokens. */
public interface TokenMakers {

    /** The administrator who made a token: what is done with it, that person answers for. */
    Optional<UUID> administratorOf(@Nullable UUID token);
}
