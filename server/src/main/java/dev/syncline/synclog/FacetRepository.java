package dev.syncline.synclog;

import dev.syncline.synclog.TaskFilter.Facet;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/** Counts tasks by the values of their dimensions. */
@Repository
class FacetRepository {

    /** Where counting stops. */
    static final int MOST = 10_001;

    /** Initiators can be as many as users. */
    private static final int MOST_VALUES = 100;

    /**
     * The newest matching tasks, counted.
     *
     * @param capped whether there are more than were counted
     */
    record Window(int total, boolean capped, Map<Facet, List<Facets.Value>> values) {}

    private static final String NEWEST = """
            with hit as materialized (%s)
            select '' as facet, '' as value, '' as label, count(*) as count from hit
            """;

    private static final String ONE_FACET = """
            union all
            (select '%s', %s, max(%s), count(*) from hit where %2$s is not null group by %2$s order by count(*) desc limit %d)
            """;

    private static final String COLUMNS = """
            t.id, t.status, t.application_id::text as application_id, t.application_name, t.action, t.object_type, t.source,
            t.failure_kind, t.initiator_name""";

    private static final String APPLICATIONS = """
            select a.id::text as value, a.name as label, counted.count
            from application a
            cross join lateral (select count(*) as count from (%s) hit) counted
            where counted.count > 0
            """;

    private final Reading reading;

    FacetRepository(Reading reading) {
        this.reading = reading;
    }

    Window newest(TaskFilter filter, Set<Facet> facets) {
        Matching matching = new Matching(filter).with("limit", MOST);
        String sql = NEWEST.formatted(matching.select(COLUMNS, "order by id desc limit :limit")) + facets.stream()
                .map(facet -> ONE_FACET.formatted(facet, value(facet), label(facet), MOST_VALUES))
                .collect(Collectors.joining());
        Map<Facet, List<Facets.Value>> values = new EnumMap<>(Facet.class);
        int[] total = new int[1];
        RowCallbackHandler each = row -> {
            int count = row.getInt("count");
            if (row.getString("facet").isEmpty()) {
                total[0] = count;
            } else {
                values.computeIfAbsent(Facet.valueOf(row.getString("facet")), facet -> new ArrayList<>())
                        .add(new Facets.Value(row.getString("value"), row.getString("label"), count));
            }
        };
        reading.read(jdbc -> {
            jdbc.sql(sql).params(matching.parameters()).query(each);
            return null;
        });
        return new Window(total[0], total[0] >= MOST, values);
    }

    /** Counts value by value where an index makes that quick; otherwise answers what was counted already. */
    List<Facets.Value> oneByOne(Facet facet, TaskFilter filter, List<Facets.Value> counted) {
        return switch (facet) {
            case STATUS -> constants(filter, "t.status", Stream.of(Status.values()).map(Status::name).toList());
            case FAILURE_KIND -> constants(filter, "t.failure_kind", Stream.of(FailureKind.values()).map(FailureKind::name).toList());
            case APPLICATION -> applications(filter);
            case ACTION, OBJECT_TYPE, SOURCE, INITIATOR -> counted;
        };
    }

    private List<Facets.Value> constants(TaskFilter filter, String column, List<String> constants) {
        Matching matching = new Matching(filter).with("limit", MOST);
        String sql = constants.stream()
                .map(constant -> "select '%1$s' as value, '%1$s' as label, count(*) as count from (%2$s) hit".formatted(
                        constant, matching.selectAlso(column + " = '" + constant + "'", "t.id", "limit :limit")))
                .collect(Collectors.joining("\nunion all\n"));
        return counted(sql, matching);
    }

    private List<Facets.Value> applications(TaskFilter filter) {
        Matching matching = new Matching(filter).with("limit", MOST);
        return counted(APPLICATIONS.formatted(matching.selectAlso("t.application_id = a.id", "t.id", "limit :limit")), matching);
    }

    private List<Facets.Value> counted(String sql, Matching matching) {
        List<Facets.Value> values = reading.read(jdbc -> jdbc.sql(sql)
                .params(matching.parameters())
                .query((row, number) -> new Facets.Value(row.getString("value"), row.getString("label"), row.getInt("count")))
                .list());
        return values.stream()
                .filter(value -> value.count() > 0)
                .sorted(Comparator.comparingInt(Facets.Value::count).reversed())
                .toList();
    }

    private static String value(Facet facet) {
        return switch (facet) {
            case STATUS -> "status";
            case APPLICATION -> "application_id";
            case ACTION -> "action";
            case OBJECT_TYPE -> "object_type";
            case SOURCE -> "source";
            case FAILURE_KIND -> "failure_kind";
            case INITIATOR -> "initiator_name";
        };
    }

    private static String label(Facet facet) {
        return facet == Facet.APPLICATION ? "application_name" : value(facet);
    }
}
