package dev.syncline.connectors;

import dev.syncline.connector.Field;
import dev.syncline.connector.Settings;
import java.util.List;

/** What a CREATE does when the target already has an account of that name with other values. */
public enum ConflictRule {
    /** Takes the existing account over and gives it the wanted values. */
    ADOPT,
    /** Leaves it alone and refuses. */
    REFUSE;

    /** The setting that chooses between the two. */
    public static final Field FIELD = Field.choice(
            "conflict",
            "If the account already exists",
            REFUSE.name(),
            List.of(ADOPT.name(), REFUSE.name()),
            "ADOPT takes an existing account of that name over and gives it the wanted values; REFUSE leaves it alone.");

    /** @throws IllegalArgumentException when it is neither */
    public static ConflictRule of(Settings settings) {
        return Choice.of(ConflictRule.class, settings, FIELD);
    }
}
