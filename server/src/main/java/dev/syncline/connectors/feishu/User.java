package dev.syncline.connectors.feishu;

import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A user as the platform has it.
 *
 * @param id of the kind the connection knows users by
 */
record User(String id, JsonNode node) {

    /** @throws Stopped when the id was left out, which the platform does where the app may not see it */
    static User of(JsonNode node, FeishuConfig config) throws Stopped {
        String id = Json.text(node, config.idType().wireName()).orElseThrow(() -> new Stopped(new Outcome.Unclear(
                "Feishu's answer holds no %s of the user. Grant the scope contact:user.employee_id:readonly to the app, or let the connection"
                        .formatted(config.idType().wireName()) + " know users by OPEN_ID.")));
        return new User(id, node);
    }

    Optional<String> name(FeishuConfig config) {
        return Json.text(node, config.nameField().wireName());
    }

    boolean resigned() {
        return node.path("status").path("is_resigned").asBoolean(false);
    }

    boolean frozen() {
        return node.path("status").path("is_frozen").asBoolean(node.path("is_frozen").asBoolean(false));
    }
}
