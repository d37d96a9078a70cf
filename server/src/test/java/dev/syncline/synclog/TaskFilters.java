package dev.syncline.synclog;

import dev.syncline.rights.Scope;
import java.util.Map;
import java.util.UUID;

/** Filters for tests. */
final class TaskFilters {

    private TaskFilters() {}

    static TaskFilter of(UUID application) {
        return TaskFilterArgument.read(new QueryValues(Map.of("application", new String[] {application.toString()})), Scope.ALL, Scope.ALL);
    }
}
