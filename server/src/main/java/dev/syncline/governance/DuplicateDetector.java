package dev.syncline.governance;

import static dev.syncline.governance.CheckRepository.instant;

import dev.syncline.governance.Definition.Duplicate;
import dev.syncline.governance.Definition.Keep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts a user has too many. Only those REQUESTED or ACTIVE are counted; of those made at the same time all are kept. */
@Repository
class DuplicateDetector implements Detector {

    private static final String QUERY = """
            with counted as (
                select a.id, a.name, a.user_id, a.created_at,
                       case when :newest then max(a.created_at) over theirs else min(a.created_at) over theirs end as kept_at
                from account a
                where a.application_id = :application
                  and a.status in ('REQUESTED', 'ACTIVE')
                  and a.user_id = any (:users)
                window theirs as (partition by a.user_id)),
            kept as (
                select user_id, array_agg(name order by name) as names
                from counted
                where created_at = kept_at
                group by user_id)
            select c.id, c.name, c.user_id, u.display_name, c.created_at, k.names as kept
            from counted c
            join kept k on k.user_id = c.user_id
            join users u on u.id = c.user_id
            where c.created_at <> c.kept_at
            order by c.user_id, c.id""";

    private final JdbcClient jdbc;
    private final Windows windows;

    DuplicateDetector(JdbcClient jdbc, Windows windows) {
        this.jdbc = jdbc;
        this.windows = windows;
    }

    @Override
    public boolean looksFor(Definition definition) {
        return definition instanceof Duplicate;
    }

    /** The place is a user. */
    @Override
    public Page after(Run run, String place, int size) {
        List<UUID> users = windows.users(AccountRows.after(place), size);
        return new Page(of(run, users.stream().distinct().toList()), users.size() < size ? null : users.getLast().toString());
    }

    @Override
    public List<Found> still(Run run, Collection<Finding> findings) {
        Set<UUID> asked = Set.of(AccountRows.of(findings));
        return of(run, findings.stream().map(Finding::userId).filter(Objects::nonNull).distinct().toList()).stream()
                .filter(found -> asked.contains(found.accountId()))
                .toList();
    }

    private List<Found> of(Run run, List<UUID> users) {
        return users.isEmpty() ? List.of() : jdbc.sql(QUERY)
                .param("newest", ((Duplicate) run.definition()).keep() == Keep.NEWEST)
                .param("application", run.applicationId())
                .param("users", users.toArray(UUID[]::new))
                .query((row, _) -> found(row, run))
                .list();
    }

    private static Found found(ResultSet row, Run run) throws SQLException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("createdAt", Found.text(instant(row.getTimestamp("created_at"))));
        facts.put("kept", List.of((String[]) row.getArray("kept").getArray()));
        return AccountRows.found(Found.Kind.DUPLICATE, row, run.applicationId(), facts);
    }
}
