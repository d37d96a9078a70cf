package dev.syncline.scim;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.exceptions.BadRequestException;
import org.jspecify.annotations.Nullable;

/** JSON as the library has it (Jackson 2; the rest of the server speaks Jackson 3), with limits. */
final class Json {

    /** No resource of RFC 7643 needs more than a handful. */
    private static final int DEEPEST = 50;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(1 << 20).build())
            .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** What was written by us. */
    static JsonNode read(String stored) {
        try {
            return MAPPER.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws BadRequestException when it is not one JSON object of sensible depth without NUL characters */
    static ObjectNode body(@Nullable String text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                refuseNul(object);
                return object;
            }
        } catch (JsonProcessingException e) {
            // Not in the parser's own words: they quote what stands there, and name classes.
            throw new BadRequestException("The body is not valid JSON" + at(e.getLocation()) + ".", ScimType.RFC7644.INVALID_SYNTAX);
        }
        throw new BadRequestException("The body must be a JSON object.", ScimType.RFC7644.INVALID_SYNTAX);
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : "; look at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static void refuseNul(JsonNode node) {
        if (node.isTextual() && node.textValue().indexOf('\0') >= 0) {
            throw new BadRequestException("The body has a NUL character; leave it out.", ScimType.RFC7644.INVALID_VALUE);
        }
        node.forEach(Json::refuseNul);
    }

    /** The text of a member, stripped; null when it is no text or empty. */
    static @Nullable String text(JsonNode node, String member) {
        String text = node.path(member).isTextual() ? node.path(member).textValue().strip() : "";
        return text.isEmpty() ? null : text;
    }
}
