package dev.syncline.request;

import dev.syncline.identity.User;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user, by the name as it is or was. */
public record Person(@Nullable UUID id, @Nullable String name) {

    static Person of(@Nullable User user) {
        return new Person(user.id(), user.displayName());
    }
}
