package dev.syncline.mapping;

import dev.syncline.connector.ObjectType;
import java.util.Objects;

/**
 * One target attribute and where its value comes from.
 *
 * @param target the attribute as the connector names it
 * @param expression CEL over user, organization and account
 * @param secret whether the value is sealed in tasks and masked in the log
 */
public record Mapping(ObjectType objectType, String target, String expression, boolean secret) {
    public Mapping {
        Objects.requireNonNull(objectType);
        Objects.requireNonNull(target);
        Objects.requireNonNull(expression);
    }
}
