package dev.syncline.samples.feishu;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code contact/v3/users}: who is there, who comes, changes, and is frozen. Each method answers the {@code data} of an answer. */
final class UserApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_ID = 64;

    private final Tenant tenant;
    private final UserRules rules;
    private final UserView view;
    private final ClientTokens tokens = new ClientTokens();

    UserApi(Tenant tenant) {
        this.tenant = tenant;
        this.rules = new UserRules(tenant);
        this.view = new UserView(tenant);
    }

    ObjectNode create(FeishuRequest request) {
        ObjectNode body = request.body();
        return tokens.once(request, body, () -> {
            ObjectNode row = newRow(request, body);
            tenant.users().put(row);
            return shown(row, request);
        });
    }

    private ObjectNode newRow(FeishuRequest request, ObjectNode body) {
        require(body, "name", FeishuError.NO_NAME);
        require(body, "mobile", FeishuError.NO_MOBILE);
        require(body, "department_ids", FeishuError.NO_DEPARTMENT);
        if (!body.hasNonNull("employee_type")) {
            throw FeishuRefusal.required("employee_type");
        }
        if (tenant.users().working().count() >= tenant.settings().seats()) {
            throw new FeishuRefusal(FeishuError.SEAT_LIMIT);
        }
        ObjectNode row = blank(userId(body));
        row.setAll(new UserInput(tenant, request, body, FeishuError.NO_DEPARTMENT_AUTHORITY).changes());
        row.set("orders", UserOrders.complete(row.path("department_ids"), row.path("orders")));
        row.remove("is_frozen");
        rules.check(row);
        return row;
    }

    private static void require(ObjectNode body, String field, FeishuError otherwise) {
        if (!body.hasNonNull(field)) {
            throw new FeishuRefusal(otherwise);
        }
    }

    private static String userId(ObjectNode body) {
        String wanted = body.path("user_id").asString("");
        if (wanted.length() > LONGEST_ID) {
            throw new FeishuRefusal(FeishuError.EMPLOYEE_ID);
        }
        if (wanted.contains(" ")) {
            throw new FeishuRefusal(FeishuError.USER_ID_INVALID);
        }
        return wanted.isEmpty() ? random().substring(0, 8) : wanted;
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private ObjectNode blank(String userId) {
        ObjectNode row = JSON.createObjectNode().put("union_id", "on_" + random()).put("user_id", userId).put(Users.ID, "ou_" + random());
        for (String text : List.of("en_name", "nickname", "email", "city", "country", "work_station", "employee_no", "enterprise_email", "job_title")) {
            row.put(text, "");
        }
        row.put("mobile_visible", true).put("gender", 0).put("join_time", tenant.clock().instant().getEpochSecond()).put("is_tenant_manager", false);
        row.putArray("custom_attrs");
        boolean waits = tenant.settings().invitationsWait();
        row.putObject("status").put("is_frozen", false).put("is_resigned", false).put("is_activated", !waits).put("is_exited", false)
                .put("is_unjoin", waits);
        return row;
    }

    ObjectNode get(FeishuRequest request) {
        return shown(visible(request, request.id(), FeishuError.NO_USER_AUTHORITY_TO_READ), request);
    }

    private ObjectNode visible(FeishuRequest request, String id, FeishuError otherwise) {
        ObjectNode row = tenant.user(request.userIdType(), id);
        if (!tenant.sees(row)) {
            throw new FeishuRefusal(otherwise);
        }
        return row;
    }

    private ObjectNode shown(ObjectNode row, FeishuRequest request) {
        ObjectNode data = JSON.createObjectNode();
        data.set("user", view.of(row, request));
        return data;
    }

    ObjectNode batch(FeishuRequest request) {
        List<String> ids = request.queries("user_ids");
        if (ids.isEmpty()) {
            throw FeishuRefusal.required("user_ids");
        }
        if (ids.size() > 50) {
            throw FeishuRefusal.field("user_ids", null, "the max len is 50");
        }
        ObjectNode data = JSON.createObjectNode();
        ArrayNode items = data.putArray("items");
        ids.stream().map(id -> visible(request, id, FeishuError.NO_USER_AUTHORITY_TO_READ)).map(row -> view.of(row, request)).forEach(items::add);
        return data;
    }

    ObjectNode findByDepartment(FeishuRequest request) {
        String department = tenant.departments().openId(request.departmentIdType(), request.required("department_id"))
                .filter(tenant::seesDepartment).orElseThrow(() -> new FeishuRefusal(FeishuError.NO_DEPARTMENT_AUTHORITY));
        List<ObjectNode> found = tenant.users().ago(tenant.settings().lag()).stream()
                .filter(row -> !Users.hasLeft(row) && Users.isIn(row, department)).toList();
        return Pages.of(request, "items", 10, 50, found, row -> view.of(row, request));
    }

    ObjectNode patch(FeishuRequest request) {
        ObjectNode row = visible(request, request.id(), FeishuError.NO_USER_AUTHORITY_TO_PATCH);
        if (Users.hasLeft(row)) {
            throw new FeishuRefusal(FeishuError.RESIGNED);
        }
        if (row.path("status").path("is_unjoin").asBoolean()) {
            throw new FeishuRefusal(FeishuError.NOT_JOINED);
        }
        ObjectNode changes = new UserInput(tenant, request, request.body(), FeishuError.DEPARTMENT_OF_USER_INVALID).changes();
        ObjectNode changed = patched(row, changes);
        rules.check(changed);
        tenant.users().put(changed);
        return shown(changed, request);
    }

    ObjectNode updateId(FeishuRequest request) {
        ObjectNode row = visible(request, request.id(), FeishuError.NO_USER_AUTHORITY_TO_PATCH);
        String wanted = request.body().path("new_user_id").asString("");
        if (Users.hasLeft(row)) {
            throw new FeishuRefusal(FeishuError.NO_USER_AUTHORITY_TO_PATCH);
        }
        if (wanted.isEmpty()) {
            throw new FeishuRefusal(FeishuError.NO_NEW_USER_ID);
        }
        if (wanted.length() > LONGEST_ID || wanted.contains(" ")) {
            throw new FeishuRefusal(FeishuError.PARAM);
        }
        row.put("user_id", wanted);
        rules.check(row);
        tenant.users().put(row);
        return JSON.createObjectNode();
    }

    private static ObjectNode patched(ObjectNode row, ObjectNode changes) {
        if (changes.has("orders") && !changes.has("department_ids")) {
            throw new FeishuRefusal(FeishuError.ORDER_WITHOUT_DEPARTMENT);
        }
        ObjectNode changed = row.deepCopy();
        JsonNode attributes = changes.remove("custom_attrs");
        JsonNode frozen = changes.remove("is_frozen");
        changed.setAll(changes);
        if (changes.has("department_ids")) {
            changed.set("orders", UserOrders.complete(changed.path("department_ids"), changes.path("orders")));
        }
        if (changes.path("join_time").asInt(1) == 0) {
            changed.remove("join_time");
        }
        if (attributes != null) {
            attributes.forEach(one -> setAttribute((ArrayNode) changed.path("custom_attrs"), one));
        }
        if (frozen != null) {
            ((ObjectNode) changed.path("status")).set("is_frozen", frozen);
        }
        return changed;
    }

    private static void setAttribute(ArrayNode attributes, JsonNode one) {
        attributes.removeIf(before -> before.path("id").equals(one.path("id")));
        attributes.add(one);
    }
}
