package dev.syncline.samples.feishu;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code contact/v3/group/:group_id/member}: who is in a user group. Each method answers the {@code data} of an answer. */
final class GroupMemberApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_AT_ONCE = 100;

    private final Tenant tenant;

    GroupMemberApi(Tenant tenant) {
        this.tenant = tenant;
    }

    ObjectNode add(FeishuRequest request) {
        ObjectNode group = tenant.group(request.id());
        ObjectNode user = member(request.body());
        if (Users.hasLeft(user)) {
            throw new FeishuRefusal(FeishuError.RESIGNED);
        }
        if (Groups.has(group, user.path(Users.ID).asString())) {
            throw new FeishuRefusal(FeishuError.MEMBER_EXISTS);
        }
        tenant.groups().add(group, user.path(Users.ID).asString());
        return JSON.createObjectNode();
    }

    private ObjectNode member(JsonNode given) {
        return GroupMember.of(tenant, given.path("member_type").asString(""), given.path("member_id_type").asString("open_id"),
                given.path("member_id").asString(""));
    }

    /** Who is not in the group is not in it afterwards either. */
    ObjectNode remove(FeishuRequest request) {
        ObjectNode group = tenant.group(request.id());
        tenant.groups().take(group, member(request.body()).path(Users.ID).asString());
        return JSON.createObjectNode();
    }

    /** Each member has a result of its own; the answer is a success. */
    ObjectNode batchAdd(FeishuRequest request) {
        tenant.group(request.id());
        ObjectNode data = JSON.createObjectNode();
        ArrayNode results = data.putArray("results");
        for (JsonNode one : members(request)) {
            results.addObject().put("member_id", one.path("member_id").asString("")).put("code", added(request.id(), one));
        }
        return data;
    }

    private int added(String groupId, JsonNode one) {
        try {
            ObjectNode group = tenant.group(groupId);
            ObjectNode user = member(one);
            String id = user.path(Users.ID).asString();
            if (Users.hasLeft(user)) {
                return FeishuError.RESIGNED.code();
            }
            if (Groups.has(group, id)) {
                return FeishuError.MEMBER_EXISTS.code();
            }
            tenant.groups().add(group, id);
            return 0;
        } catch (FeishuRefusal no) {
            return no.error().code();
        }
    }

    private static List<JsonNode> members(FeishuRequest request) {
        JsonNode members = request.body().path("members");
        if (members.isEmpty() || members.size() > MOST_AT_ONCE) {
            throw FeishuRefusal.field("members", null, "the len is between 1 and " + MOST_AT_ONCE);
        }
        return members.valueStream().toList();
    }

    ObjectNode batchRemove(FeishuRequest request) {
        tenant.group(request.id());
        for (JsonNode one : members(request)) {
            tenant.groups().take(tenant.group(request.id()), member(one).path(Users.ID).asString());
        }
        return JSON.createObjectNode();
    }

    /** A group without the departments that could be its members. */
    ObjectNode list(FeishuRequest request) {
        ObjectNode group = tenant.group(request.id());
        String type = request.query("member_type").orElse("user");
        String idType = request.query("member_id_type").orElse("open_id");
        if (!List.of("user", "department").contains(type)) {
            throw new FeishuRefusal(FeishuError.MEMBER_TYPE);
        }
        List<JsonNode> members = type.equals("department")
                ? List.of()
                : tenant.groups().find(request.id(), tenant.settings().lag()).orElse(group).path(Groups.MEMBERS).valueStream().toList();
        return Pages.of(request, "memberlist", 50, 100, members, member -> JSON.createObjectNode()
                .put("member_id", tenant.users().shown(GroupMember.idType(idType), member.asString()).orElse("")).put("member_type", type));
    }
}
