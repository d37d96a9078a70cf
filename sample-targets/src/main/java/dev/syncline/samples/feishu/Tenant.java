package dev.syncline.samples.feishu;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One company's address book as one application sees it. The caller holds the lock. */
record Tenant(
        String appId, FeishuSettings settings, InstantSource clock, Users users, Departments departments, Groups groups,
        CustomAttributes attributes) {

    static Tenant empty(String appId, InstantSource clock) {
        return new Tenant(appId, new FeishuSettings(), clock, new Users(clock), new Departments(clock), new Groups(clock), new CustomAttributes());
    }

    /** @throws FeishuRefusal when nobody has that id; which code depends on the kind of id */
    ObjectNode user(UserIdType type, String id) {
        Optional<ObjectNode> row = users.find(type, id);
        return row.orElseThrow(() -> switch (type) {
            case OPEN_ID -> FeishuRefusal.ids(FeishuError.NO_SUCH_OPEN_ID, Set.of(id));
            case UNION_ID -> FeishuRefusal.ids(FeishuError.NO_SUCH_UNION_ID, Set.of(id));
            case USER_ID -> new FeishuRefusal(FeishuError.USER_ID_INVALID);
        });
    }

    /** @throws FeishuRefusal 42002 when there is no such group, 42009 when the application's range is not all employees */
    ObjectNode group(String id) {
        ObjectNode row = groups.find(id).orElseThrow(() -> new FeishuRefusal(FeishuError.GROUP_ID));
        if (!settings.range().isEmpty()) {
            throw new FeishuRefusal(FeishuError.NO_GROUP_AUTHORITY);
        }
        return row;
    }

    /** Whether a user is in the application's contact range; who has left is out of every range but that of all employees. */
    boolean sees(JsonNode user) {
        Set<String> range = settings.range();
        return range.isEmpty()
                || user.path("department_ids").valueStream().anyMatch(id -> departments.isIn(range, id.asString()));
    }

    /** Whether a department is in the application's contact range; the root is when all employees are. */
    boolean seesDepartment(String openId) {
        return departments.isIn(settings.range(), openId);
    }
}
