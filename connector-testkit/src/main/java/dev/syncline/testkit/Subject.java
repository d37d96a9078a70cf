package dev.syncline.testkit;

import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.PermissionRef;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A connector type with a running target to try it on, and a way to look at that target past the connector. */
public interface Subject {

    ConnectorType type();

    /** Settings that work. Defaults are filled in by the suite. */
    Map<String, String> settings();

    /** Where the target listens. */
    InetSocketAddress address();

    /** The same settings for a target at another address. */
    Map<String, String> at(InetSocketAddress address);

    /** The same settings with credentials the target does not accept. */
    Map<String, String> withWrongCredentials();

    /** The setting that makes a CREATE adopt an account it finds, or refuse it. */
    Map<String, String> onConflict(boolean adopt);

    /** What a CREATE of this name needs, a password among it if the target takes one. */
    Map<String, Object> attributes(String name);

    /** Those of {@link #attributes} that are secret. */
    Set<String> secretAttributes();

    /** A text attribute that is no part of {@link #attributes} and may be set, changed and cleared. */
    String freeAttribute();

    /** Permissions that exist in the target; at least two where the type declares them. */
    List<PermissionRef> permissions();

    /** The account as it really is in the target; empty when it is not there. */
    Optional<Seen> look(String name);

    /** An organization or group as it really is in the target; empty when it is not there. For types that declare such objects. */
    default Optional<SeenObject> look(ObjectType objectType, String remoteId) {
        throw new UnsupportedOperationException("This subject has no way to look at a " + objectType);
    }

    /**
     * An organization or group as the target has it.
     *
     * @param organization the target's id of the organization it is in; empty at the top
     * @param members the target's ids of a group's accounts
     */
    record SeenObject(String name, Optional<String> organization, Set<String> members) {}

    /**
     * An account as the target has it.
     *
     * @param enabled empty when the target cannot tell
     * @param attributes by the names a mapping uses; at least those the suite sets
     */
    record Seen(String remoteId, Optional<Boolean> enabled, Map<String, String> attributes, Set<String> permissionValues) {}
}
