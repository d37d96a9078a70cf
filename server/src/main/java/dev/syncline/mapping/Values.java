package dev.syncline.mapping;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values on their way into and out of expressions. */
final class Values {

    private Values() {}

    /** CEL knows 64-bit whole numbers and doubles only, and takes Java's null for "not known". */
    static Object forExpression(Object value) {
        return switch (value) {
            case null -> NullValue.NULL_VALUE;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Number number when !(number instanceof Long) -> number.doubleValue();
            case List<?> list -> list.stream().map(Values::forExpression).toList();
            case Map<?, ?> map -> fields(map);
            default -> value;
        };
    }

    static Map<String, Object> fields(Map<?, ?> map) {
        Map<String, Object> converted = new LinkedHashMap<>();
        map.forEach((name, value) -> converted.put(name.toString(), forExpression(value)));
        return converted;
    }

    /** @throws IllegalArgumentException when no target attribute can have such a value, with the words for a sentence */
    static @Nullable Object forTarget(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Long number -> number;
            case Double number -> number;
            case Boolean flag -> flag;
            case UnsignedLong number -> number.longValue();
            case Optional<?> optional -> optional.map(Values::forTarget).orElse(null);
            case List<?> list -> listForTarget(list);
            case Object other when isNull(other) -> null;
            default -> throw new IllegalArgumentException("a text, a number, true or false, or a list of these is needed");
        };
    }

    private static List<Object> listForTarget(List<?> list) {
        List<Object> converted = new ArrayList<>();
        for (Object element : list) {
            Object value = forTarget(element);
            if (value == null || value instanceof List<?>) {
                throw new IllegalArgumentException("a list may hold texts, numbers, true and false only");
            }
            converted.add(value);
        }
        return List.copyOf(converted);
    }

    private static boolean isNull(Object value) {
        return value instanceof NullValue || value instanceof com.google.protobuf.NullValue;
    }
}
