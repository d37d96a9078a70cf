package dev.syncline.connectors.feishu;

import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import tools.jackson.databind.JsonNode;

/**
 * A department as the platform has it.
 *
 * @param id of the kind the connection knows departments by
 * @param parent the same of the one it is in; 0 is the company
 */
record Department(String id, String name, String parent, JsonNode node) {

    /** @throws Stopped when the id was left out */
    static Department of(JsonNode node, FeishuConfig config) throws Stopped {
        String id = Json.text(node, config.departmentIdType().wireName()).orElseThrow(() -> new Stopped(new Outcome.Unclear(
                "Feishu's answer holds no %s of the department. Grant the scope contact:department.base:readonly to the app."
                        .formatted(config.departmentIdType().wireName()))));
        return new Department(id, Json.text(node, "name").orElse(id), Json.text(node, "parent_department_id").orElse("0"), node);
    }

    boolean deleted() {
        return node.path("status").path("is_deleted").asBoolean(false);
    }
}
