package dev.syncline.governance;

import static dev.syncline.governance.CheckRepository.instant;
import static dev.syncline.governance.CheckRepository.timestamp;

import dev.syncline.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class FindingRepository {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ids ids;

    FindingRepository(JdbcClient jdbc, JsonMapper json, Ids ids) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
    }

    /** What keeping what was found came to: findings that were not there before, and accounts something is to be done about. */
    record Kept(int fresh, int touching) {}

    /**
     * Keeps what a run found. What was found before by the same check is the same finding; one that was let pass for a while stays so
     * until then.
     *
     * @param acts whether the run does something about what it finds
     */
    Kept keep(Run run, List<Found> found, boolean acts, Instant now) {
        if (found.isEmpty()) {
            return new Kept(0, 0);
        }
        return jdbc.sql("""
                with seen as (
                    insert into governance_finding (id, check_id, family, check_name, kind, key, application_id, account_id, remote_id,
                        object_name, user_id, user_name, accounts, details, status, first_run_id, last_run_id, found_at, seen_at, ended_at)
                    select id, :check, :family, :checkName, kind, key, application_id, account_id, remote_id,
                        object_name, user_id, user_name, accounts, cast(details as jsonb), case when :dry then 'DRY' else 'OPEN' end,
                        :run, :run, :now, :now, case when :dry then cast(:now as timestamptz) end
                    from unnest(:ids, :kinds, :keys, :applications, :accountIds, :remoteIds, :names, :users, :userNames, :accounts, :details)
                        as f (id, kind, key, application_id, account_id, remote_id, object_name, user_id, user_name, accounts, details)
                    on conflict (check_id, key) where status in ('OPEN', 'HELD', 'ACTED', 'PASSED') do update
                    set last_run_id = excluded.last_run_id, seen_at = excluded.seen_at, object_name = excluded.object_name,
                        user_id = excluded.user_id, user_name = excluded.user_name, accounts = excluded.accounts, details = excluded.details,
                        account_id = coalesce(excluded.account_id, governance_finding.account_id), check_name = excluded.check_name,
                        status = case when governance_finding.status = 'PASSED' and governance_finding.passed_until <= :now then 'OPEN'
                                      else governance_finding.status end
                    returning id, status, accounts, first_run_id = :run as fresh),
                linked as (
                    insert into governance_run_finding (run_id, finding_id, fresh, pending)
                    select :run, id, fresh, :acts and status in ('OPEN', 'ACTED', 'HELD') from seen
                    on conflict (run_id, finding_id) do nothing
                    returning finding_id, fresh, pending)
                select count(*) filter (where linked.fresh), coalesce(sum(accounts) filter (where pending), 0)
                from linked join seen on seen.id = linked.finding_id""")
                .param("check", run.checkId())
                .param("family", run.family().name())
                .param("checkName", run.name())
                .param("dry", run.dryRun())
                .param("run", run.id())
                .param("now", timestamp(now))
                .param("acts", acts)
                .param("ids", found.stream().map(_ -> ids.next()).toArray(UUID[]::new))
                .param("kinds", found.stream().map(one -> one.kind().name()).toArray(String[]::new))
                .param("keys", found.stream().map(Found::key).toArray(String[]::new))
                .param("applications", found.stream().map(Found::applicationId).toArray(UUID[]::new))
                .param("accountIds", found.stream().map(Found::accountId).toArray(UUID[]::new))
                .param("remoteIds", found.stream().map(Found::remoteId).toArray(String[]::new))
                .param("names", found.stream().map(Found::objectName).toArray(String[]::new))
                .param("users", found.stream().map(Found::userId).toArray(UUID[]::new))
                .param("userNames", found.stream().map(Found::userName).toArray(String[]::new))
                .param("accounts", found.stream().map(Found::accounts).toArray(Integer[]::new))
                .param("details", found.stream().map(one -> json.writeValueAsString(Map.of("facts", one.facts(), "holds", one.holds()))).toArray(String[]::new))
                .query((row, _) -> new Kept(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** What earlier runs of the check found and this one did not; what was let pass stays until its end. */
    int resolveMissing(Run run, Instant now) {
        return jdbc.sql("""
                update governance_finding
                set status = 'RESOLVED', ended_at = :now
                where check_id = :check and last_run_id <> :run
                  and (status in ('OPEN', 'HELD', 'ACTED') or status = 'PASSED' and passed_until <= :now)""")
                .param("check", run.checkId())
                .param("run", run.id())
                .param("now", timestamp(now))
                .update();
    }

    /** The check is gone: nothing of it waits for anybody any more. */
    void resolveAll(UUID checkId, String message, Instant now) {
        jdbc.sql("""
                update governance_finding set status = 'RESOLVED', ended_at = :now, message = :message
                where check_id = :check and status in ('OPEN', 'HELD', 'ACTED', 'PASSED')""")
                .param("check", checkId)
                .param("message", message)
                .param("now", timestamp(now))
                .update();
    }

    /** Accounts that were given to their users. */
    void becomeAdopted(Run run, List<String> keys, Instant now) {
        jdbc.sql("""
                update governance_finding set status = 'ADOPTED', ended_at = :now, message = 'The account was given to its user.'
                where check_id = :check and key = any (:keys) and status in ('OPEN', 'HELD', 'ACTED', 'PASSED')""")
                .param("check", run.checkId())
                .param("keys", keys.toArray(String[]::new))
                .param("now", timestamp(now))
                .update();
    }

    /** Findings of a run that wait for its release, or no longer do. */
    void mark(UUID runId, Finding.Status from, Finding.Status to) {
        jdbc.sql("""
                update governance_finding set status = :to
                where status = :from and id in (select finding_id from governance_run_finding where run_id = :run and pending)""")
                .param("run", runId)
                .param("from", from.name())
                .param("to", to.name())
                .update();
    }

    /** Findings of a run something is still to be done about, locked in the order of their ids. */
    List<Finding> pending(UUID runId, int limit) {
        return jdbc.sql("""
                select f.* from governance_run_finding r
                join governance_finding f on f.id = r.finding_id
                where r.run_id = :run and r.pending
                order by f.id
                limit :limit
                for update of f""")
                .param("run", runId)
                .param("limit", limit)
                .query(FindingRepository::read)
                .list();
    }

    void noLongerPending(UUID runId, Collection<UUID> findingIds) {
        jdbc.sql("update governance_run_finding set pending = false where run_id = :run and finding_id = any (:ids)")
                .param("run", runId)
                .param("ids", findingIds.toArray(UUID[]::new))
                .update();
    }

    /** How many accounts there are for a check to look at. */
    long accounts(UUID applicationId) {
        return jdbc.sql("""
                select count(*) from account
                where status in ('REQUESTED', 'ACTIVE', 'DISABLED') and (:everywhere or application_id = :application)""")
                .param("everywhere", applicationId == null)
                .param("application", applicationId == null ? LOWEST : applicationId)
                .query(Long.class)
                .single();
    }

    /** What became of findings. */
    record Became(UUID id, Finding.Status status, String message, @Nullable UUID accountId) {}

    void became(List<Became> all, Instant now) {
        jdbc.sql("""
                update governance_finding f
                set status = b.status, message = b.message, account_id = coalesce(b.account_id, f.account_id),
                    ended_at = case when b.status in ('RESOLVED', 'ADOPTED') then cast(:now as timestamptz) end
                from unnest(:ids, :statuses, :messages, :accounts) as b (id, status, message, account_id)
                where f.id = b.id""")
                .param("ids", all.stream().map(Became::id).toArray(UUID[]::new))
                .param("statuses", all.stream().map(one -> one.status().name()).toArray(String[]::new))
                .param("messages", all.stream().map(Became::message).toArray(String[]::new))
                .param("accounts", all.stream().map(Became::accountId).toArray(UUID[]::new))
                .param("now", timestamp(now))
                .update();
    }

    void decided(UUID id, @Nullable String by, String reason, @Nullable Instant passedUntil, Instant now) {
        jdbc.sql("""
                update governance_finding
                set decided_by = :by, decided_at = :now, reason = :reason, passed_until = :until,
                    status = case when cast(:until as timestamptz) is null then status else 'PASSED' end,
                    message = case when cast(:until as timestamptz) is null then message end
                where id = :id""")
                .param("id", id)
                .param("by", by)
                .param("reason", reason)
                .param("until", timestamp(passedUntil))
                .param("now", timestamp(now))
                .update();
    }

    Optional<Finding> find(UUID id) {
        return jdbc.sql("select * from governance_finding where id = :id").param("id", id).query(FindingRepository::read).optional();
    }

    Optional<Finding> lock(UUID id) {
        return jdbc.sql("select * from governance_finding where id = :id for update").param("id", id).query(FindingRepository::read).optional();
    }

    /** Newest first, those before the given one; dry runs only show in their own list. */
    List<Finding> page(FindingFilter filter, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                select * from governance_finding
                where family = :family and status <> 'DRY'
                  and (:anyCheck or check_id = :check)
                  and (:anyApplication or application_id = :application)
                  and (:anyUser or user_id = :user)
                  and (:anyStatus or status = any (:statuses))
                  and id < :before
                order by id desc
                limit :limit""")
                .param("family", filter.family().name())
                .param("anyCheck", filter.checkId() == null)
                .param("check", filter.checkId() == null ? LOWEST : filter.checkId())
                .param("anyApplication", filter.applicationId() == null)
                .param("application", filter.applicationId() == null ? LOWEST : filter.applicationId())
                .param("anyUser", filter.userId() == null)
                .param("user", filter.userId() == null ? LOWEST : filter.userId())
                .param("anyStatus", filter.statuses().isEmpty())
                .param("statuses", names(filter.statuses()))
                .param("before", before == null ? HIGHEST : before)
                .param("limit", limit)
                .query(FindingRepository::read)
                .list();
    }

    /** What a run found, in the order it was found. */
    List<Finding> ofRun(UUID runId, Set<Finding.Status> statuses, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select f.* from governance_run_finding r
                join governance_finding f on f.id = r.finding_id
                where r.run_id = :run and (:anyStatus or f.status = any (:statuses)) and r.finding_id > :after
                order by r.finding_id
                limit :limit""")
                .param("run", runId)
                .param("anyStatus", statuses.isEmpty())
                .param("statuses", names(statuses))
                .param("after", after == null ? LOWEST : after)
                .param("limit", limit)
                .query(FindingRepository::read)
                .list();
    }

    private static String[] names(Set<Finding.Status> statuses) {
        return statuses.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Finding read(ResultSet row, int number) throws SQLException {
        return new Finding(
                row.getObject("id", UUID.class),
                row.getObject("check_id", UUID.class),
                Family.valueOf(row.getString("family")),
                row.getString("check_name"),
                Found.Kind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getObject("application_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("remote_id"),
                row.getString("object_name"),
                row.getObject("user_id", UUID.class),
                row.getString("user_name"),
                row.getString("details"),
                Finding.Status.valueOf(row.getString("status")),
                row.getString("message"),
                row.getObject("first_run_id", UUID.class),
                row.getObject("last_run_id", UUID.class),
                instant(row.getTimestamp("found_at")),
                instant(row.getTimestamp("seen_at")),
                instant(row.getTimestamp("ended_at")),
                row.getString("decided_by"),
                instant(row.getTimestamp("decided_at")),
                row.getString("reason"),
                instant(row.getTimestamp("passed_until")));
    }
}
