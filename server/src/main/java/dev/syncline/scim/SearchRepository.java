package dev.syncline.scim;

import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Finds the ids of what a filter means. */
@Repository
class SearchRepository {

    private static final String USERS = """
            from users left join scim_user kept on kept.user_id = users.id
            where users.status <> 'DELETED' and\s""";
    private static final String GROUPS = "from user_group where ";

    private final JdbcTemplate jdbc;

    SearchRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param total how many the filter means in all */
    record Found(List<UUID> ids, long total) {}

    Found users(Condition condition, Search search) {
        return page("users.id ", USERS, condition, search, order(search, Columns.OF_USERS, "users.id"));
    }

    Found groups(Condition condition, Search search) {
        return page("user_group.id ", GROUPS, condition, search, order(search, Columns.OF_GROUPS, "user_group.id"));
    }

    /** All the condition finds, but at most so many. */
    List<UUID> users(Condition condition, Search search, int limit) {
        String sql = usersWhere(condition) + order(search, Columns.OF_USERS, "users.id") + " limit " + limit;
        return jdbc.queryForList(sql, UUID.class, condition.values().toArray());
    }

    static String usersWhere(Condition condition) {
        return "select users.id " + USERS + (condition.sql() == null ? "true" : condition.sql());
    }

    private Found page(String column, String from, Condition condition, Search search, String order) {
        Long total = jdbc.queryForObject("select count(*) " + from + condition.sql(), Long.class, condition.values().toArray());
        if (search.count() == 0 || total == null || total < search.startIndex()) {
            return new Found(List.of(), total == null ? 0 : total);
        }
        List<Object> values = new ArrayList<>(condition.values());
        values.add(search.startIndex() - 1);
        values.add(search.count());
        String sql = "select " + column + from + condition.sql() + order + " offset ? limit ?";
        return new Found(jdbc.queryForList(sql, UUID.class, values.toArray()), total);
    }

    /** Those without a value come last, descending ones first (RFC 7644, section 3.4.2.3); equal ones in the order of their making. */
    private static String order(Search search, Map<String, Column> columns, String id) {
        String direction = search.descending() ? " desc" : "";
        return search.sortBy() == null
                ? " order by " + id + direction
                : " order by " + sorted(search.sortBy(), columns) + direction + ", " + id + direction;
    }

    private static String sorted(SchemaAttribute attribute, Map<String, Column> columns) {
        String name = attribute.getFullResourceName();
        return switch (columns.get(name)) {
            case Column.Text text -> text.sql();
            case Column.Flag flag -> flag.sql();
            case Column.Id id -> id.sql();
            case Column.Time time -> time.sql();
            case Column.Several _ when name.contains(":emails") -> "lower(users.email)";
            case Column.Several _ -> throw unsorted(attribute);
            case null -> throw unsorted(attribute);
        };
    }

    private static RuntimeException unsorted(SchemaAttribute attribute) {
        return Refusals.value("Sorting by " + attribute.getScimNodeName() + " is not possible; sort by userName, displayName, name.familyName,"
                + " emails.value, title, meta.created or meta.lastModified, for example.");
    }
}
