package dev.syncline.lifecycle;

import dev.syncline.identity.Organization;
import dev.syncline.identity.User;
import dev.syncline.identity.UserChange;
import java.util.Map;
import java.util.UUID;

/** In words: what happened to a user. Kept as the name of a cause. */
final class Happening {

    private Happening() {}

    /** @param organizations those the users belong to now, by id */
    static String of(UserChange change, Map<UUID, Organization> organizations) {
        String name = change.after().displayName();
        User.Status status = change.after().status();
        if (change.created()) {
            return name + " was created";
        }
        if (change.became(status)) {
            return switch (status) {
                case ENABLED -> name + " was enabled again";
                case DISABLED -> name + " was disabled";
                case DELETED -> name + " was deleted";
            };
        }
        if (change.moved()) {
            Organization organization = change.after().organizationId() == null ? null : organizations.get(change.after().organizationId());
            return organization == null ? name + " was taken out of the organization" : name + " was moved to " + organization.name();
        }
        return name + " was edited";
    }

    /** Of a change of the status alone, which needs no organization. */
    static String of(UserChange change) {
        return of(change, Map.of());
    }
}
