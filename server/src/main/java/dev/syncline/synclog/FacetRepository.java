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
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/** Counts tasks by the values of their dimensions. */
@Repository
class FacetRepository {

    /** Where counting stops. */
    static final int MOST = 2_001;

    /** Where counting one rare value stops: whatever there is more of is among the newest anyway. */
    private static final int MOST_OF_A_VALUE = 1_001;

    /** So many tasks are looked at for all applications together, the newest of each. */
    private static final String NEWEST_OF_EACH = "(select least(1000, greatest(100, 8000 / greatest(1, count(*)))) from application)";

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
        String sql = NEWEST.formatted(matching.selectRows(COLUMNS, "order by id desc limit :limit")) + facets.stream()
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

    /**
     * Counts value by value where an index makes that quick, so that what is rare among very many is not missed; otherwise answers what was
     * counted already. Of two counts of one value the larger one is nearer to the truth.
     */
    List<Facets.Value> oneByOne(Facet facet, TaskFilter filter, List<Facets.Value> counted) {
        return switch (facet) {
            case STATUS -> larger(counted, constants(filter, "t.status", Stream.of(Status.values()).map(Status::name).toList()));
            case FAILURE_KIND -> larger(counted, constants(filter, "t.failure_kind", Stream.of(FailureKind.values()).map(FailureKind::name).toList()));
            case APPLICATION -> larger(counted, applications(filter));
            case ACTION, OBJECT_TYPE, SOURCE, INITIATOR -> counted;
        };
    }

    private static List<Facets.Value> larger(List<Facets.Value> some, List<Facets.Value> others) {
        return Stream.concat(some.stream(), others.stream())
                .collect(Collectors.toMap(Facets.Value::value, Function.identity(), BinaryOperator.maxBy(Comparator.comparingInt(Facets.Value::count))))
                .values().stream()
                .filter(value -> value.count() > 0)
                .sorted(Comparator.comparingInt(Facets.Value::count).reversed().thenComparing(Facets.Value::label))
                .toList();
    }

    private List<Facets.Value> constants(TaskFilter filter, String column, List<String> constants) {
        Matching matching = new Matching(filter).with("limit", MOST_OF_A_VALUE);
        String sql = constants.stream()
                .map(constant -> "select '%1$s' as value, '%1$s' as label, count(*) as count from (%2$s) hit".formatted(
                        constant, matching.selectAlso(column + " = '" + constant + "'", "t.id", limit(filter, constant))))
                .collect(Collectors.joining("\nunion all\n"));
        return counted(sql, matching);
    }

    /** With a limit the database would look through all failures for those of one policy, instead of taking what two indexes have in common. */
    private static String limit(TaskFilter filter, String constant) {
        boolean ofOne = !(filter.cause().isEmpty() && filter.batch().isEmpty() && filter.user().isEmpty() && filter.account().isEmpty());
        return ofOne && !constant.equals(Status.SUCCEEDED.name()) ? "" : "limit :limit";
    }

    private List<Facets.Value> applications(TaskFilter filter) {
        Matching matching = new Matching(filter);
        return counted(APPLICATIONS.formatted(matching.selectAmongNewest("t.application_id = a.id", NEWEST_OF_EACH, "t.id")), matching);
    }

    private List<Facets.Value> counted(String sql, Matching matching) {
        return reading.read(jdbc -> jdbc.sql(sql)
                .params(matching.parameters())
                .query((row, number) -> new Facets.Value(row.getString("value"), row.getString("label"), row.getInt("count")))
                .list());
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
