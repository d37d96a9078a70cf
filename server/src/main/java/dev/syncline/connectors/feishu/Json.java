package dev.syncline.connectors.feishu;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the open platform speaks it. */
final class Json {

    static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /** A missing node when the text is no JSON. */
    static JsonNode parse(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A text or a number; empty when it is neither, or blank. The platform leaves out what the app may not see, or answers it empty. */
    static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asString()).filter(text -> !text.isBlank()) : Optional.empty();
    }
}
