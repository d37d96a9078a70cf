package dev.syncline.samples.feishu;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code contact/v3/users/batch_get_id}: users by mobile number or mail address. What is not found is answered without an id. */
final class UserIdApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 50;

    private final Tenant tenant;
    private final UserView view;

    UserIdApi(Tenant tenant) {
        this.tenant = tenant;
        this.view = new UserView(tenant);
    }

    ObjectNode find(FeishuRequest request) {
        ObjectNode body = request.body();
        List<ObjectNode> known = tenant.users().ago(tenant.settings().lag()).stream()
                .filter(row -> body.path("include_resigned").asBoolean(false) || !Users.hasLeft(row))
                .filter(tenant::sees).sorted(Comparator.comparing(Users::hasLeft)).toList();
        ObjectNode data = JSON.createObjectNode();
        ArrayNode list = data.putArray("user_list");
        look(request, body, "emails", "email", known, list);
        look(request, body, "mobiles", "mobile", known, list);
        return data;
    }

    private void look(FeishuRequest request, JsonNode body, String asked, String field, List<ObjectNode> known, ArrayNode list) {
        if (body.path(asked).size() > MOST) {
            throw FeishuRefusal.field(asked, null, "the max len is " + MOST);
        }
        body.path(asked).forEach(value -> {
            ObjectNode answer = list.addObject();
            known.stream().filter(row -> matches(row, field, value.asString(""))).findFirst().ifPresent(row -> {
                idOf(request.userIdType(), row).ifPresent(id -> answer.put("user_id", id));
                if (view.showsStatus()) {
                    answer.set("status", row.path("status"));
                }
            });
            answer.set(field, value);
        });
    }

    private Optional<String> idOf(UserIdType type, ObjectNode row) {
        boolean hidden = type == UserIdType.USER_ID && !tenant.settings().has(Set.of("contact:user.employee_id:readonly"));
        return hidden ? Optional.empty() : Optional.of(row.path(type.parameter()).asString());
    }

    private static boolean matches(ObjectNode row, String field, String value) {
        String kept = row.path(field).asString("");
        return !kept.isEmpty() && (field.equals("mobile") ? Mobile.parsed(value).filter(kept::equals).isPresent() : kept.equalsIgnoreCase(value));
    }
}
