package dev.syncline.governance;

import static dev.syncline.governance.CheckRepository.instant;

import dev.syncline.governance.Definition.Orphan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Accounts of nobody. First those here without a user or whose user is gone, then those of the target that are not known here, by
 * their id there or by their name.
 */
@Repository
class OrphanDetector implements Detector {

    private static final String REMOTE = "remote:";

    private static final String HERE = """
            select a.id, a.name, a.remote_id, a.user_id, u.display_name, a.created_at
            from account a
            left join users u on u.id = a.user_id
            where a.application_id = :application
              and a.status = any (:statuses)
              and (a.user_id is null or u.status = 'DELETED')
              and a.id = any (:ids)
            order by a.id""";

    private static final String THERE = """
            select remote_id, name, active, attributes, last_sign_in_at
            from governance_listed
            where run_id = :run and not known and remote_id > :after
            order by remote_id
            limit :size""";

    /** The list of a run that has ended is gone; what it found is not. */
    private static final String STILL_THERE = """
            select f.remote_id, f.object_name as name, (f.details -> 'facts' ->> 'active')::boolean as active,
                   f.details -> 'facts' ->> 'attributes' as attributes, (f.details -> 'facts' ->> 'lastSignInAt')::timestamptz as last_sign_in_at
            from governance_finding f
            where f.id = any (:findings)
              and not exists (select 1 from account a where a.application_id = :application and a.remote_id = f.remote_id)
              and not exists (select 1 from account a where a.application_id = :application and lower(a.name) = lower(f.object_name))""";

    private final JdbcClient jdbc;
    private final Windows windows;

    OrphanDetector(JdbcClient jdbc, Windows windows) {
        this.jdbc = jdbc;
        this.windows = windows;
    }

    @Override
    public boolean looksFor(Definition definition) {
        return definition instanceof Orphan;
    }

    @Override
    public Page after(Run run, String place, int size) {
        if (!place.startsWith(REMOTE)) {
            List<UUID> window = windows.accounts(run.applicationId(), AccountRows.after(place), size);
            return new Page(here(run, window.toArray(UUID[]::new)),
                    window.size() == size ? window.getLast().toString() : run.definition().readsTarget() ? REMOTE : null);
        }
        List<Found> there = there(run, place.substring(REMOTE.length()), size);
        return new Page(there, there.size() < size ? null : there.getLast().key());
    }

    /** One that was not known here has an account here by the time it is deleted: then it is looked for by that. */
    @Override
    public List<Found> still(Run run, Collection<Finding> findings) {
        List<Found> still = new ArrayList<>(here(run, AccountRows.of(findings)));
        UUID[] strange = findings.stream().filter(finding -> finding.accountId() == null).map(Finding::id).toArray(UUID[]::new);
        if (strange.length > 0) {
            still.addAll(jdbc.sql(STILL_THERE)
                    .param("findings", strange)
                    .param("application", run.applicationId())
                    .query((row, _) -> notKnown(row, run))
                    .list());
        }
        return still;
    }

    private List<Found> here(Run run, UUID[] accounts) {
        return jdbc.sql(HERE)
                .param("application", run.applicationId())
                .param("statuses", run.remedy() == Remedy.DISABLE
                        ? new String[] {"REQUESTED", "ACTIVE"}
                        : new String[] {"REQUESTED", "ACTIVE", "DISABLED"})
                .param("ids", accounts)
                .query((row, _) -> withoutUser(row, run))
                .list();
    }

    private List<Found> there(Run run, String after, int size) {
        return jdbc.sql(THERE)
                .param("run", run.id())
                .param("after", after)
                .param("size", size)
                .query((row, _) -> notKnown(row, run))
                .list();
    }

    private static Found withoutUser(ResultSet row, Run run) throws SQLException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("createdAt", Found.text(instant(row.getTimestamp("created_at"))));
        facts.put("userGone", row.getObject("user_id") != null);
        Found found = AccountRows.found(Found.Kind.WITHOUT_USER, row, run.applicationId(), facts);
        String remoteId = row.getString("remote_id");
        // What was found in the target first stays the same finding once it has an account here.
        return found.userId() != null || remoteId == null ? found : found.withKey(REMOTE + remoteId);
    }

    private static Found notKnown(ResultSet row, Run run) throws SQLException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("active", row.getObject("active", Boolean.class));
        facts.put("attributes", row.getString("attributes"));
        facts.put("lastSignInAt", Found.text(instant(row.getTimestamp("last_sign_in_at"))));
        String remoteId = row.getString("remote_id");
        return new Found(Found.Kind.NOT_KNOWN_HERE, REMOTE + remoteId, run.applicationId(), null, remoteId, row.getString("name"), null, null,
                List.of(), facts);
    }
}
