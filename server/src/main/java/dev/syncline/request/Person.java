package dev.syncline.request;

import dev.syncline.identity.User;
import java.util.UUID;

/** A user, by the name as it is or was. */
public record Person(UUID id, String name) {

    static Person of(User user) {
        return new Person(user.id(), user.displayName());
    }
}
