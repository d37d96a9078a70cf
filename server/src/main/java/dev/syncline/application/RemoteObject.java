package dev.syncline.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.connector.Reading;
import dev.syncline.journal.Veil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a target says now that it has of one object.
 *
 * @param message why it cannot be told; absent otherwise
 * @param enabled absent when the target cannot tell
 * @param attributes by the names the mapping uses; secret and masked ones are hidden
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RemoteObject(
        State state, @Nullable String message, @Nullable String remoteId, @Nullable Boolean enabled,
        @Nullable Map<String, Object> attributes, @Nullable List<String> permissionValues) {

    public enum State {
        FOUND,
        GONE,
        UNKNOWN
    }

    private static final String HIDDEN = "********";

    static RemoteObject of(Reading reading, Set<String> masked) {
        return switch (reading) {
            case Reading.Found found -> new RemoteObject(State.FOUND, null, found.remoteId(), found.enabled().orElse(null),
                    hidden(found.attributes(), masked), found.permissionValues());
            case Reading.Gone _ -> new RemoteObject(State.GONE, null, null, null, null, null);
            case Reading.Unknown unknown -> unknown(unknown.message());
        };
    }

    static RemoteObject unknown(String message) {
        return new RemoteObject(State.UNKNOWN, message, null, null, null, null);
    }

    /** For a reader who may not see personal values. */
    public RemoteObject behind(Veil veil) {
        return new RemoteObject(state, veil.text(message), remoteId, enabled, attributes == null ? null : veil.values(attributes), permissionValues);
    }

    private static Map<String, Object> hidden(Map<String, Object> attributes, Set<String> masked) {
        Map<String, Object> shown = new LinkedHashMap<>(attributes);
        shown.replaceAll((name, value) -> masked.contains(name) ? HIDDEN : value);
        return shown;
    }
}
