package dev.syncline.samples.feishu;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The tree of departments. Rows name their parent, leaders and so on by open id; the root has no row and is called {@code 0}. */
final class Departments {

    static final String ROOT = "0";
    static final String ID = "open_department_id";
    static final String PARENT = "parent_department_id";

    private final LaggingTable table;

    Departments(InstantSource clock) {
        this.table = new LaggingTable(clock);
    }

    Optional<ObjectNode> get(String openId) {
        return table.get(openId);
    }

    Optional<ObjectNode> find(DepartmentIdType type, String id) {
        return switch (type) {
            case OPEN_DEPARTMENT_ID -> get(id);
            case DEPARTMENT_ID -> table.all().filter(row -> row.path("department_id").asString().equals(id)).findFirst();
        };
    }

    /** The open id of a department, the root's too. */
    Optional<String> openId(DepartmentIdType type, String id) {
        return id.equals(ROOT) ? Optional.of(ROOT) : find(type, id).map(row -> row.path(ID).asString());
    }

    /** What a department is called in an answer; a department that is gone keeps its open id. */
    String shown(DepartmentIdType type, String openId) {
        return type == DepartmentIdType.OPEN_DEPARTMENT_ID || openId.equals(ROOT)
                ? openId
                : get(openId).map(row -> row.path("department_id").asString()).orElse(openId);
    }

    Stream<ObjectNode> all() {
        return table.all();
    }

    List<ObjectNode> ago(Duration lag) {
        return table.ago(lag);
    }

    void put(ObjectNode row) {
        table.put(row.path(ID).asString(), row);
    }

    void remove(String openId) {
        table.remove(openId);
    }

    Stream<ObjectNode> childrenOf(String openId) {
        return all().filter(row -> row.path(PARENT).asString().equals(openId));
    }

    /** The department itself, its parent, and so on up to below the root. */
    List<String> upwards(String openId) {
        List<String> ids = new ArrayList<>();
        for (Optional<ObjectNode> row = get(openId); row.isPresent(); row = get(row.get().path(PARENT).asString())) {
            ids.add(row.get().path(ID).asString());
        }
        return ids;
    }

    /** @param range open ids; empty for everything, which alone holds the root */
    boolean isIn(Set<String> range, String openId) {
        return range.isEmpty() || upwards(openId).stream().anyMatch(range::contains);
    }
}
