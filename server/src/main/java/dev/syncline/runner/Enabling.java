package dev.syncline.runner;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Connector;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Enabling carries what has changed of the account since it was disabled: other values, permissions asked for and to be taken away. Most
 * targets enable by a request that can say nothing else, so an update goes before it: nobody is let in with what was taken away meanwhile.
 */
final class Enabling {

    private Enabling() {}

    static Outcome apply(Connector connector, Change change, Exchanges exchanges) {
        if (change.action() != Action.ENABLE || carriesNothing(change) || connector.enablesWith(change)) {
            return connector.apply(change, exchanges);
        }
        return switch (connector.apply(update(change), exchanges)) {
            case Outcome.Done(Optional<String> remoteId, Optional<String> note) ->
                    noted(connector.apply(bare(change, remoteId.or(change::remoteId)), exchanges), note);
            case Outcome.Accepted _ -> new Outcome.Refused("NOT_SUPPORTED",
                    "The application answers the update that goes before enabling only later. Let its request to enable carry the values.");
            case Outcome other -> other;
        };
    }

    private static boolean carriesNothing(Change change) {
        return change.attributes().isEmpty() && change.bind().isEmpty() && change.unbind().isEmpty() && change.place().isEmpty();
    }

    private static Change update(Change change) {
        return new Change(change.taskId(), Action.UPDATE, change.objectType(), change.name(), change.remoteId(), change.attributes(),
                change.secretAttributes(), change.bind(), change.unbind(), change.place(), change.members(), change.callbackUrl());
    }

    private static Change bare(Change change, Optional<String> remoteId) {
        return new Change(change.taskId(), Action.ENABLE, change.objectType(), change.name(), remoteId, Map.of(), Set.of(), List.of(),
                List.of(), change.callbackUrl());
    }

    private static Outcome noted(Outcome enabled, Optional<String> note) {
        return enabled instanceof Outcome.Done(Optional<String> remoteId, Optional<String> own)
                ? new Outcome.Done(remoteId, own.or(() -> note))
                : enabled;
    }
}
