package dev.syncline.samples.feishu;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A department as an answer shows it: ids of the types asked for, and only the fields the application has a scope for. */
final class DepartmentView {

    private static final Set<String> BASE = Set.of("contact:department.base:readonly", "contact:contact:access_as_app",
            "contact:contact:readonly", "contact:contact:readonly_as_app");
    private static final Set<String> ORGANIZATION = Set.of("contact:department.organize:readonly", "contact:contact:access_as_app",
            "contact:contact:readonly", "contact:contact:readonly_as_app");

    private final Tenant tenant;

    DepartmentView(Tenant tenant) {
        this.tenant = tenant;
    }

    ObjectNode of(ObjectNode row, FeishuRequest request) {
        String id = row.path(Departments.ID).asString();
        ObjectNode shown = row.deepCopy();
        shown.put(Departments.PARENT, tenant.departments().shown(request.departmentIdType(), row.path(Departments.PARENT).asString("")));
        tenant.users().shown(request.userIdType(), row.path("leader_user_id").asString("")).ifPresentOrElse(
                leader -> shown.put("leader_user_id", leader), () -> shown.remove("leader_user_id"));
        shown.path("leaders").forEach(leader -> tenant.users().shown(request.userIdType(), leader.path("leaderID").asString())
                .ifPresent(user -> ((ObjectNode) leader).put("leaderID", user)));
        shown.put("member_count", tenant.users().working().filter(user -> isBelow(user, id)).count());
        shown.put("primary_member_count", tenant.users().working().filter(user -> primary(user, id)).count());
        shown.putObject("status").put("is_deleted", false);
        if (!tenant.settings().has(BASE)) {
            shown.remove(List.of("name", "i18n_name", "department_id", "chat_id", "status"));
        }
        if (!tenant.settings().has(ORGANIZATION)) {
            shown.remove(List.of(Departments.PARENT, "leader_user_id", "order", "unit_ids", "member_count", "primary_member_count", "leaders"));
        }
        return shown;
    }

    private boolean isBelow(JsonNode user, String department) {
        return user.path("department_ids").valueStream()
                .anyMatch(id -> department.equals(Departments.ROOT) || tenant.departments().upwards(id.asString()).contains(department));
    }

    private static boolean primary(JsonNode user, String department) {
        return user.path("orders").valueStream()
                .anyMatch(order -> order.path("is_primary_dept").asBoolean() && order.path("department_id").asString().equals(department));
    }
}
