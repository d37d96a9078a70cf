package dev.syncline.application;

import dev.syncline.connector.AttributeSpec;
import dev.syncline.connector.Capability;
import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.Field;
import dev.syncline.connector.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A connector type as a client sees it.
 *
 * @param attributes what targets take as long as nothing is set; the settings may change it
 * @param attributesOpen whether attributes beyond these are allowed
 */
record ConnectorView(
        String name,
        String label,
        Set<Capability> capabilities,
        List<Field> fields,
        List<AttributeSpec> attributes,
        boolean attributesOpen) {

    private static final int ANY_TIMEOUT = 10_000;

    static ConnectorView of(ConnectorType type) {
        Schema schema = schema(type);
        return new ConnectorView(type.name(), type.label(), type.capabilities(), type.fields(), schema.attributes(), schema.open());
    }

    private static Schema schema(ConnectorType type) {
        try {
            return type.schema(Connection.settings(type, Map.of(), Map.of(), ANY_TIMEOUT));
        } catch (IllegalArgumentException e) {
            // Without its settings it cannot tell.
            return new Schema(List.of(), true);
        }
    }
}
