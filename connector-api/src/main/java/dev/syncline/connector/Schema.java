package dev.syncline.connector;

import java.util.List;

/**
 * What attributes a target takes.
 *
 * @param attributes the known ones
 * @param open whether attributes beyond the known ones are allowed
 */
public record Schema(List<AttributeSpec> attributes, boolean open) {
    public Schema {
        attributes = List.copyOf(attributes);
    }
}
