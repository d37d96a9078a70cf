package dev.syncline.connectors.feishu;

import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.PermissionKind;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.Unsupported;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Membership of user groups. A permission's value is the group's id. */
final class Groups {

    /** Most groups of one page. */
    private static final int PAGE = 1_000;

    private final FeishuConfig config;
    private final FeishuService service;

    Groups(FeishuConfig config, FeishuService service) {
        this.config = config;
        this.service = service;
    }

    void change(String user, Change change, Exchanges exchanges) throws Stopped {
        unbind(user, change, exchanges);
        bind(user, change, exchanges);
    }

    void bind(String user, Change change, Exchanges exchanges) throws Stopped {
        for (PermissionRef permission : change.bind()) {
            requireGroup(permission);
            Answer answer = service.send(request(Api.ADD_MEMBER, "Adding the user to the group ", permission, user), exchanges);
            if (!answer.means(Meaning.Kind.MEMBER)) {
                FeishuService.data(answer);
            }
        }
    }

    /** Notes for the reader. */
    List<String> unbind(String user, Change change, Exchanges exchanges) throws Stopped {
        List<String> notes = new ArrayList<>();
        for (PermissionRef permission : change.unbind()) {
            requireGroup(permission);
            Answer answer = service.send(request(Api.REMOVE_MEMBER, "Removing the user from the group ", permission, user), exchanges);
            if (answer.means(Meaning.Kind.GONE)) {
                notes.add("Feishu has no group %s any more, or the user was not in it.".formatted(permission.name()));
            } else {
                FeishuService.data(answer);
            }
        }
        return notes;
    }

    /** Ids of the groups a user is in. */
    List<String> of(String user, Exchanges exchanges) throws Stopped {
        List<String> groups = new ArrayList<>();
        Request request = Request.of(Api.GROUPS_OF_USER, "Reading the groups of the user " + user)
                .with("member_id", user)
                .with("member_id_type", config.idType().wireName())
                .with("group_type", "1");
        new PageTokens(service).each(request, PAGE, "group_list", group -> groups.add(group.asString()), exchanges);
        return groups;
    }

    private Request request(Api api, String what, PermissionRef permission, String user) {
        ObjectNode member = Json.object()
                .put("member_type", "user")
                .put("member_id_type", config.idType().wireName())
                .put("member_id", user);
        return Request.of(api, what + permission.name()).on(permission.value()).with(member);
    }

    private static void requireGroup(PermissionRef permission) throws Stopped {
        if (permission.kind() != PermissionKind.GROUP) {
            throw Stopped.refused(Unsupported.CODE, "A Feishu connection binds user groups; the permission \"%s\" is of another kind."
                    .formatted(permission.name()));
        }
    }
}
