package dev.syncline.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an act is about.
 *
 * @param type "user", "application"
 * @param id null when there is one of its kind, or it has none yet
 * @param name as it was then; null when not known
 */
public record Subject(String type, @Nullable String id, @Nullable String name) {

    public static Subject of(String type, @Nullable Object id, @Nullable String name) {
        return new Subject(type, id == null ? null : Objects.toString(id), name);
    }

    /** The same with what is known of it meanwhile. */
    Subject or(String otherId, String otherName) {
        return new Subject(type, id == null ? otherId : id, name == null ? otherName : name);
    }
}
