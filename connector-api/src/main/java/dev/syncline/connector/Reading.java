package dev.syncline.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What reading an object back found. */
public sealed interface Reading {

    /**
     * It is there.
     *
     * @param enabled whether the target lets it sign in; empty when the target cannot tell
     * @param attributes by the names the mapping uses, secrets left out
     * @param permissionValues the {@link PermissionRef#value() values} of the permissions it holds
     */
    record Found(String remoteId, Optional<Boolean> enabled, Map<String, Object> attributes, List<String> permissionValues)
            implements Reading {}

    /** The target does not have it. */
    record Gone() implements Reading {}

    /** It cannot be told, and why: not reachable, not allowed, not supported. */
    record Unknown(String message) implements Reading {}
}
