package dev.syncline.governance;

import dev.syncline.governance.Definition.SeparationOfDuties;
import dev.syncline.governance.Definition.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Users who hold something of both sets, in accounts that are REQUESTED or ACTIVE. One finding for each user. */
@Repository
class SeparationDetector implements Detector {

    private static final String QUERY = """
            select a.user_id, u.display_name,
                   array_agg(a.id order by a.id, b.permission_id) as accounts,
                   array_agg(b.permission_id order by a.id, b.permission_id) as permissions,
                   array_agg(app.name || ': ' || p.name order by a.id, b.permission_id) as names
            from binding b
            join account a on a.id = b.account_id
            join users u on u.id = a.user_id
            join permission p on p.id = b.permission_id
            join application app on app.id = a.application_id
            where b.permission_id = any (:both)
              and b.status in ('REQUESTED', 'HELD')
              and a.status in ('REQUESTED', 'ACTIVE')
              and (:all or a.user_id = any (:users))
              and a.user_id > :after
            group by a.user_id, u.display_name
            having bool_or(b.permission_id = any (:one)) and bool_or(b.permission_id = any (:other))
            order by a.user_id
            limit :limit""";

    private final JdbcClient jdbc;

    SeparationDetector(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean looksFor(Definition definition) {
        return definition instanceof SeparationOfDuties;
    }

    @Override
    public Page after(Run run, String place, int size) {
        List<Found> found = query(run, AccountRows.after(place), null, size);
        return new Page(found, found.size() < size ? null : found.getLast().key());
    }

    @Override
    public List<Found> still(Run run, Collection<Finding> findings) {
        return query(run, AccountRows.FIRST, findings.stream().map(Finding::userId).filter(Objects::nonNull).toArray(UUID[]::new),
                Integer.MAX_VALUE);
    }

    private List<Found> query(Run run, UUID after, UUID[] only, int limit) {
        SeparationOfDuties definition = (SeparationOfDuties) run.definition();
        Set<UUID> both = new HashSet<>(definition.permissionsA());
        both.addAll(definition.permissionsB());
        return jdbc.sql(QUERY)
                .param("both", both.toArray(UUID[]::new))
                .param("one", definition.permissionsA().toArray(UUID[]::new))
                .param("other", definition.permissionsB().toArray(UUID[]::new))
                .param("all", only == null)
                .param("users", only == null ? new UUID[0] : only)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> found(row, Set.copyOf(definition.permissionsA())))
                .list();
    }

    private static Found found(ResultSet row, Set<UUID> setA) throws SQLException {
        UUID[] accounts = (UUID[]) row.getArray("accounts").getArray();
        UUID[] permissions = (UUID[]) row.getArray("permissions").getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        List<Hold> holds = new ArrayList<>();
        Set<String> heldA = new TreeSet<>();
        Set<String> heldB = new TreeSet<>();
        for (int i = 0; i < accounts.length; i++) {
            boolean isA = setA.contains(permissions[i]);
            holds.add(new Hold(accounts[i], permissions[i], isA ? Side.A : Side.B));
            (isA ? heldA : heldB).add(names[i]);
        }
        UUID userId = row.getObject("user_id", UUID.class);
        return new Found(Found.Kind.SEPARATION_OF_DUTIES, userId.toString(), null, null, null, row.getString("display_name"), userId,
                row.getString("display_name"), holds, Map.of("heldA", List.copyOf(heldA), "heldB", List.copyOf(heldB)));
    }
}
