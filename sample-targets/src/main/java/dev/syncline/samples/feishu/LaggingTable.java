package dev.syncline.samples.feishu;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Rows by id, with the last few states of each: what is asked for by its id is as it is now, a list may still be as it was. */
final class LaggingTable {

    private static final int STATES_KEPT = 20;

    private record State(Instant since, Optional<ObjectNode> row) {}

    private final InstantSource clock;
    private final Map<String, Deque<State>> rows = new LinkedHashMap<>();

    LaggingTable(InstantSource clock) {
        this.clock = clock;
    }

    Optional<ObjectNode> get(String id) {
        return Optional.ofNullable(rows.get(id)).flatMap(states -> states.getLast().row()).map(ObjectNode::deepCopy);
    }

    void put(String id, ObjectNode row) {
        add(id, Optional.of(row.deepCopy()));
    }

    void remove(String id) {
        add(id, Optional.empty());
    }

    private void add(String id, Optional<ObjectNode> row) {
        Deque<State> states = rows.computeIfAbsent(id, _ -> new ArrayDeque<>());
        states.addLast(new State(clock.instant(), row));
        if (states.size() > STATES_KEPT) {
            states.removeFirst();
        }
    }

    /** Rows as they are now, oldest first. */
    Stream<ObjectNode> all() {
        return rows.values().stream().flatMap(states -> states.getLast().row().stream()).map(ObjectNode::deepCopy);
    }

    /** Rows as they were so long ago, oldest first. */
    List<ObjectNode> ago(Duration lag) {
        Instant then = clock.instant().minus(lag);
        return rows.values().stream().flatMap(states -> at(states, then).stream()).map(ObjectNode::deepCopy).toList();
    }

    private static Optional<ObjectNode> at(Deque<State> states, Instant then) {
        return states.reversed().stream().filter(state -> !state.since().isAfter(then)).findFirst().flatMap(State::row);
    }
}
