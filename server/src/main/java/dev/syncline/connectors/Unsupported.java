package dev.syncline.connectors;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import java.util.Locale;

/** Refusals of what a connector cannot do: never a silent success. */
public final class Unsupported {

    public static final String CODE = "NOT_SUPPORTED";

    private Unsupported() {}

    /** Stops a change of anything but an account. */
    public static void unlessAccount(Change change, String target) throws Stopped {
        if (change.objectType() != ObjectType.ACCOUNT) {
            throw new Stopped(new Outcome.Refused(CODE, "%s does not take such objects; %s \"%s\" cannot be changed there."
                    .formatted(target, change.objectType().name().toLowerCase(Locale.ROOT), change.name())));
        }
    }

    /** @param remedy what to set, as a sentence */
    public static Stopped action(Action action, String remedy) {
        return Stopped.refused(CODE, "This connection cannot %s accounts. %s".formatted(action.name().toLowerCase(Locale.ROOT), remedy));
    }
}
