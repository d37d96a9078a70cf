package dev.syncline.connectors.feishu;

import dev.syncline.connector.Exchanges;
import dev.syncline.connectors.Stopped;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds users by what they are known by here, and by what is theirs alone. */
final class UserFinder {

    private final FeishuConfig config;
    private final FeishuService service;

    UserFinder(FeishuConfig config, FeishuService service) {
        this.config = config;
        this.service = service;
    }

    /** The user of this name, those included who resigned. */
    Optional<User> byName(String name, Exchanges exchanges) throws Stopped {
        return switch (config.nameField()) {
            case USER_ID -> user(service.request(Api.GET_USER, "Looking for " + name).on(name).with("user_id_type", "user_id"), exchanges);
            case EMAIL -> byContact("emails", name, false, exchanges);
            case MOBILE -> byContact("mobiles", name, false, exchanges);
        };
    }

    Optional<User> byId(String id, Exchanges exchanges) throws Stopped {
        return user(service.request(Api.GET_USER, "Reading the user " + id).on(id), exchanges);
    }

    /** Whoever has this mobile number or mail address. */
    Optional<User> byContact(UserField field, String value, boolean resigned, Exchanges exchanges) throws Stopped {
        return byContact(field == UserField.MOBILE ? "mobiles" : "emails", value, resigned, exchanges);
    }

    private Optional<User> byContact(String list, String value, boolean resigned, Exchanges exchanges) throws Stopped {
        ObjectNode body = Json.object().put("include_resigned", resigned);
        body.putArray(list).add(value);
        JsonNode found = service.ok(service.request(Api.FIND_USERS, "Looking for who has a mobile number or mail address").with(body), exchanges);
        for (JsonNode one : found.path("user_list")) {
            Optional<String> id = Json.text(one, "user_id");
            if (id.isPresent()) {
                return byId(id.get(), exchanges);
            }
        }
        return Optional.empty();
    }

    private Optional<User> user(Request request, Exchanges exchanges) throws Stopped {
        Answer answer = service.send(request, exchanges);
        if (answer.means(Meaning.Kind.GONE)) {
            return Optional.empty();
        }
        return Optional.of(User.of(FeishuService.data(answer).path("user"), config));
    }
}
