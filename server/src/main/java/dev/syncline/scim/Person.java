package dev.syncline.scim;

import dev.syncline.identity.User;

/** A user with what the client keeps of it. */
record Person(User user, Kept kept) {

    /** Grows whenever either half does. */
    String version() {
        return user.version() + "." + kept.version();
    }
}
