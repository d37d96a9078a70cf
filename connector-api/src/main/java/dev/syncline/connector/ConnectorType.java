package dev.syncline.connector;

import java.util.List;
import java.util.Set;

/** A kind of target. Stateless; listed in {@code META-INF/services}. */
public interface ConnectorType {

    /** Short, lower case, stored with each application: "ldap". */
    String name();

    /** For people: "LDAP directory". */
    String label();

    /** The settings a connection needs, in the order a form shows them. */
    List<Field> fields();

    Set<Capability> capabilities();

    /** What targets with these settings can do: all the type can, unless a setting is missing for some of it. */
    default Set<Capability> capabilities(Settings settings) {
        return capabilities();
    }

    /** The attributes targets with these settings take. Answers without calling the target. */
    Schema schema(Settings settings);

    /** The attributes such objects take there; anything, where a type does not say. */
    default Schema schema(Settings settings, ObjectType objectType) {
        return objectType == ObjectType.ACCOUNT ? schema(settings) : new Schema(List.of(), true);
    }

    /**
     * Opens a connector. Does not call the target: an unreachable one is found out by {@link Connector#check} or {@link
     * Connector#apply}.
     *
     * @throws IllegalArgumentException when the settings cannot work, with a sentence that names the setting
     */
    Connector open(Settings settings);
}
