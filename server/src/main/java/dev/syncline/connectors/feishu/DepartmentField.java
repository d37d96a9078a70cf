package dev.syncline.connectors.feishu;

import dev.syncline.connector.AttributeSpec;
import dev.syncline.connector.Change;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A field of a department as the contact API has it, beside its name and place. */
enum DepartmentField {
    DEPARTMENT_ID("department_id", "The id the company chooses, such as organization.code. Set when a department is created, later by a request of its own."),
    ZH_NAME("i18n_name.zh_cn", "Chinese name."),
    EN_NAME("i18n_name.en_us", "English name."),
    JA_NAME("i18n_name.ja_jp", "Japanese name."),
    LEADER("leader_user_id", "User id of the leader, of the connection's kind."),
    ORDER("order", "Place among the departments beside it: the smaller the number, the further up."),
    GROUP_CHAT("create_group_chat", "Whether a group chat of the department is made.");

    private final String attribute;
    private final String help;

    DepartmentField(String attribute, String help) {
        this.attribute = attribute;
        this.help = help;
    }

    String attribute() {
        return attribute;
    }

    AttributeSpec spec() {
        return new AttributeSpec(attribute, this == GROUP_CHAT ? AttributeSpec.Type.BOOLEAN : AttributeSpec.Type.TEXT, false, false, false, help);
    }

    private static Optional<DepartmentField> named(String attribute) {
        return Arrays.stream(values()).filter(field -> field.attribute.equals(attribute)).findFirst();
    }

    Optional<String> in(JsonNode department) {
        int dot = attribute.indexOf('.');
        return dot < 0 ? Json.text(department, attribute) : Json.text(department.path(attribute.substring(0, dot)), attribute.substring(dot + 1));
    }

    /** @throws Stopped when an attribute is none of a department's */
    static ObjectNode wanted(Change change) throws Stopped {
        ObjectNode department = Json.object();
        for (Map.Entry<String, Object> attribute : change.attributes().entrySet()) {
            if (!attribute.getKey().equals("name")) {
                DepartmentField field = named(attribute.getKey()).orElseThrow(() -> Stopped.invalid(
                        "Feishu's departments have no attribute \"%s\"; correct the mapping's target.".formatted(attribute.getKey())));
                field.put(department, attribute.getValue());
            }
        }
        return department;
    }

    private void put(ObjectNode department, Object value) {
        int dot = attribute.indexOf('.');
        if (this == GROUP_CHAT) {
            department.put(attribute, Boolean.parseBoolean(String.valueOf(value)));
        } else if (dot < 0) {
            department.put(attribute, Objects.toString(value, ""));
        } else {
            department.withObjectProperty(attribute.substring(0, dot)).put(attribute.substring(dot + 1), Objects.toString(value, ""));
        }
    }

    /** Names of the wanted attributes the department has otherwise. Whether it has a group chat cannot be seen. */
    static List<String> differing(Change change, JsonNode department) {
        List<String> differing = new ArrayList<>();
        change.attributes().forEach((name, value) -> named(name)
                .filter(field -> field != GROUP_CHAT && !field.in(department).orElse("").equals(Objects.toString(value, "")))
                .ifPresent(field -> differing.add(name)));
        return differing;
    }
}
