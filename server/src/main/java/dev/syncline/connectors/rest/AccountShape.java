package dev.syncline.connectors.rest;

import dev.syncline.connector.Change;
import dev.syncline.connector.Field;
import dev.syncline.connector.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where things are in an account as the application answers it. */
record AccountShape(
        Optional<JsonPointer> id, JsonPointer found, Optional<JsonPointer> enabled, JsonPointer attributes, Optional<JsonPointer> permissions) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Names of values nobody should see, should the application answer them. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token).*");

    static AccountShape of(Settings settings) {
        return new AccountShape(
                Optional.of(settings.find(RestFields.ID.name()).orElse("-")).filter(text -> !text.equals("-")).map(text -> pointer(RestFields.ID, text)),
                pointer(RestFields.FOUND, settings.find(RestFields.FOUND.name()).orElse("")),
                settings.find(RestFields.ENABLED.name()).map(text -> pointer(RestFields.ENABLED, text)),
                pointer(RestFields.ATTRIBUTES, settings.find(RestFields.ATTRIBUTES.name()).orElse("")),
                settings.find(RestFields.PERMISSIONS.name()).map(text -> pointer(RestFields.PERMISSIONS, text)));
    }

    static JsonPointer pointer(Field field, String text) {
        try {
            return JsonPointer.compile(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The setting \"%s\" is no JSON pointer such as /data/id.".formatted(field.name()), e);
        }
    }

    /** The id in an account; its name where that is its id. Empty when it should be there and is not. */
    Optional<String> idIn(JsonNode account, String name) {
        return id.isEmpty()
                ? Optional.of(name)
                : Optional.of(account.at(id.get())).filter(node -> node.isValueNode() && !node.isNull()).map(JsonNode::asString);
    }

    Optional<Boolean> enabledIn(JsonNode account) {
        return enabled.map(account::at).filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
    }

    Map<String, Object> attributesIn(JsonNode account) {
        Map<String, Object> values = new LinkedHashMap<>();
        account.at(attributes).properties().forEach(field -> {
            if (!SECRET.matcher(field.getKey()).matches()) {
                values.put(field.getKey(), JSON.treeToValue(field.getValue(), Object.class));
            }
        });
        return values;
    }

    /** Plain values, or objects with an id or value. */
    List<String> permissionsIn(JsonNode account) {
        List<String> values = new ArrayList<>();
        permissions.map(account::at).ifPresent(list -> list.forEach(item ->
                values.add(item.isValueNode() ? item.asString() : item.path("value").asString(item.path("id").asString("")))));
        return values;
    }

    /** Names of the wanted attributes the account has otherwise, as far as they can be seen. */
    List<String> differing(JsonNode account, Change change) {
        JsonNode has = account.at(attributes);
        return change.attributes().entrySet().stream()
                .filter(wanted -> !change.secretAttributes().contains(wanted.getKey()))
                .filter(wanted -> !same(has.path(wanted.getKey()), JSON.valueToTree(wanted.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean same(JsonNode has, JsonNode wanted) {
        return wanted.isNull() ? has.isMissingNode() || has.isNull() : has.equals(wanted);
    }
}
