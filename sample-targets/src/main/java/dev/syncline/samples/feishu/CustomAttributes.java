package dev.syncline.samples.feishu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The fields the company has added to its users, which open applications may use. */
final class CustomAttributes {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();

    /**
     * Adds one; its id.
     *
     * @param type {@code TEXT}, {@code HREF}, {@code ENUMERATION}, {@code PICTURE_ENUM} or {@code GENERIC_USER}
     * @param options for an enumeration
     */
    String add(String type, String name, List<String> options) {
        String id = "C-" + (6_965_457_429_001_748_507L + byId.size());
        ObjectNode attribute = JSON.createObjectNode().put("id", id).put("type", type);
        if (!options.isEmpty()) {
            ObjectNode choice = attribute.putObject("options").put("option_type", "TEXT");
            var list = choice.putArray("options");
            options.forEach(option -> list.addObject().put("id", shortId()).put("value", option));
            choice.put("default_option_id", list.path(0).path("id").asString());
        }
        attribute.putArray("i18n_name").addObject().put("locale", "zh_cn").put("value", name);
        byId.put(id, attribute);
        return id;
    }

    List<ObjectNode> all() {
        return List.copyOf(byId.values());
    }

    private static String shortId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 8);
    }

    /**
     * What is kept of the values a request sets.
     *
     * @throws FeishuRefusal 41044 without an id, 41045 for an unknown one, 41046 to 41048 for a value that is not of the attribute's type
     */
    ObjectNode accepted(JsonNode given) {
        String id = given.path("id").asString("");
        if (id.isEmpty()) {
            throw new FeishuRefusal(FeishuError.ATTRIBUTE_NOT_SET);
        }
        ObjectNode attribute = Optional.ofNullable(byId.get(id)).orElseThrow(() -> new FeishuRefusal(FeishuError.NO_SUCH_ATTRIBUTE));
        String type = attribute.path("type").asString();
        if (given.hasNonNull("type") && !given.path("type").asString("").equals(type)) {
            throw new FeishuRefusal(FeishuError.PARAM);
        }
        JsonNode value = given.path("value");
        if (!value.isObject()) {
            throw new FeishuRefusal(FeishuError.ATTRIBUTE_VALUE);
        }
        ObjectNode kept = JSON.createObjectNode().put("type", type).put("id", id);
        kept.set("value", value(type, attribute, value));
        return kept;
    }

    private static ObjectNode value(String type, JsonNode attribute, JsonNode value) {
        ObjectNode kept = JSON.createObjectNode();
        switch (type) {
            case "TEXT" -> kept.put("text", text(value, "text", FeishuError.ATTRIBUTE_VALUE));
            case "HREF" -> {
                kept.put("text", text(value, "text", FeishuError.ATTRIBUTE_TEXT)).put("url", text(value, "url", FeishuError.ATTRIBUTE_URL));
                kept.put("pc_url", value.path("pc_url").asString(""));
            }
            case "ENUMERATION", "PICTURE_ENUM" -> {
                String option = text(value, "option_id", FeishuError.ATTRIBUTE_VALUE);
                JsonNode chosen = attribute.path("options").path("options").valueStream()
                        .filter(one -> one.path("id").asString().equals(option))
                        .findFirst().orElseThrow(() -> new FeishuRefusal(FeishuError.PARAM));
                kept.put("option_id", option).put("option_value", chosen.path("value").asString());
            }
            default -> kept.set("generic_user", value.path("generic_user").deepCopy());
        }
        return kept;
    }

    private static String text(JsonNode value, String field, FeishuError otherwise) {
        if (!value.path(field).isString()) {
            throw new FeishuRefusal(otherwise);
        }
        return value.path(field).asString();
    }
}
