package dev.syncline.task;

import dev.syncline.connector.Action;
import dev.syncline.connector.PermissionRef;
import dev.syncline.journal.Veil;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the target is asked for: the snapshot an administrator sees and may edit.
 *
 * @param name the object's name as it should be in the target
 * @param attributes target attribute to value (text, number, boolean, list of these, null to clear); a secret one has {@link #SECRET}
 * @param bind permissions to hold from now on
 * @param unbind permissions to hold no longer
 */
public record Parameters(String name, Map<String, Object> attributes, List<PermissionRef> bind, List<PermissionRef> unbind) {

    /** Stands for a secret value, which is kept sealed beside the parameters. */
    public static final String SECRET = "********";

    public Parameters {
        Objects.requireNonNull(name);
        attributes = Collections.unmodifiableMap(attributes == null ? new LinkedHashMap<>() : new LinkedHashMap<>(attributes));
        bind = bind == null ? List.of() : List.copyOf(bind);
        unbind = unbind == null ? List.of() : List.copyOf(unbind);
    }

    public static Parameters named(String name) {
        return new Parameters(name, Map.of(), List.of(), List.of());
    }

    /** For a reader who may not see personal values. */
    public Parameters behind(Veil veil) {
        return new Parameters(name, veil.values(attributes), bind, unbind);
    }

    /** Whether an action with these parameters only removes access. */
    public boolean onlyTakesAway(Action action) {
        return switch (action) {
            case DELETE, DISABLE -> true;
            case UPDATE -> attributes.isEmpty() && bind.isEmpty() && !unbind.isEmpty();
            case CREATE, ENABLE -> false;
        };
    }
}
