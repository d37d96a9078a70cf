package dev.syncline.lifecycle;

import dev.syncline.mapping.Mapped;
import dev.syncline.mapping.MappingError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the mappings give now and did not give before. What did not change is not touched, whatever the account has by now: an
 * administrator may have set it by hand.
 *
 * @param attributes target to the new value; null where there is none any more
 * @param invalid sentences about mappings that fail now and did not before; null when there are none
 */
record MappedDifference(Map<String, Object> attributes, @Nullable String invalid) {

    static MappedDifference between(Mapped before, Mapped after) {
        Map<String, Object> changed = new LinkedHashMap<>();
        after.attributes().forEach((target, value) -> {
            if (!before.attributes().containsKey(target) || !Objects.equals(before.attributes().get(target), value)) {
                changed.put(target, value);
            }
        });
        Set<String> failedBefore = before.errors().stream().map(MappingError::target).collect(Collectors.toSet());
        String invalid = after.errors().stream()
                .filter(error -> !failedBefore.contains(error.target()))
                .map(MappingError::message)
                .collect(Collectors.joining(" "));
        return new MappedDifference(changed, invalid.isEmpty() ? null : invalid);
    }

    /** Values may be secret. */
    @Override
    public String toString() {
        return "MappedDifference" + attributes.keySet();
    }
}
