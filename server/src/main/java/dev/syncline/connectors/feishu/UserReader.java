package dev.syncline.connectors.feishu;

import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Reading;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a user back with its groups, its values named as a mapping names them. */
final class UserReader {

    private final UserFinder finder;
    private final Groups groups;

    UserReader(FeishuConfig config, FeishuService service) {
        this.finder = new UserFinder(config, service);
        this.groups = new Groups(config, service);
    }

    Reading read(String name, Optional<String> remoteId, Exchanges exchanges) throws Stopped {
        Optional<User> found = remoteId.isPresent() ? finder.byId(remoteId.get(), exchanges) : finder.byName(name, exchanges);
        if (found.isEmpty() || found.get().resigned()) {
            return new Reading.Gone();
        }
        User user = found.get();
        return new Reading.Found(user.id(), Optional.of(!user.frozen()), values(user.node()), groups.of(user.id(), exchanges));
    }

    static Map<String, Object> values(JsonNode user) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (UserField field : UserField.values()) {
            value(user.path(field.wireName())).ifPresent(value -> values.put(field.wireName(), value));
        }
        user.path("custom_attrs").forEach(node -> CustomField.of(node)
                .ifPresent(field -> field.valueIn(node).ifPresent(value -> values.put(field.attribute(), value))));
        return values;
    }

    private static Optional<Object> value(JsonNode node) {
        if (node.isArray()) {
            List<String> list = new ArrayList<>();
            node.forEach(element -> list.add(element.asString("")));
            return list.isEmpty() ? Optional.empty() : Optional.of(list);
        }
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        return node.isNumber() ? Optional.of(node.asLong()) : Optional.ofNullable(node.asString("")).filter(text -> !text.isBlank()).map(text -> text);
    }
}
