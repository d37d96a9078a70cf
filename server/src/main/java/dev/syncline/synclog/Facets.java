package dev.syncline.synclog;

import dev.syncline.synclog.TaskFilter.Facet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * How many tasks each value of each dimension would show. A dimension is counted without its own filter, so that its alternatives
 * stay visible. Counting stops at {@link FacetRepository#MOST}: up to there counts are exact, beyond it they are what was counted among the
 * newest. Then statuses and kinds of failure, which have an index each, are also counted one by one, so that a hundred failures among
 * ten million successes are still a hundred, and applications among the newest tasks of each.
 */
@Service
class Facets {

    /**
     * @param facets by dimension: status, application, action, objectType, source, failureKind, initiator
     * @param total tasks that match all filters, as far as they were counted
     */
    record Counts(Map<String, List<Value>> facets, int total, boolean totalIsEstimate) {}

    /** @param label as shown: an application's name */
    record Value(String value, String label, int count) {}

    private static final Map<Facet, String> NAMES = new EnumMap<>(Map.of(
            Facet.STATUS, "status",
            Facet.APPLICATION, "application",
            Facet.ACTION, "action",
            Facet.OBJECT_TYPE, "objectType",
            Facet.SOURCE, "source",
            Facet.FAILURE_KIND, "failureKind",
            Facet.INITIATOR, "initiator"));

    private final FacetRepository repository;

    Facets(FacetRepository repository) {
        this.repository = repository;
    }

    Counts count(TaskFilter filter) {
        FacetRepository.Window whole = repository.newest(filter, free(filter));
        Map<Facet, List<Value>> values = new EnumMap<>(Facet.class);
        free(filter).forEach(facet -> values.put(facet, exact(facet, filter, whole)));
        for (Facet facet : Facet.values()) {
            if (filter.has(facet)) {
                TaskFilter others = filter.without(facet);
                values.put(facet, exact(facet, others, repository.newest(others, EnumSet.of(facet))));
            }
        }
        Map<String, List<Value>> named = new LinkedHashMap<>();
        values.forEach((facet, counted) -> named.put(NAMES.get(facet), counted));
        return new Counts(named, whole.total(), whole.capped());
    }

    private List<Value> exact(Facet facet, TaskFilter filter, FacetRepository.Window window) {
        List<Value> among = window.values().getOrDefault(facet, List.of());
        boolean searching = filter.q() != null;
        return window.capped() && !searching ? repository.oneByOne(facet, filter, among) : among;
    }

    /** The dimensions that are not filtered: one pass counts them all. */
    private static Set<Facet> free(TaskFilter filter) {
        Set<Facet> free = EnumSet.noneOf(Facet.class);
        for (Facet facet : Facet.values()) {
            if (!filter.has(facet)) {
                free.add(facet);
            }
        }
        return free;
    }
}
