package dev.syncline.repair;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Corrected parameters as they are sent.
 *
 * @param attributes target attribute to value; null clears it; a secret one left as it was shown keeps its value
 * @param bind, unbind permissions by their id; what else is sent of them is not read
 */
record Wanted(String name, Map<String, Object> attributes, List<Permission> bind, List<Permission> unbind) {

    record Permission(UUID id, String kind, String name, String value) {}

    Wanted {
        attributes = attributes == null ? Map.of() : new LinkedHashMap<>(attributes);
        bind = bind == null ? List.of() : bind;
        unbind = unbind == null ? List.of() : unbind;
    }

    /** Values may be secret. */
    @Override
    public String toString() {
        return "Wanted[" + name + ", " + attributes.keySet() + "]";
    }
}
