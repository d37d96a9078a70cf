package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.connector.Listed;
import dev.syncline.connectors.Stopped;

/** Resources of one kind, and what the list says of each. */
sealed interface Listable<T extends Listed> permits ListedUsers, ListedGroups {

    /** Where the service has them, with what is asked for beside the page: {@code /Users?}. */
    String query();

    /** What people call one of them; more of them end in an s. */
    String one();

    default String what() {
        return one() + "s";
    }

    T of(ObjectNode resource) throws Stopped;
}
