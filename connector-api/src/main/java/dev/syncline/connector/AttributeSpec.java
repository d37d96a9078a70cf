package dev.syncline.connector;

import java.util.Objects;

/**
 * An attribute the target is known to have, for mapping suggestions and for the editor that corrects a failed task.
 *
 * @param name as a mapping names it
 * @param type what its value must be
 * @param required whether a CREATE without it is refused
 * @param multiple whether it takes a list
 * @param secret whether its value must never be seen
 * @param help one sentence
 */
public record AttributeSpec(String name, Type type, boolean required, boolean multiple, boolean secret, String help) {

    public enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN
    }

    public AttributeSpec {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(help);
    }

    public static AttributeSpec text(String name, String help) {
        return new AttributeSpec(name, Type.TEXT, false, false, false, help);
    }

    public static AttributeSpec requiredText(String name, String help) {
        return new AttributeSpec(name, Type.TEXT, true, false, false, help);
    }

    public static AttributeSpec secret(String name, String help) {
        return new AttributeSpec(name, Type.TEXT, false, false, true, help);
    }
}
