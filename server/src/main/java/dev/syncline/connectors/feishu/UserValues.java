package dev.syncline.connectors.feishu;

import dev.syncline.connector.Change;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a change wants a user to be. */
final class UserValues {

    private static final String DEPARTMENTS = UserField.DEPARTMENT_IDS.wireName();

    private final FeishuConfig config;
    private final Change change;
    private final Map<UserField, JsonNode> fields = new LinkedHashMap<>();
    private final Map<CustomField, Object> custom = new LinkedHashMap<>();

    private UserValues(FeishuConfig config, Change change) {
        this.config = config;
        this.change = change;
    }

    /** @throws Stopped when an attribute is none of a user's, has no such value, or contradicts the account's name */
    static UserValues of(Change change, FeishuConfig config) throws Stopped {
        UserValues values = new UserValues(config, change);
        for (Map.Entry<String, Object> attribute : change.attributes().entrySet()) {
            values.take(attribute.getKey(), attribute.getValue());
        }
        values.placeIn(change);
        return values;
    }

    private void take(String name, Object value) throws Stopped {
        Optional<CustomField> own = CustomField.named(name);
        if (own.isPresent()) {
            custom.put(own.get(), value);
            return;
        }
        UserField field = UserField.named(name).orElseThrow(() -> Stopped.invalid(
                "Feishu's users have no attribute \"%s\"; correct the mapping's target, or name a custom field as custom:ID.".formatted(name)));
        if (name.equals(config.nameField().wireName())) {
            if (!change.name().equals(value)) {
                throw Stopped.invalid("The attribute \"%s\" must be the account's name \"%s\"; leave it out of the mapping.".formatted(name, change.name()));
            }
        } else if (field != UserField.DEPARTMENT_IDS) {
            fields.put(field, field.json(value));
        }
    }

    /** The department of the organization comes first, for the first one is a user's main department. */
    private void placeIn(Change wanted) throws Stopped {
        if (wanted.place().isEmpty() && !wanted.attributes().containsKey(DEPARTMENTS)) {
            return;
        }
        Set<String> departments = new LinkedHashSet<>();
        wanted.place().flatMap(Change.Place::organization).ifPresent(departments::add);
        Object further = wanted.attributes().get(DEPARTMENTS);
        (further instanceof List<?> many ? many : further == null ? List.of() : List.of(further)).forEach(id -> departments.add(String.valueOf(id)));
        fields.put(UserField.DEPARTMENT_IDS, UserField.DEPARTMENT_IDS.json(
                departments.isEmpty() ? List.of(config.defaultDepartment()) : List.copyOf(departments)));
    }

    boolean isEmpty() {
        return fields.isEmpty() && custom.isEmpty();
    }

    /** What is wanted of a field, where it is not to be cleared. */
    Optional<String> text(UserField field) {
        return field.wireName().equals(config.nameField().wireName())
                ? Optional.of(change.name())
                : Optional.ofNullable(fields.get(field)).map(node -> node.asString("")).filter(text -> !text.isBlank());
    }

    List<String> departments() {
        List<String> departments = new ArrayList<>();
        Optional.ofNullable(fields.get(UserField.DEPARTMENT_IDS)).ifPresent(list -> list.forEach(id -> departments.add(id.asString())));
        return departments.isEmpty() ? List.of(config.defaultDepartment()) : departments;
    }

    /** A user to create, with what the platform needs and no mapping gives. */
    ObjectNode newUser() throws Stopped {
        ObjectNode user = wanted();
        user.put(config.nameField().wireName(), change.name());
        if (!user.has(UserField.NAME.wireName())) {
            user.put(UserField.NAME.wireName(), change.name());
        }
        if (!user.has(UserField.EMPLOYEE_TYPE.wireName())) {
            user.put(UserField.EMPLOYEE_TYPE.wireName(), 1);
        }
        if (!user.has(DEPARTMENTS)) {
            user.putArray(DEPARTMENTS).add(config.defaultDepartment());
        }
        return user;
    }

    /** What changes, and nothing else. A name that is a mail address or a number is a value like others; a user id is changed by itself. */
    ObjectNode changes() throws Stopped {
        ObjectNode user = wanted();
        user.remove(List.of(UserField.GEO.wireName(), UserField.USER_ID.wireName()));
        if (config.nameField() != FeishuConfig.NameField.USER_ID) {
            user.put(config.nameField().wireName(), change.name());
        }
        return user;
    }

    private ObjectNode wanted() throws Stopped {
        ObjectNode user = Json.object();
        fields.forEach((field, value) -> user.set(field.wireName(), value));
        if (!custom.isEmpty()) {
            ArrayNode own = user.putArray("custom_attrs");
            for (Map.Entry<CustomField, Object> field : custom.entrySet()) {
                own.add(field.getKey().json(field.getValue()));
            }
        }
        return user;
    }

    /** Names of the wanted attributes the user has otherwise, as far as they can be seen. */
    List<String> differingFrom(JsonNode user) {
        List<String> differing = new ArrayList<>();
        fields.forEach((field, value) -> {
            if (!isSecret(field.wireName()) && !field.same(user, value)) {
                differing.add(field.wireName());
            }
        });
        custom.forEach((field, value) -> {
            if (!isSecret(field.attribute()) && !field.in(user).orElse("").equals(value == null ? "" : String.valueOf(value))) {
                differing.add(field.attribute());
            }
        });
        return differing;
    }

    private boolean isSecret(String attribute) {
        return change.secretAttributes().contains(attribute);
    }
}
