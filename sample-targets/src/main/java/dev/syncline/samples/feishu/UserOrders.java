package dev.syncline.samples.feishu;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A user's place in each of the departments, one of which is the primary one. */
final class UserOrders {

    private static final JsonMapper JSON = new JsonMapper();

    private UserOrders() {}

    /**
     * One entry for each department: those given, and the default for the others.
     *
     * @throws FeishuRefusal 41025 for an entry of a department the user is not in, 41410 when the primary one does not come first
     */
    static ArrayNode complete(JsonNode departments, JsonNode given) {
        Map<String, JsonNode> byDepartment = new HashMap<>();
        given.forEach(order -> byDepartment.put(order.path("department_id").asString(), order));
        if (!departments.valueStream().map(JsonNode::asString).toList().containsAll(byDepartment.keySet())) {
            throw new FeishuRefusal(FeishuError.ORDER_DEPARTMENT);
        }
        boolean primaryGiven = given.valueStream().anyMatch(order -> order.path("is_primary_dept").asBoolean(false));
        ArrayNode orders = JSON.createArrayNode();
        departments.forEach(department -> {
            ObjectNode order = orders.addObject().put("department_id", department.asString());
            JsonNode wanted = byDepartment.getOrDefault(department.asString(), JSON.createObjectNode());
            order.put("user_order", wanted.path("user_order").asInt(0)).put("department_order", wanted.path("department_order").asInt(0));
            order.put("is_primary_dept", wanted.path("is_primary_dept").asBoolean(!primaryGiven && orders.size() == 1));
        });
        checkPrimary(orders);
        return orders;
    }

    private static void checkPrimary(ArrayNode orders) {
        int highest = orders.valueStream().mapToInt(order -> order.path("department_order").asInt()).max().orElse(0);
        boolean first = orders.valueStream().filter(order -> order.path("is_primary_dept").asBoolean())
                .allMatch(order -> order.path("department_order").asInt() == highest);
        if (!first) {
            throw new FeishuRefusal(FeishuError.PRIMARY_NOT_FIRST);
        }
    }
}
