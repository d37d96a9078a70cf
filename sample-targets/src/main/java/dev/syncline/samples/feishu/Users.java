package dev.syncline.samples.feishu;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The users, those who have left among them. Rows name departments and other users by open id. */
final class Users {

    static final String ID = "open_id";

    private final LaggingTable table;

    Users(InstantSource clock) {
        this.table = new LaggingTable(clock);
    }

    Optional<ObjectNode> get(String openId) {
        return table.get(openId);
    }

    /** A user by any id. Somebody who works here comes before somebody who left and had the same user id. */
    Optional<ObjectNode> find(UserIdType type, String id) {
        return type == UserIdType.OPEN_ID
                ? get(id)
                : table.all().filter(row -> row.path(type.parameter()).asString().equals(id)).min(Comparator.comparing(Users::hasLeft));
    }

    /** What a user is called in an answer. */
    Optional<String> shown(UserIdType type, String openId) {
        return get(openId).map(row -> row.path(type.parameter()).asString());
    }

    Stream<ObjectNode> working() {
        return table.all().filter(row -> !hasLeft(row));
    }

    Stream<ObjectNode> inDepartment(String openDepartmentId) {
        return working().filter(row -> isIn(row, openDepartmentId));
    }

    List<ObjectNode> ago(Duration lag) {
        return table.ago(lag);
    }

    void put(ObjectNode row) {
        table.put(row.path(ID).asString(), row);
    }

    static boolean hasLeft(JsonNode row) {
        return row.path("status").path("is_resigned").asBoolean(false);
    }

    static boolean isIn(JsonNode row, String openDepartmentId) {
        return row.path("department_ids").valueStream().anyMatch(id -> id.asString().equals(openDepartmentId));
    }
}
