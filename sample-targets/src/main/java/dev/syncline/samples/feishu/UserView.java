package dev.syncline.samples.feishu;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A user as an answer shows it: ids of the types asked for, and only the fields the application has a scope for. */
final class UserView {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ALL_CONTACTS =
            List.of("contact:contact:access_as_app", "contact:contact:readonly", "contact:contact:readonly_as_app");

    private record Guarded(Set<String> fields, List<String> own, boolean orAllContacts) {}

    private static final List<Guarded> GUARDED = List.of(
            new Guarded(Set.of("name", "en_name", "nickname"), List.of("contact:user.base:readonly"), true),
            new Guarded(Set.of("email"), List.of("contact:user.email:readonly"), false),
            new Guarded(Set.of("mobile"), List.of("contact:user.phone:readonly"), false),
            new Guarded(Set.of("user_id"), List.of("contact:user.employee_id:readonly"), false),
            new Guarded(Set.of("gender"), List.of("contact:user.gender:readonly"), true),
            new Guarded(Set.of("department_ids", "leader_user_id", "orders"), List.of("contact:user.department:readonly"), true),
            new Guarded(Set.of("dotted_line_leader_user_ids"), List.of("contact:user.dotted_line_leader_info.read"), false),
            new Guarded(Set.of("employee_no"), List.of("contact:user.employee_number:read", "contact:user.employee:readonly"), true),
            new Guarded(Set.of("status", "city", "country", "work_station", "join_time", "is_tenant_manager", "employee_type", "custom_attrs",
                    "enterprise_email", "job_title"), List.of("contact:user.employee:readonly"), true));

    private final Tenant tenant;

    UserView(Tenant tenant) {
        this.tenant = tenant;
    }

    ObjectNode of(ObjectNode row, FeishuRequest request) {
        UserIdType users = request.userIdType();
        DepartmentIdType departments = request.departmentIdType();
        ObjectNode shown = row.deepCopy();
        shown.remove(List.of("resigned_at", "acceptors", "is_frozen"));
        shown.set("department_ids", departmentIds(row, departments));
        shown.path("orders").forEach(order ->
                ((ObjectNode) order).put("department_id", tenant.departments().shown(departments, order.path("department_id").asString())));
        tenant.users().shown(users, row.path("leader_user_id").asString("")).ifPresentOrElse(
                leader -> shown.put("leader_user_id", leader), () -> shown.remove("leader_user_id"));
        ArrayNode dotted = JSON.createArrayNode();
        row.path("dotted_line_leader_user_ids").forEach(leader -> tenant.users().shown(users, leader.asString()).ifPresent(dotted::add));
        shown.set("dotted_line_leader_user_ids", dotted);
        GUARDED.stream().filter(guarded -> !granted(guarded)).forEach(guarded -> shown.remove(guarded.fields()));
        return shown;
    }

    private ArrayNode departmentIds(ObjectNode row, DepartmentIdType type) {
        ArrayNode ids = JSON.createArrayNode();
        row.path("department_ids").forEach(id -> ids.add(tenant.departments().shown(type, id.asString())));
        return ids;
    }

    private boolean granted(Guarded guarded) {
        return tenant.settings().has(Set.copyOf(guarded.own()))
                || guarded.orAllContacts() && tenant.settings().has(Set.copyOf(ALL_CONTACTS));
    }

    /** The status alone, for those who may see it. */
    boolean showsStatus() {
        return tenant.settings().has(Set.of("contact:user.employee:readonly")) || tenant.settings().has(Set.copyOf(ALL_CONTACTS));
    }
}
