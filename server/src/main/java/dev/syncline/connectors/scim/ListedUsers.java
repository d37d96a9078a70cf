package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.connector.RemoteAccount;
import dev.syncline.connectors.SignInTime;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Users, of each a little, and the attributes that were asked for. */
record ListedUsers(Optional<UserPath> lastSignIn, Set<String> asked) implements Listable<RemoteAccount> {

    private static final int LONGEST = 500;
    private static final int LONGEST_ASKED = 4_000;

    @Override
    public String query() {
        return "/Users?";
    }

    @Override
    public String one() {
        return "user";
    }

    @Override
    public RemoteAccount of(ObjectNode user) throws Stopped {
        JsonNode active = user.path("active");
        String id = new Resource(user, Optional.empty()).id();
        return new RemoteAccount(
                id,
                cut(Json.text(user, "userName").orElse(id)),
                active.isBoolean() ? Optional.of(active.booleanValue()) : Optional.empty(),
                values(user),
                SignInTime.of(user.path("meta").path("created").asText()),
                lastSignIn.map(path -> path.in(user).asText("")).flatMap(SignInTime::of));
    }

    private Map<String, Object> values(ObjectNode user) throws Stopped {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "displayName", Json.text(user, "displayName"));
        put(values, "externalId", Json.text(user, "externalId"));
        user.path("emails").forEach(mail -> put(values, "emails[type eq " + mail.path("type") + "].value", Json.text(mail, "value")));
        for (String name : asked) {
            if (!name.startsWith("@") && !UserReader.NOT_VALUES.contains(name)) {
                putAsked(values, name, UserPath.of(name).in(user));
            }
        }
        return values;
    }

    /** One that is missing has no value: a list gives what a service gives by default (RFC 7644, 3.4.2). */
    private static void putAsked(Map<String, Object> values, String name, JsonNode found) {
        JsonNode value = found.isObject() ? found.path("value") : found;
        if (value.isMissingNode() && !found.isObject() || value.isNull()) {
            values.put(name, null);
        } else if (value.isValueNode() && value.asText().length() <= LONGEST_ASKED) {
            values.put(name, plain(value));
        } else if (value.isArray() && value.toString().length() <= LONGEST_ASKED) {
            List<Object> all = new ArrayList<>();
            value.forEach(one -> all.add(plain(one.isObject() ? one.path("value") : one)));
            values.put(name, all);
        } else {
            values.remove(name);
        }
    }

    private static Object plain(JsonNode value) {
        return value.isBoolean() ? (Object) value.booleanValue() : value.isNumber() ? value.numberValue() : value.asText();
    }

    private static void put(Map<String, Object> values, String name, Optional<String> value) {
        value.ifPresent(text -> values.put(name, cut(text)));
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
