package dev.syncline.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.syncline.connector.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the target has now.
 *
 * @param message why it cannot be told; absent otherwise
 * @param enabled absent when the target cannot tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RemoteAccount(
        State state, String message, String remoteId, Boolean enabled, Map<String, Object> attributes, List<String> permissionValues) {

    enum State {
        FOUND,
        GONE,
        UNKNOWN
    }

    private static final String HIDDEN = "********";

    static RemoteAccount of(Reading reading, Set<String> masked) {
        return switch (reading) {
            case Reading.Found found -> new RemoteAccount(State.FOUND, null, found.remoteId(), found.enabled().orElse(null),
                    hidden(found.attributes(), masked), found.permissionValues());
            case Reading.Gone _ -> new RemoteAccount(State.GONE, null, null, null, null, null);
            case Reading.Unknown unknown -> unknown(unknown.message());
        };
    }

    static RemoteAccount unknown(String message) {
        return new RemoteAccount(State.UNKNOWN, message, null, null, null, null);
    }

    private static Map<String, Object> hidden(Map<String, Object> attributes, Set<String> masked) {
        Map<String, Object> shown = new LinkedHashMap<>(attributes);
        shown.replaceAll((name, value) -> masked.contains(name) ? HIDDEN : value);
        return shown;
    }
}
