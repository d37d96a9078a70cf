package dev.syncline.reconciliation;

import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about findings.
 *
 * @param objectType of all findings of a kind; with {@code kind}
 * @param align whether accounts that are linked and differ are brought into line as well
 * @param reason why they are ignored; null for other acts
 */
record Order(Act act, ObjectType objectType, Finding.@Nullable Kind kind, boolean align, @Nullable String reason, Actor actor) {

    enum Act {
        /** Belongs to the user, organization or group it was matched to. */
        LINK,
        /** Is kept as an account of nobody. */
        KEEP,
        /** Gets what is expected: tasks are opened. */
        ALIGN,
        /** Stays as it is; later runs do not bring it up again. */
        IGNORE
    }
}
