package dev.syncline.governance;

import static dev.syncline.governance.CheckRepository.instant;
import static dev.syncline.governance.CheckRepository.timestamp;

import dev.syncline.governance.Definition.Dormant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts nobody has signed in to for a time. Disabled ones count only where they would be deleted. */
@Repository
class DormantDetector implements Detector {

    private static final String QUERY = """
            select a.id, a.name, a.user_id, u.display_name, a.last_sign_in_at, a.created_at
            from account a
            left join users u on u.id = a.user_id
            where a.application_id = :application
              and a.status = any (:statuses)
              and (a.last_sign_in_at < :before or (:unknown and a.last_sign_in_at is null and a.created_at < :before))
              and a.id = any (:ids)
            order by a.id""";

    private final JdbcClient jdbc;
    private final Windows windows;
    private final Clock clock;

    DormantDetector(JdbcClient jdbc, Windows windows, Clock clock) {
        this.jdbc = jdbc;
        this.windows = windows;
        this.clock = clock;
    }

    @Override
    public boolean looksFor(Definition definition) {
        return definition instanceof Dormant;
    }

    @Override
    public Page after(Run run, String place, int size) {
        List<UUID> window = windows.accounts(run.applicationId(), AccountRows.after(place), size);
        return new Page(among(run, window.toArray(UUID[]::new)), window.size() < size ? null : window.getLast().toString());
    }

    @Override
    public List<Found> still(Run run, Collection<Finding> findings) {
        return among(run, AccountRows.of(findings));
    }

    private List<Found> among(Run run, UUID[] accounts) {
        Dormant definition = (Dormant) run.definition();
        return jdbc.sql(QUERY)
                .param("application", run.applicationId())
                .param("statuses", run.remedy() == Remedy.DELETE ? new String[] {"ACTIVE", "DISABLED"} : new String[] {"ACTIVE"})
                .param("before", timestamp(clock.instant().minus(Duration.ofDays(definition.days()))))
                .param("unknown", Boolean.TRUE.equals(definition.unknownCounts()))
                .param("ids", accounts)
                .query((row, _) -> found(row, run))
                .list();
    }

    private static Found found(ResultSet row, Run run) throws SQLException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("lastSignInAt", Found.text(instant(row.getTimestamp("last_sign_in_at"))));
        facts.put("createdAt", Found.text(instant(row.getTimestamp("created_at"))));
        return AccountRows.found(Found.Kind.DORMANT, row, run.applicationId(), facts);
    }
}
