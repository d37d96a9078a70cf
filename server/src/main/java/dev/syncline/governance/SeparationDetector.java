package dev.syncline.governance;

import dev.syncline.governance.Definition.SeparationOfDuties;
import dev.syncline.governance.Definition.Side;
import dev.syncline.governance.Windows.Held;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Users who hold something of both sets, in accounts that are REQUESTED or ACTIVE. One finding for each user: a page looks at holders of the
 * first set, and a user is found where the first of these holdings is.
 */
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
              and a.user_id = any (:users)
            group by a.user_id, u.display_name
            having bool_or(b.permission_id = any (:one)) and bool_or(b.permission_id = any (:other))
            order by a.user_id""";

    private static final String USERS = "select distinct user_id from account where id = any (:accounts) and user_id is not null";

    private final JdbcClient jdbc;
    private final Windows windows;

    SeparationDetector(JdbcClient jdbc, Windows windows) {
        this.jdbc = jdbc;
        this.windows = windows;
    }

    @Override
    public boolean looksFor(Definition definition) {
        return definition instanceof SeparationOfDuties;
    }

    @Override
    public Page after(Run run, String place, int size) {
        List<Held> window = windows.holders(((SeparationOfDuties) run.definition()).permissionsA(), place, size);
        Set<Held> looked = Set.copyOf(window);
        List<Found> found = of(run, usersOf(window)).stream().filter(one -> looked.contains(first(one))).toList();
        return new Page(found, window.size() < size ? null : window.getLast().place());
    }

    @Override
    public List<Found> still(Run run, Collection<Finding> findings) {
        return of(run, findings.stream().map(Finding::userId).filter(Objects::nonNull).toArray(UUID[]::new));
    }

    private UUID[] usersOf(List<Held> window) {
        return jdbc.sql(USERS)
                .param("accounts", window.stream().map(Held::accountId).distinct().toArray(UUID[]::new))
                .query(UUID.class)
                .list().toArray(UUID[]::new);
    }

    private static Held first(Found found) {
        return found.holds().stream().filter(hold -> hold.side() == Side.A).map(hold -> new Held(hold.permissionId(), hold.accountId()))
                .min(Comparator.comparing(Held::place)).orElseThrow();
    }

    private List<Found> of(Run run, UUID[] users) {
        SeparationOfDuties definition = (SeparationOfDuties) run.definition();
        Set<UUID> both = new HashSet<>(definition.permissionsA());
        both.addAll(definition.permissionsB());
        return jdbc.sql(QUERY)
                .param("both", both.toArray(UUID[]::new))
                .param("one", definition.permissionsA().toArray(UUID[]::new))
                .param("other", definition.permissionsB().toArray(UUID[]::new))
                .param("users", users)
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
