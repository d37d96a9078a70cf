package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.connector.ListedObject;
import dev.syncline.connectors.Stopped;
import java.util.Optional;

/** Groups without their members (RFC 7644, 3.9), who may be very many. */
record ListedGroups() implements Listable<ListedObject> {

    @Override
    public String query() {
        return "/Groups?excludedAttributes=members&";
    }

    @Override
    public String one() {
        return "group";
    }

    @Override
    public ListedObject of(ObjectNode group) throws Stopped {
        String id = new Resource(group, Optional.empty()).id();
        return new ListedObject(id, Json.text(group, "displayName").orElse(id), Optional.empty());
    }
}
