package dev.syncline.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.identity.User;
import dev.syncline.identity.UserData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From a client's resource to what the platform keeps. */
final class UserReader {

    private UserReader() {}

    /**
     * @param before null for a new user; its attributes that no client writes stay
     */
    static UserData data(JsonNode resource, @Nullable User before, @Nullable UUID organizationId, @Nullable UUID managerId) {
        JsonNode enterprise = resource.path(Words.ENTERPRISE);
        Map<String, Object> attributes = new LinkedHashMap<>(before == null ? Map.of() : before.attributes());
        Words.CORE_TEXTS.forEach(name -> put(attributes, name, Json.text(resource, name)));
        Words.ENTERPRISE_TEXTS.forEach(name -> put(attributes, name, Json.text(enterprise, name)));
        JsonNode name = resource.path("name");
        return new UserData(
                Json.text(resource, "userName"),
                Json.text(resource, "displayName") == null ? Json.text(name, "formatted") : Json.text(resource, "displayName"),
                Json.text(name, "givenName"),
                Json.text(name, "familyName"),
                Preferred.EMAIL.in(resource),
                Preferred.PHONE.in(resource),
                Json.text(enterprise, "employeeNumber"),
                organizationId,
                managerId,
                attributes);
    }

    private static void put(Map<String, Object> attributes, String name, @Nullable String value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    /** Null when the client says nothing about it. */
    static User.@Nullable Status status(JsonNode resource) {
        JsonNode active = resource.path("active");
        if (!active.isBoolean()) {
            return null;
        }
        return active.booleanValue() ? User.Status.ENABLED : User.Status.DISABLED;
    }

    static @Nullable String externalId(JsonNode resource) {
        return Json.text(resource, "externalId");
    }

    static ObjectNode document(JsonNode resource) {
        ObjectNode document = Json.object();
        Words.DOCUMENT.stream().filter(resource::hasNonNull).forEach(name -> document.set(name, resource.get(name)));
        // What was read back has to be equal to what was written, whatever classes the library made its nodes of.
        return (ObjectNode) Json.read(document.toString());
    }
}
