package dev.syncline.connectors.feishu;

import dev.syncline.connectors.Stopped;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field the company made itself, as a mapping names it: {@code custom:ID} holds text, {@code custom:ID.url} a link,
 * {@code custom:ID.option} the id of an option of a list, {@code custom:ID.user} a user's id (of type user_id).
 */
record CustomField(String id, Type type) {

    static final String PREFIX = "custom:";

    private static final Pattern NAME = Pattern.compile("custom:(.+?)(?:\\.(url|option|user))?");

    enum Type {
        TEXT,
        HREF,
        ENUMERATION,
        GENERIC_USER
    }

    static Optional<CustomField> named(String attribute) {
        Matcher parts = NAME.matcher(attribute);
        return parts.matches() ? Optional.of(new CustomField(parts.group(1), type(parts.group(2)))) : Optional.empty();
    }

    private static Type type(String suffix) {
        return switch (suffix) {
            case null -> Type.TEXT;
            case "url" -> Type.HREF;
            case "option" -> Type.ENUMERATION;
            default -> Type.GENERIC_USER;
        };
    }

    String attribute() {
        return PREFIX + id + switch (type) {
            case TEXT -> "";
            case HREF -> ".url";
            case ENUMERATION -> ".option";
            case GENERIC_USER -> ".user";
        };
    }

    /** @throws Stopped when it is to be cleared and has no empty value */
    ObjectNode json(Object value) throws Stopped {
        if (value == null && type != Type.TEXT) {
            throw Stopped.invalid("The attribute \"%s\" cannot be cleared in Feishu; give it a value, or leave it out.".formatted(attribute()));
        }
        String text = value == null ? "" : String.valueOf(value);
        ObjectNode field = Json.object().put("type", type.name()).put("id", id);
        ObjectNode content = field.putObject("value");
        switch (type) {
            case TEXT -> content.put("text", text);
            case HREF -> content.put("text", text).put("url", text).put("pc_url", text);
            case ENUMERATION -> content.put("option_id", text);
            case GENERIC_USER -> content.putObject("generic_user").put("id", text).put("type", 1);
        }
        return field;
    }

    /** As a user has it; empty where the user has none. */
    static Optional<CustomField> of(JsonNode field) {
        Optional<String> id = Json.text(field, "id");
        Type type = switch (Json.text(field, "type").orElse("TEXT")) {
            case "HREF" -> Type.HREF;
            case "ENUMERATION", "PICTURE_ENUM" -> Type.ENUMERATION;
            case "GENERIC_USER" -> Type.GENERIC_USER;
            default -> Type.TEXT;
        };
        return id.map(known -> new CustomField(known, type));
    }

    Optional<String> valueIn(JsonNode field) {
        JsonNode value = field.path("value");
        return switch (type) {
            case TEXT -> Json.text(value, "text");
            case HREF -> Json.text(value, "url");
            case ENUMERATION -> Json.text(value, "option_id");
            case GENERIC_USER -> Json.text(value.path("generic_user"), "id");
        };
    }

    /** Empty where the user has none. */
    Optional<String> in(JsonNode user) {
        for (JsonNode field : user.path("custom_attrs")) {
            if (Json.text(field, "id").filter(id::equals).isPresent()) {
                return valueIn(field);
            }
        }
        return Optional.empty();
    }
}
