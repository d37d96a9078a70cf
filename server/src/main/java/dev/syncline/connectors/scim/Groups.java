package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.PermissionKind;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.Unsupported;
import dev.syncline.connectors.http.HttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Membership of groups (RFC 7643, 4.2). A permission's value is the group's id. */
final class Groups {

    private final ScimService service;
    private final ScimConfig.Style style;

    Groups(ScimService service, ScimConfig.Style style) {
        this.service = service;
        this.style = style;
    }

    void change(String user, Change change, Exchanges exchanges) throws Stopped {
        unbind(user, change, exchanges);
        bind(user, change, exchanges);
    }

    void bind(String user, Change change, Exchanges exchanges) throws Stopped {
        for (PermissionRef permission : change.bind()) {
            requireGroup(permission);
            HttpReply reply = switch (style) {
                case PATCH -> patch(permission, new PatchBody().add("members", list(user)), exchanges);
                case PUT -> put(permission, group -> with(group, user), exchanges);
            };
            service.requireOk(reply, "Adding the user to the group " + permission.name());
        }
    }

    /** Notes for the reader. */
    List<String> unbind(String user, Change change, Exchanges exchanges) throws Stopped {
        List<String> notes = new ArrayList<>();
        for (PermissionRef permission : change.unbind()) {
            requireGroup(permission);
            HttpReply reply = switch (style) {
                case PATCH -> patch(permission, new PatchBody().remove("members[value eq " + TextNode.valueOf(user) + "]"), exchanges);
                case PUT -> put(permission, group -> without(group, user), exchanges);
            };
            if (reply.status() == 404) {
                notes.add("The service has no group " + permission.name() + " any more.");
            } else if (!noMember(reply)) {
                service.requireOk(reply, "Removing the user from the group " + permission.name());
            }
        }
        return notes;
    }

    private static void requireGroup(PermissionRef permission) throws Stopped {
        if (permission.kind() != PermissionKind.GROUP) {
            throw Stopped.refused(Unsupported.CODE, "A SCIM connection binds groups; the permission \"%s\" is of another kind."
                    .formatted(permission.name()));
        }
    }

    /** The user was no member: RFC 7644, table 9. */
    static boolean noMember(HttpReply reply) {
        return reply.status() == 400 && Json.text(reply.body(), "scimType").filter("noTarget"::equals).isPresent();
    }

    private HttpReply patch(PermissionRef permission, PatchBody body, Exchanges exchanges) throws Stopped {
        return service.send("PATCH", ScimService.path("Groups", permission.value()), body.node(), Optional.empty(), exchanges);
    }

    /** False when there is nothing to change. */
    private interface Edit {
        boolean on(ObjectNode group);
    }

    private HttpReply put(PermissionRef permission, Edit edit, Exchanges exchanges) throws Stopped {
        String path = ScimService.path("Groups", permission.value());
        return Repeating.onConflict(() -> {
            HttpReply found = service.get(path, exchanges);
            if (!found.ok()) {
                return found;
            }
            Resource group = service.resource(found, "Reading the group " + permission.name());
            ObjectNode edited = group.writable();
            return edit.on(edited) ? service.send("PUT", path, edited, group.version(), exchanges) : found;
        });
    }

    private static boolean with(ObjectNode group, String user) {
        ArrayNode members = group.path("members") instanceof ArrayNode known ? known : group.putArray("members");
        for (JsonNode member : members) {
            if (member.path("value").asText().equals(user)) {
                return false;
            }
        }
        members.addObject().put("value", user);
        return true;
    }

    private static boolean without(ObjectNode group, String user) {
        ArrayNode left = Json.object().putArray("members");
        group.path("members").forEach(member -> {
            if (!member.path("value").asText().equals(user)) {
                left.add(member);
            }
        });
        boolean changed = left.size() < group.path("members").size();
        group.set("members", left);
        return changed;
    }

    private static ArrayNode list(String user) {
        ArrayNode list = Json.object().putArray("members");
        list.addObject().put("value", user);
        return list;
    }
}
