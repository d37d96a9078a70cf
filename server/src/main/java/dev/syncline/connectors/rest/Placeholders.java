package dev.syncline.connectors.rest;

import dev.syncline.connector.Change;
import dev.syncline.connector.PermissionRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What templates may name. */
final class Placeholders {

    private static final JsonMapper JSON = new JsonMapper();

    private Placeholders() {}

    static Map<String, Object> of(Change change) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", change.name());
        values.put("taskId", change.taskId().toString());
        values.put("attributes", change.attributes());
        values.put("attributesJson", JSON.writeValueAsString(change.attributes()));
        values.put("bind", all(change.bind()));
        values.put("unbind", all(change.unbind()));
        change.remoteId().ifPresent(id -> values.put("remoteId", id));
        change.callbackUrl().ifPresent(url -> values.put("callbackUrl", url));
        return values;
    }

    static Map<String, Object> and(Map<String, Object> values, String name, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return more;
    }

    static Map<String, Object> of(PermissionRef permission) {
        return Map.of("id", permission.id(), "kind", permission.kind().name(), "name", permission.name(), "value", permission.value());
    }

    private static List<Map<String, Object>> all(List<PermissionRef> permissions) {
        return permissions.stream().map(Placeholders::of).toList();
    }
}
