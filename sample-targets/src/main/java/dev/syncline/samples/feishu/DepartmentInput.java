package dev.syncline.samples.feishu;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a request says of a department into the form of a row, and holds it against the rules of the tree. */
final class DepartmentInput {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_\\-@.]{0,63}");
    private static final int DEEPEST = 25;

    private final Tenant tenant;
    private final FeishuRequest request;
    private final ObjectNode body;

    DepartmentInput(Tenant tenant, FeishuRequest request, ObjectNode body) {
        this.tenant = tenant;
        this.request = request;
        this.body = body;
    }

    /** A department id of one's own choice, or one made up. */
    String departmentId(String otherwise) {
        String wanted = body.path("department_id").asString("");
        if (wanted.isEmpty()) {
            return otherwise;
        }
        if (!ID.matcher(wanted).matches() || wanted.startsWith("od-") || Set.of("0", "1").contains(wanted)) {
            throw new FeishuRefusal(FeishuError.DEPARTMENT_ID_INVALID);
        }
        if (tenant.departments().find(DepartmentIdType.DEPARTMENT_ID, wanted).isPresent()) {
            throw new FeishuRefusal(FeishuError.DEPARTMENT_ID_EXISTS);
        }
        return wanted;
    }

    ObjectNode changes() {
        ObjectNode changes = JSON.createObjectNode();
        text(changes, "name");
        text(changes, "order");
        if (body.hasNonNull("i18n_name")) {
            changes.set("i18n_name", body.path("i18n_name").deepCopy());
        }
        if (body.hasNonNull(Departments.PARENT)) {
            changes.put(Departments.PARENT, parent());
        }
        if (body.hasNonNull("leader_user_id")) {
            changes.put("leader_user_id", leader(body.path("leader_user_id")));
        }
        if (body.hasNonNull("leaders")) {
            changes.set("leaders", leaders());
        }
        return changes;
    }

    private void text(ObjectNode changes, String field) {
        if (body.hasNonNull(field)) {
            if (!body.path(field).isString()) {
                throw FeishuRefusal.type(field);
            }
            changes.put(field, body.path(field).asString().strip());
        }
    }

    private String parent() {
        return tenant.departments().openId(request.departmentIdType(), body.path(Departments.PARENT).asString(""))
                .filter(tenant::seesDepartment).orElseThrow(() -> new FeishuRefusal(FeishuError.NO_PARENT_AUTHORITY));
    }

    private String leader(JsonNode id) {
        if (id.asString("").isEmpty()) {
            return "";
        }
        ObjectNode user = tenant.users().find(request.userIdType(), id.asString(""))
                .orElseThrow(() -> new FeishuRefusal(FeishuError.USER_ID_INVALID));
        if (Users.hasLeft(user)) {
            throw new FeishuRefusal(FeishuError.RESIGNED);
        }
        return user.path(Users.ID).asString();
    }

    private ArrayNode leaders() {
        ArrayNode leaders = JSON.createArrayNode();
        body.path("leaders").forEach(one ->
                leaders.addObject().put("leaderType", one.path("leaderType").asInt()).put("leaderID", leader(one.path("leaderID"))));
        return leaders;
    }

    /** @throws FeishuRefusal when the row, as it would be, breaks a rule */
    void check(ObjectNode row) {
        String name = row.path("name").asString("");
        String id = row.path(Departments.ID).asString();
        String parent = row.path(Departments.PARENT).asString();
        refuse(name.isEmpty(), FeishuError.DEPARTMENT_NAME_NULL);
        refuse(name.contains("/"), FeishuError.DEPARTMENT_NAME_SLASH);
        refuse(parent.equals(id) || tenant.departments().upwards(parent).contains(id), FeishuError.DEPARTMENT_PARAM);
        refuse(tenant.departments().upwards(parent).size() >= DEEPEST, FeishuError.DEPARTMENT_TOO_DEEP);
        refuse(tenant.departments().childrenOf(parent).filter(other -> !other.path(Departments.ID).asString().equals(id))
                .anyMatch(other -> other.path("name").asString().equals(name)), FeishuError.DEPARTMENT_NAME_EXISTS);
        refuse(!row.path("order").asString("").isEmpty() && tenant.departments().all()
                .filter(other -> !other.path(Departments.ID).asString().equals(id))
                .anyMatch(other -> other.path("order").equals(row.path("order"))), FeishuError.DEPARTMENT_ORDER_EXISTS);
    }

    private static void refuse(boolean broken, FeishuError error) {
        if (broken) {
            throw new FeishuRefusal(error);
        }
    }
}
