package dev.syncline.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the expressions of an application gave for one subject.
 *
 * @param attributes target to value in the mapping's order; null where the expression gave null
 * @param secretTargets those whose values must never be seen
 * @param errors the expressions that failed; their targets are not among the attributes
 */
public record Mapped(Map<String, Object> attributes, Set<String> secretTargets, List<MappingError> errors) {
    public Mapped {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        secretTargets = Set.copyOf(secretTargets);
        errors = List.copyOf(errors);
    }

    public static Mapped nothing() {
        return new Mapped(Map.of(), Set.of(), List.of());
    }

    /** Values may be secret. */
    @Override
    public String toString() {
        return "Mapped" + attributes.keySet() + errors;
    }
}
