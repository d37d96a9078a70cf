package dev.syncline.bulkrepair;

import dev.syncline.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is asked for.
 *
 * @param taskIds the tasks, one by one; null for a filter
 * @param filter what the log takes in its query string, each name with a list of values; null for single tasks
 */
record PlanRequest(RepairAction action, List<UUID> taskIds, Map<String, Object> filter) {

    static final int MOST_CHOSEN = 10_000;

    /** @throws ProblemException INVALID_INPUT when it does not say what to do, or to what */
    void check() {
        if (action == null) {
            throw ProblemException.invalid("action", "Say what to do with the tasks: RETRY, CONFIRM or CANCEL.");
        }
        if ((taskIds == null) == (filter == null)) {
            throw ProblemException.invalid("taskIds", "Send either \"taskIds\", or \"filter\" with the parameters of the log.");
        }
        if (taskIds != null && (taskIds.isEmpty() || taskIds.size() > MOST_CHOSEN || taskIds.contains(null))) {
            throw ProblemException.invalid("taskIds", "Send from 1 to 10,000 ids of tasks; for more, a filter.");
        }
    }

    /** The filter as a query string would have it; null for single tasks. */
    @Nullable Map<String, List<String>> parameters() {
        if (filter == null) {
            return null;
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        filter.forEach((name, value) -> {
            List<String> values = values(name, value);
            if (!values.isEmpty()) {
                parameters.put(name, values);
            }
        });
        return parameters;
    }

    private static List<String> values(String name, Object value) {
        Stream<?> all = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
        return all.filter(Objects::nonNull).map(one -> {
            if (one instanceof Map || one instanceof List) {
                throw ProblemException.invalid("filter." + name, "\"" + name + "\" takes a list of texts.");
            }
            return one.toString();
        }).toList();
    }
}
