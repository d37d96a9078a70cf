package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.connector.Change;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a change wants a user to be. */
final class UserValues {

    /** One wanted value; null clears. */
    record Wanted(UserPath path, JsonNode value, boolean secret) {
        boolean clears() {
            return value.isNull();
        }
    }

    private final String userName;
    private final Map<String, Wanted> wanted;

    private UserValues(String userName, Map<String, Wanted> wanted) {
        this.userName = userName;
        this.wanted = wanted;
    }

    /** @throws Stopped when an attribute is no SCIM path, or contradicts the account's name */
    static UserValues of(Change change) throws Stopped {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        for (Map.Entry<String, Object> attribute : change.attributes().entrySet()) {
            String name = attribute.getKey();
            if (!name.equalsIgnoreCase("userName") && !name.equalsIgnoreCase(UserPath.CORE + ":userName")) {
                wanted.put(name, new Wanted(
                        UserPath.of(name), Json.of(attribute.getValue()), change.secretAttributes().contains(name)));
            } else if (!change.name().equals(attribute.getValue())) {
                throw Stopped.invalid("The attribute \"userName\" must be the account's name \"%s\"; leave it out of the mapping."
                        .formatted(change.name()));
            }
        }
        return new UserValues(change.name(), wanted);
    }

    String userName() {
        return userName;
    }

    List<Wanted> wanted() {
        return List.copyOf(wanted.values());
    }

    boolean hasSecrets() {
        return wanted.values().stream().anyMatch(Wanted::secret);
    }

    /** A user to create. Its externalId is the account's name unless it is mapped. */
    ObjectNode newUser() {
        ObjectNode user = Json.object();
        user.putArray("schemas").add(UserPath.CORE);
        user.put("externalId", userName);
        user.put("active", true);
        return applyTo(user);
    }

    /** Makes the user as wanted, the rest as it is. */
    ObjectNode applyTo(ObjectNode user) {
        user.put("userName", userName);
        for (Wanted one : wanted.values()) {
            if (one.clears()) {
                one.path().clear(user);
            } else {
                one.path().set(user, one.value());
                one.path().extension().ifPresent(urn -> declare(user, urn));
            }
        }
        return user;
    }

    /** Names of the wanted attributes the user has otherwise, as far as they can be seen. */
    List<String> differingFrom(ObjectNode user) {
        List<String> differing = new ArrayList<>();
        wanted.forEach((name, one) -> {
            JsonNode has = one.path().in(user);
            boolean same = one.clears() ? has.isMissingNode() || has.isNull() : has.equals(one.value());
            if (!one.secret() && !same) {
                differing.add(name);
            }
        });
        return differing;
    }

    private static void declare(ObjectNode user, String urn) {
        ArrayNode schemas = user.path("schemas") instanceof ArrayNode known ? known : user.putArray("schemas").add(UserPath.CORE);
        Set<String> names = new HashSet<>();
        schemas.forEach(schema -> names.add(schema.asText()));
        if (names.add(urn)) {
            schemas.add(urn);
        }
    }
}
