package dev.syncline.connectors.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** JSON as the SCIM SDK's paths and filters understand it (Jackson 2). */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** A missing node when the text is no JSON. */
    static JsonNode parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    static Optional<String> text(String json, String field) {
        return text(parse(json), field);
    }

    /** A text or a number; empty when it is neither or blank. */
    static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field)).filter(JsonNode::isValueNode).map(JsonNode::asText)
                .filter(text -> !text.isBlank() && !node.path(field).isNull());
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A value of a change: text, number, boolean or a list of these. */
    static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }
}
