package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Reading;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpReply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a user back, its values named as a mapping names them. */
final class UserReader {

    static final Set<String> NOT_VALUES = Set.of("schemas", "id", "meta", "groups", "active", "password");

    private final ScimService service;

    UserReader(ScimService service) {
        this.service = service;
    }

    Reading read(String name, Optional<String> remoteId, Exchanges exchanges) throws Stopped {
        Optional<Resource> user = remoteId.isPresent()
                ? byId(remoteId.get(), exchanges)
                : new UserFinder(service).byName(name, exchanges);
        return user.isEmpty() ? new Reading.Gone() : found(user.get());
    }

    private Optional<Resource> byId(String id, Exchanges exchanges) throws Stopped {
        HttpReply reply = service.get(ScimService.path("Users", id), exchanges);
        return reply.status() == 404 ? Optional.empty() : Optional.of(service.resource(reply, "Reading the user " + id));
    }

    private static Reading.Found found(Resource user) throws Stopped {
        Map<String, Object> values = new LinkedHashMap<>();
        user.node().properties().forEach(field -> {
            if (!NOT_VALUES.contains(field.getKey())) {
                collect(field.getKey(), field.getValue(), field.getKey().startsWith("urn:") ? ":" : ".", values);
            }
        });
        List<String> groups = new ArrayList<>();
        user.node().path("groups").forEach(group -> groups.add(group.path("value").asText()));
        JsonNode active = user.node().path("active");
        return new Reading.Found(user.id(), active.isBoolean() ? Optional.of(active.booleanValue()) : Optional.empty(), values, groups);
    }

    private static void collect(String path, JsonNode value, String separator, Map<String, Object> values) {
        if (value instanceof ObjectNode object) {
            object.properties().forEach(part -> collect(path + separator + part.getKey(), part.getValue(), ".", values));
        } else if (value.isArray()) {
            collectMany(path, value, values);
        } else if (!value.isNull()) {
            values.put(path, value.isBoolean() ? (Object) value.booleanValue() : value.isNumber() ? value.numberValue() : value.asText());
        }
    }

    /** Values with a type are named by it; plain ones are a list. */
    private static void collectMany(String path, JsonNode array, Map<String, Object> values) {
        List<Object> plain = new ArrayList<>();
        for (JsonNode element : array) {
            if (element.isObject() && element.path("type").isTextual()) {
                String picked = path + "[type eq " + element.path("type") + "]";
                element.properties().stream()
                        .filter(part -> !part.getKey().equals("type"))
                        .forEach(part -> collect(picked + "." + part.getKey(), part.getValue(), ".", values));
            } else {
                plain.add(element.isObject() ? element.path("value").asText() : element.asText());
            }
        }
        if (!plain.isEmpty()) {
            values.put(path, plain);
        }
    }
}
