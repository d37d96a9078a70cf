package dev.syncline.samples.feishu;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** {@code contact/v3/group}: user groups themselves. Each method answers the {@code data} of an answer. */
final class GroupApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 500;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 500;

    private final Tenant tenant;

    GroupApi(Tenant tenant) {
        this.tenant = tenant;
    }

    ObjectNode create(FeishuRequest request) {
        refuse(!tenant.settings().range().isEmpty(), FeishuError.NOT_ALL_EMPLOYEES);
        ObjectNode body = request.body();
        refuse(body.path("type").asInt(1) != 1, FeishuError.GROUP_TYPE);
        refuse(tenant.groups().all().count() >= MOST, FeishuError.TOO_MANY_GROUPS);
        ObjectNode row = JSON.createObjectNode().put(Groups.ID, id(body.path("group_id").asString(""))).put("name", "").put("description", "")
                .put("type", 1);
        row.putArray(Groups.MEMBERS);
        change(row, body);
        return JSON.createObjectNode().put("group_id", row.path(Groups.ID).asString());
    }

    private String id(String wanted) {
        if (wanted.isEmpty()) {
            return "g" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
        }
        refuse(!wanted.matches("[a-zA-Z0-9]{1,64}"), FeishuError.GROUP_ID);
        refuse(tenant.groups().find(wanted).isPresent(), FeishuError.GROUP_ID_EXISTS);
        return wanted;
    }

    private void change(ObjectNode row, JsonNode body) {
        for (String field : List.of("name", "description")) {
            if (body.hasNonNull(field)) {
                row.put(field, body.path(field).asString(""));
            }
        }
        String name = row.path("name").asString();
        refuse(name.isBlank(), FeishuError.GROUP_NAME_EMPTY);
        refuse(name.length() > LONGEST_NAME, FeishuError.GROUP_NAME_LENGTH);
        refuse(row.path("description").asString().length() > LONGEST_DESCRIPTION, FeishuError.GROUP_DESCRIPTION_LENGTH);
        refuse(tenant.groups().all().anyMatch(other ->
                other.path("name").asString().equals(name) && !other.path(Groups.ID).equals(row.path(Groups.ID))), FeishuError.GROUP_NAME_EXISTS);
        tenant.groups().put(row);
    }

    ObjectNode get(FeishuRequest request) {
        ObjectNode data = JSON.createObjectNode();
        data.set("group", shown(tenant.group(request.id())));
        return data;
    }

    private static ObjectNode shown(ObjectNode row) {
        ObjectNode shown = row.deepCopy();
        shown.remove(Groups.MEMBERS);
        return shown.put("member_user_count", row.path(Groups.MEMBERS).size()).put("member_department_count", 0);
    }

    ObjectNode patch(FeishuRequest request) {
        change(tenant.group(request.id()), request.body());
        return JSON.createObjectNode();
    }

    ObjectNode delete(FeishuRequest request) {
        ObjectNode row = tenant.group(request.id());
        refuse(!row.path(Groups.MEMBERS).isEmpty(), FeishuError.GROUP_HAS_MEMBERS);
        tenant.groups().remove(request.id());
        return JSON.createObjectNode();
    }

    /** Only those of the type asked for; there are no dynamic ones here. */
    ObjectNode list(FeishuRequest request) {
        List<ObjectNode> rows = tenant.groups().ago(tenant.settings().lag()).stream()
                .filter(row -> tenant.settings().range().isEmpty() && request.number("type", 1) == 1).toList();
        return Pages.of(request, "grouplist", 50, 100, rows, row -> shown(row).put("group_id", row.path(Groups.ID).asString()));
    }

    ObjectNode ofMember(FeishuRequest request) {
        String member = GroupMember.of(tenant, "user", request.query("member_id_type").orElse("open_id"), request.required("member_id"))
                .path(Users.ID).asString();
        List<ObjectNode> rows = tenant.groups().ago(tenant.settings().lag()).stream().filter(row -> Groups.has(row, member)).toList();
        return Pages.of(request, "group_list", 500, 1_000, rows, row -> StringNode.valueOf(row.path(Groups.ID).asString()));
    }

    private static void refuse(boolean broken, FeishuError error) {
        if (broken) {
            throw new FeishuRefusal(error);
        }
    }
}
