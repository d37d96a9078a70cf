package dev.syncline.connectors.feishu;

import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Gives an existing user values, and its name where that is another one. */
final class UserWriter {

    private final FeishuConfig config;
    private final FeishuService service;
    private final UserFinder finder;

    UserWriter(FeishuConfig config, FeishuService service, UserFinder finder) {
        this.config = config;
        this.service = service;
        this.finder = finder;
    }

    /** The user's id afterwards. */
    String write(String id, Change change, UserValues values, Exchanges exchanges) throws Stopped {
        ObjectNode changes = values.changes();
        if (changes.isEmpty()) {
            User user = finder.byId(id, exchanges).filter(found -> !found.resigned()).orElseThrow(() -> missing(change));
            return renamed(user, change, exchanges);
        }
        Answer answer = service.send(service.request(api(changes), "Changing " + change.name()).on(id).with(changes), exchanges);
        // A department or a manager that is not there has a code of its own: what is gone here is the user.
        if (answer.means(Meaning.Kind.RESIGNED) || answer.means(Meaning.Kind.GONE) && finder.byId(id, exchanges).isEmpty()) {
            throw missing(change);
        }
        return renamed(User.of(FeishuService.data(answer).path("user"), config), change, exchanges);
    }

    void unfreeze(User user, Change change, Exchanges exchanges) throws Stopped {
        service.ok(service.request(Api.MOVE_OR_FREEZE_USER, "Unfreezing " + change.name()).on(user.id()).with(Json.object().put("is_frozen", false)), exchanges);
    }

    private static Api api(ObjectNode changes) {
        return changes.has(UserField.DEPARTMENT_IDS.wireName()) ? Api.MOVE_OR_FREEZE_USER : Api.UPDATE_USER;
    }

    /** A user id cannot be set with the other values. */
    private String renamed(User user, Change change, Exchanges exchanges) throws Stopped {
        if (config.nameField() != FeishuConfig.NameField.USER_ID) {
            return user.id();
        }
        String has = user.name(config).orElseThrow(() -> new Stopped(new Outcome.Refused("NO_USER_ID", ("Feishu does not tell the user id of %s."
                + " Grant the scope contact:user.employee_id:readonly to the app, or let accounts be named by e-mail.").formatted(change.name()))));
        if (has.equals(change.name())) {
            return user.id();
        }
        service.ok(service.request(Api.RENAME_USER, "Renaming " + has + " to " + change.name()).on(user.id())
                .with(Json.object().put("new_user_id", change.name())), exchanges);
        return config.idType() == FeishuConfig.IdType.USER_ID ? change.name() : user.id();
    }

    private static Stopped missing(Change change) {
        return Stopped.refused("404", "Feishu has no user \"%s\" any more; it must be created first.".formatted(change.name()));
    }
}
