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
 * @param personal whether its value is hidden from readers of the log who may not see it: what a person is reached by or known by, such as a
 *     telephone number, an address, a date of birth
 * @param help one sentence
 */
public record AttributeSpec(String name, Type type, boolean required, boolean multiple, boolean secret, boolean personal, String help) {

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

    /** One that is not personal. */
    public AttributeSpec(String name, Type type, boolean required, boolean multiple, boolean secret, String help) {
        this(name, type, required, multiple, secret, false, help);
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

    public static AttributeSpec personal(String name, String help) {
        return new AttributeSpec(name, Type.TEXT, false, false, false, true, help);
    }
}
