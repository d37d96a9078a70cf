package dev.syncline.access;

import dev.syncline.journal.Actor;

/** The authorities endpoints are guarded by. Administrators and their API tokens have every right; users have the portal. */
final class Rights {

    static final String ADMINISTER = "ADMINISTER";
    static final String PORTAL = "PORTAL";

    private Rights() {}

    static String of(Actor actor) {
        return switch (actor.kind()) {
            case ADMINISTRATOR, API_TOKEN, SYSTEM -> ADMINISTER;
            case USER -> PORTAL;
        };
    }
}
