package dev.syncline.samples.feishu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a request says of a user into the form of a row: only what is given, ids made open ids. */
final class UserInput {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> TEXTS = Set.of("name", "en_name", "nickname", "email", "avatar_key", "city", "country", "work_station",
            "employee_no", "enterprise_email", "job_title", "geo", "job_level_id", "job_family_id");
    private static final Set<String> NUMBERS = Set.of("gender", "join_time", "employee_type");
    private static final Set<String> FLAGS = Set.of("mobile_visible", "is_frozen");
    private static final int MOST_DEPARTMENTS = 50;

    private final Tenant tenant;
    private final FeishuRequest request;
    private final ObjectNode body;
    private final FeishuError unknownDepartment;

    /** @param unknownDepartment what a department that is not there, or not in range, is refused with */
    UserInput(Tenant tenant, FeishuRequest request, ObjectNode body, FeishuError unknownDepartment) {
        this.tenant = tenant;
        this.request = request;
        this.body = body;
        this.unknownDepartment = unknownDepartment;
    }

    /** @throws FeishuRefusal 9499 for a value of another type than documented, and what the parts below refuse */
    ObjectNode changes() {
        ObjectNode changes = JSON.createObjectNode();
        body.properties().stream().filter(field -> !field.getValue().isNull()).forEach(field -> put(changes, field));
        return changes;
    }

    private void put(ObjectNode changes, Map.Entry<String, JsonNode> field) {
        String name = field.getKey();
        JsonNode value = field.getValue();
        if (TEXTS.contains(name)) {
            changes.put(name, typed(name, value, value.isString()).asString().strip());
        } else if (NUMBERS.contains(name)) {
            changes.set(name, typed(name, value, value.isIntegralNumber()));
        } else if (FLAGS.contains(name)) {
            changes.set(name, typed(name, value, value.isBoolean()));
        } else {
            switch (name) {
                case "mobile" -> changes.put(name, Mobile.normalized(typed(name, value, value.isString()).asString()));
                case "dotted_line_leader_user_ids" -> changes.set(name, leaders(typed(name, value, value.isArray())));
                case "leader_user_id" -> changes.put(name, leader(typed(name, value, value.isString()).asString()));
                case "department_ids" -> changes.set(name, departments(typed(name, value, value.isArray())));
                case "orders" -> changes.set(name, orders(typed(name, value, value.isArray())));
                case "custom_attrs" -> changes.set(name, attributes(typed(name, value, value.isArray())));
                default -> {
                    // Unknown to the API, or of no consequence here.
                }
            }
        }
    }

    private static JsonNode typed(String name, JsonNode value, boolean right) {
        if (!right) {
            throw FeishuRefusal.type(name);
        }
        return value;
    }

    private String leader(String id) {
        if (id.isEmpty()) {
            return "";
        }
        ObjectNode leader = tenant.users().find(request.userIdType(), id)
                .orElseThrow(() -> new FeishuRefusal(FeishuError.LEADER_INVALID));
        if (Users.hasLeft(leader)) {
            throw new FeishuRefusal(FeishuError.LEADER_RESIGNED);
        }
        return leader.path(Users.ID).asString();
    }

    private ArrayNode leaders(JsonNode ids) {
        ArrayNode open = JSON.createArrayNode();
        ids.forEach(id -> open.add(leader(id.asString(""))));
        return open;
    }

    private ArrayNode departments(JsonNode ids) {
        if (ids.isEmpty()) {
            throw new FeishuRefusal(FeishuError.DEPARTMENT_REQUIRED);
        }
        if (ids.size() > MOST_DEPARTMENTS) {
            throw new FeishuRefusal(FeishuError.TOO_MANY_DEPARTMENTS);
        }
        ArrayNode open = JSON.createArrayNode();
        Set<String> once = new HashSet<>();
        ids.valueStream().map(id -> department(id.asString(""))).filter(once::add).forEach(open::add);
        return open;
    }

    private String department(String id) {
        Optional<String> openId = tenant.departments().openId(request.departmentIdType(), id);
        return openId.filter(tenant::seesDepartment).orElseThrow(() -> new FeishuRefusal(unknownDepartment));
    }

    private ArrayNode orders(JsonNode given) {
        ArrayNode orders = JSON.createArrayNode();
        given.forEach(order -> {
            ObjectNode kept = orders.addObject();
            kept.put("department_id", tenant.departments().openId(request.departmentIdType(), order.path("department_id").asString(""))
                    .orElseThrow(() -> new FeishuRefusal(FeishuError.ORDER_DEPARTMENT)));
            kept.put("user_order", order.path("user_order").asInt(0));
            kept.put("department_order", order.path("department_order").asInt(0));
            if (order.hasNonNull("is_primary_dept")) {
                kept.set("is_primary_dept", order.path("is_primary_dept"));
            }
        });
        return orders;
    }

    private ArrayNode attributes(JsonNode given) {
        List<ObjectNode> accepted = new ArrayList<>();
        given.forEach(one -> accepted.add(tenant.attributes().accepted(one)));
        ArrayNode kept = JSON.createArrayNode();
        accepted.forEach(kept::add);
        return kept;
    }
}
