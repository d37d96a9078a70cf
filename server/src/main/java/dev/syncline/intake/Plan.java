package dev.syncline.intake;

import dev.syncline.account.RequestedAccount;
import dev.syncline.application.Application;
import dev.syncline.connector.Action;
import dev.syncline.identity.User;
import dev.syncline.permission.Hold;
import dev.syncline.task.Parameters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one change comes to: worked out, nothing written yet. */
sealed interface Plan {

    /** The target need not hear of it; the answer is known. At most the end of bindings moves. */
    record Settled(Taken taken, Holds holds) implements Plan {}

    /**
     * Something is to be done.
     *
     * @param request the account to keep first; null when it is there
     * @param objectName the account's name as it is now
     * @param user null for an orphan
     * @param remoteId the target's id, null while it is not known
     * @param parameters what the target is asked for, secrets replaced by the marker
     * @param secrets their values
     * @param invalid why the request cannot be built, naming the attribute; null when it can
     */
    record Doing(
            UUID accountId,
            @Nullable RequestedAccount request,
            Application application,
            @Nullable User user,
            String objectName,
            @Nullable String remoteId,
            Action action,
            Parameters parameters,
            Map<String, String> secrets,
            @Nullable String invalid,
            Holds holds)
            implements Plan {

        /** Without the values of secrets. */
        @Override
        public String toString() {
            return "Doing[" + action + " " + objectName + ", " + parameters + "]";
        }
    }

    /** What becomes of bindings: asked for, to be taken away, only their end moved. */
    record Holds(List<Hold> requested, List<Hold> releasing, List<Hold> moved) {
        static final Holds NONE = new Holds(List.of(), List.of(), List.of());

        boolean concernTheTarget() {
            return !requested.isEmpty() || !releasing.isEmpty();
        }
    }
}
