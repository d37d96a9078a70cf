package dev.syncline.samples.feishu;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The user groups, each with the open ids of its members. */
final class Groups {

    static final String ID = "id";
    static final String MEMBERS = "members";

    private final LaggingTable table;

    Groups(InstantSource clock) {
        this.table = new LaggingTable(clock);
    }

    Optional<ObjectNode> find(String id) {
        return table.get(id);
    }

    Stream<ObjectNode> all() {
        return table.all();
    }

    List<ObjectNode> ago(Duration lag) {
        return table.ago(lag);
    }

    /** A group as lists showed it so long ago. */
    Optional<ObjectNode> find(String id, Duration lag) {
        return ago(lag).stream().filter(row -> row.path(ID).asString().equals(id)).findFirst();
    }

    void put(ObjectNode row) {
        table.put(row.path(ID).asString(), row);
    }

    void remove(String id) {
        table.remove(id);
    }

    static boolean has(JsonNode row, String openId) {
        return row.path(MEMBERS).valueStream().anyMatch(member -> member.asString().equals(openId));
    }

    void add(ObjectNode row, String openId) {
        ((ArrayNode) row.path(MEMBERS)).add(openId);
        put(row);
    }

    /** Takes a user out of a group; nothing when the user is not in it. */
    void take(ObjectNode row, String openId) {
        if (has(row, openId)) {
            ((ArrayNode) row.path(MEMBERS)).removeIf(member -> member.asString().equals(openId));
            put(row);
        }
    }

    /** Takes a user who leaves out of all groups. */
    void takeOutOfAll(String openId) {
        all().forEach(row -> take(row, openId));
    }
}
