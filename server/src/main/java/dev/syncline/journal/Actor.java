package dev.syncline.journal;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param id null for the system
 * @param name as shown in the log
 */
public record Actor(Kind kind, @Nullable UUID id, String name) {

    public enum Kind {
        SYSTEM,
        ADMINISTRATOR,
        API_TOKEN,
        USER
    }

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, "Syncline");

    public Actor {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
    }

    /** The id of whoever is not the system. */
    public UUID someone() {
        return Objects.requireNonNull(id, "only the system has no id");
    }
}
