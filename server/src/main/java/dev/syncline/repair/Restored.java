package dev.syncline.repair;

import dev.syncline.journal.Veil;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.task.Task;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts personal values back that the editor showed as marks and that were left as they were. A mark stands for a value of its own attribute
 * alone: moved to another one, which everybody may see, it would give the value away.
 */
final class Restored {

    private final Veil veil;
    private final List<FieldError> errors;

    private Restored(Veil veil, List<FieldError> errors) {
        this.veil = veil;
        this.errors = errors;
    }

    static Wanted in(Wanted wanted, Task failed, Veil veil, List<FieldError> errors) {
        Restored restored = new Restored(veil, errors);
        Map<String, Object> attributes = new LinkedHashMap<>();
        Map<String, Object> stored = failed.parameters().attributes();
        wanted.attributes().forEach((name, value) -> attributes.put(name, restored.attribute(name, value, stored.get(name))));
        return new Wanted(wanted.name(), attributes, wanted.bind(), wanted.unbind());
    }

    private @Nullable Object attribute(String name, @Nullable Object value, @Nullable Object stored) {
        if (value == null || value.equals(veil.value(name, stored))) {
            return value == null ? null : stored;
        }
        Map<Object, Object> shown = new HashMap<>();
        values(stored).forEach(one -> shown.put(veil.value(name, one), one));
        return value instanceof List<?> list ? list.stream().map(one -> leaf(name, one, shown)).toList() : leaf(name, value, shown);
    }

    private Object leaf(String name, Object value, Map<Object, Object> shown) {
        if (shown.containsKey(value)) {
            return shown.get(value);
        }
        if (Veil.hasMark(value)) {
            errors.add(new FieldError("parameters.attributes." + name,
                    "The attribute \"" + name + "\" has no stored value with this mark; enter the value itself."));
        }
        return value;
    }

    private static List<?> values(@Nullable Object stored) {
        return stored instanceof List<?> list ? list : stored == null ? List.of() : List.of(stored);
    }
}
