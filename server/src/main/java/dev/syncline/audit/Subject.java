package dev.syncline.audit;

import java.util.Objects;

/**
 * What an act is about.
 *
 * @param type "user", "application"
 * @param id null when there is one of its kind, or it has none yet
 * @param name as it was then; null when not known
 */
public record Subject(String type, String id, String name) {

    public static Subject of(String type, Object id, String name) {
        return new Subject(type, id == null ? null : Objects.toString(id), name);
    }

    /** The same with what is known of it meanwhile. */
    Subject or(String otherId, String otherName) {
        return new Subject(type, id == null ? otherId : id, name == null ? otherName : name);
    }
}
