package dev.syncline.samples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The resources of one type, with versions. The caller holds the service's lock. */
final class ScimStore {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 200_000;

    private final String type;
    private final String unique;
    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
    private final Map<String, String> idByName = new LinkedHashMap<>();

    /** @param unique the attribute no two resources may share, whatever its case */
    ScimStore(String type, String unique) {
        this.type = type;
        this.unique = unique;
    }

    List<ObjectNode> all() {
        return List.copyOf(byId.values());
    }

    Optional<ObjectNode> named(String name) {
        return Optional.ofNullable(idByName.get(key(name))).map(byId::get);
    }

    ObjectNode get(String id) {
        ObjectNode resource = byId.get(id);
        if (resource == null) {
            throw new SampleRefusal(404, "Resource " + id + " not found.");
        }
        return resource;
    }

    ObjectNode create(JsonNode wanted) {
        if (byId.size() >= MOST) {
            throw new SampleRefusal(507, "There is no room for more resources.");
        }
        return save(UUID.randomUUID().toString(), wanted, 1);
    }

    /** @param ifMatch the version the caller saw (RFC 7644, 3.14) */
    ObjectNode replace(String id, JsonNode wanted, Optional<String> ifMatch) {
        ObjectNode before = get(id);
        String version = before.path("meta").path("version").asString();
        if (ifMatch.isPresent() && !ifMatch.get().equals(version)) {
            throw new SampleRefusal(412, "The resource has changed since it was read.");
        }
        long number = Long.parseLong(version.replaceAll("\\D", ""));
        idByName.remove(key(before.path(unique).asString("")), id);
        try {
            return save(id, wanted, number + 1);
        } catch (SampleRefusal refusal) {
            idByName.put(key(before.path(unique).asString("")), id);
            throw refusal;
        }
    }

    void delete(String id) {
        idByName.remove(key(get(id).path(unique).asString("")));
        byId.remove(id);
    }

    private ObjectNode save(String id, JsonNode wanted, long version) {
        if (!(wanted instanceof ObjectNode given) || given.path(unique).asString("").isBlank()) {
            throw new SampleRefusal(400, "invalidValue", unique + " is required.");
        }
        String key = key(given.path(unique).asString());
        if (idByName.containsKey(key)) {
            throw new SampleRefusal(409, "uniqueness", unique + " " + given.path(unique).asString() + " is taken.");
        }
        ObjectNode saved = given.deepCopy();
        saved.remove(List.of("password", "groups"));
        saved.put("id", id);
        ObjectNode meta = JSON.createObjectNode().put("resourceType", type);
        meta.put("location", "/scim/v2/" + type + "s/" + id).put("version", "W/\"" + version + "\"");
        saved.set("meta", meta);
        byId.put(id, saved);
        idByName.put(key, id);
        return saved;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
