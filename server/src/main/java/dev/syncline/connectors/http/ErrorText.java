package dev.syncline.connectors.http;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sentence in an error's body: SCIM's and problem documents' detail, OAuth's description, or what comes closest. */
final class ErrorText {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> FIELDS =
            List.of("detail", "error_description", "message", "msg", "title", "error", "errors");

    private ErrorText() {}

    static Optional<String> of(String body) {
        return fromJson(body).or(() -> Optional.of(body)).map(ErrorText::oneLine).filter(text -> !text.isBlank());
    }

    private static Optional<String> fromJson(String body) {
        try {
            JsonNode root = JSON.readTree(body);
            return FIELDS.stream().map(root::path).filter(node -> !node.isMissingNode() && !node.isNull()).findFirst().map(ErrorText::text);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : node.isObject() && node.path("message").isString() ? node.path("message").stringValue() : node.toString();
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
