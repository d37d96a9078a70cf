package dev.syncline.fuzz;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that look as a schema wants them. */
final class Shapes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private final JsonNode schemas;
    private final World world;

    /** @param schemas those with a name, of the OpenAPI document */
    Shapes(JsonNode schemas, World world) {
        this.schemas = schemas;
        this.world = world;
    }

    JsonNode value(Dice dice, JsonNode schema, String field) {
        return value(dice, schema, field, 0);
    }

    private JsonNode value(Dice dice, JsonNode schema, String field, int depth) {
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asString();
            return value(dice, schemas.path(reference.substring(reference.lastIndexOf('/') + 1)), field, depth + 1);
        }
        if (schema.has("oneOf")) {
            return value(dice, dice.of(schema.path("oneOf").valueStream().toList()), field, depth);
        }
        if (schema.has("allOf")) {
            ObjectNode all = JSON.objectNode();
            schema.path("allOf").valueStream().map(part -> value(dice, part, field, depth + 1)).filter(JsonNode::isObject)
                    .forEach(part -> all.setAll((ObjectNode) part));
            return all;
        }
        if (schema.has("enum")) {
            return dice.of(schema.path("enum").valueStream().toList());
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> depth > DEEPEST ? JSON.objectNode() : object(dice, schema, depth);
            case "array" -> list(dice, schema, field, depth);
            case "integer" -> field.equals("limit") ? JSON.numberNode(dice.of(1, 2, 5)) : JSON.numberNode(dice.of(0, 1, 2, 5, 30, 60, 100, 3600));
            case "number" -> JSON.numberNode(dice.of(0.5, 1.0, 10.0));
            case "boolean" -> JSON.booleanNode(dice.oneIn(2));
            case "string" -> JSON.stringNode(text(dice, schema.path("format").asString(""), field));
            default -> dice.oneOf(() -> JSON.stringNode(Names.text(dice, field)), () -> JSON.numberNode(dice.below(100)), () -> JSON.booleanNode(true),
                    () -> JSON.arrayNode().add("one").add("two"));
        };
    }

    private JsonNode object(Dice dice, JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties").propertyStream().filter(property -> required.contains(property.getKey()) || !dice.oneIn(4))
                .forEach(property -> object.set(property.getKey(), value(dice, property.getValue(), property.getKey(), depth + 1)));
        if (schema.path("additionalProperties").isObject()) {
            for (String key : dice.of(List.of("name"), List.of("name", "key"), List.of("title", "level"), List.of("baseUrl", "auth"), List.of("url", "baseDn"), List.of("status"), List.<String>of())) {
                object.set(key, value(dice, schema.path("additionalProperties"), key, depth + 1));
            }
        }
        return object;
    }

    private JsonNode list(Dice dice, JsonNode schema, String field, int depth) {
        ArrayNode list = JSON.arrayNode();
        for (int i = dice.below(3); i > 0 && depth < DEEPEST; i--) {
            list.add(value(dice, schema.path("items"), field, depth + 1));
        }
        return list;
    }

    private String text(Dice dice, String format, String field) {
        String collection = Names.collection(field);
        return switch (format) {
            case "uuid" -> collection == null ? new UUID(dice.anyLong(), dice.anyLong()).toString() : world.id(dice, collection, false);
            case "date-time" -> dice.of("2026-12-31T00:00:00Z", "2027-06-01T12:00:00+02:00", "2020-01-01T00:00:00Z");
            case "date" -> "2027-01-01";
            default -> Names.text(dice, field);
        };
    }
}
