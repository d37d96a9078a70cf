package dev.syncline.intake;

import dev.syncline.application.Application;
import dev.syncline.connector.Action;
import dev.syncline.presence.Presence;
import dev.syncline.task.Parameters;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with an organization or a group, worked out; nothing written yet.
 *
 * @param presence as it is now; a new one is not kept yet
 * @param isNew whether it has to be kept first
 * @param parentId the organization that has to be there first; null for none
 * @param invalid why the request cannot be built, naming the attribute; null when it can
 */
record ObjectPlan(
        Presence presence,
        boolean isNew,
        Application application,
        Action action,
        Parameters parameters,
        Map<String, String> secrets,
        @Nullable UUID parentId,
        @Nullable String invalid,
        Origin origin) {

    /** Without the values of secrets. */
    @Override
    public String toString() {
        return "ObjectPlan[" + action + " " + presence.name() + ", " + parameters + "]";
    }
}
