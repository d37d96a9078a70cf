package dev.syncline.reconciliation;

import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Actor;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ReconciliationRepository {

    private static final UUID HIGHEST = new UUID(-1, -1);
    private static final TypeReference<List<CorrelationRule>> RULES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReconciliationRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when another one of the same application is under way. */
    boolean insert(Run run, UUID holder, Instant leaseUntil) {
        return jdbc.sql("""
                insert into reconciliation_run (id, application_id, rules, objects, compared, status, phase, initiator_kind, initiator_id,
                    initiator_name, lease_holder, lease_until, created_at)
                values (:id, :application, cast(:rules as jsonb), :objects, :compared, 'RUNNING', 'READING', :actorKind, :actorId,
                    :actorName, :holder, :leaseUntil, :createdAt)
                on conflict (application_id) where status = 'RUNNING' do nothing""")
                .param("id", run.id())
                .param("application", run.applicationId())
                .param("rules", json.writeValueAsString(run.rules()))
                .param("objects", run.objects().stream().map(Enum::name).toArray(String[]::new))
                .param("compared", run.compared().toArray(String[]::new))
                .param("actorKind", run.initiator().kind().name())
                .param("actorId", run.initiator().id())
                .param("actorName", run.initiator().name())
                .param("holder", holder)
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .param("createdAt", Timestamp.from(run.createdAt()))
                .update() == 1;
    }

    /** Newest first, those before the given one (null for the first). */
    List<Run> page(UUID applicationId, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                select * from reconciliation_run where application_id = :application and id < :before
                order by id desc limit :limit""")
                .param("application", applicationId)
                .param("before", before == null ? HIGHEST : before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    Optional<Run> find(UUID id) {
        return jdbc.sql("select * from reconciliation_run where id = :id").param("id", id).query(this::read).optional();
    }

    Optional<Run> lock(UUID id) {
        return jdbc.sql("select * from reconciliation_run where id = :id for update").param("id", id).query(this::read).optional();
    }

    /** Renews the lease and locks the run for the rest of the transaction; empty when it is no longer this server's to work on. */
    Optional<Run> hold(UUID id, UUID holder, Instant leaseUntil) {
        return jdbc.sql("""
                update reconciliation_run set lease_until = :leaseUntil
                where id = :id and lease_holder = :holder and (status = 'RUNNING' or act_under_way)
                returning *""")
                .param("id", id)
                .param("holder", holder)
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .query(this::read)
                .optional();
    }

    /** While a target, or a large statement, takes its time. */
    void renew(Collection<UUID> ids, UUID holder, Instant leaseUntil) {
        jdbc.sql("""
                update reconciliation_run set lease_until = :leaseUntil
                where id in (select id from reconciliation_run where id = any (:ids) and lease_holder = :holder for update skip locked)""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("holder", holder)
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .update();
    }

    List<Run> takeOver(UUID holder, Instant now, Instant leaseUntil) {
        return jdbc.sql("""
                update reconciliation_run set lease_holder = :holder, lease_until = :leaseUntil
                where id in (select id from reconciliation_run where lease_until < :now for update skip locked)
                returning *""")
                .param("holder", holder)
                .param("now", Timestamp.from(now))
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .query(this::read)
                .list();
    }

    /** Another server, or this one later, may go on with them at once. */
    void giveBack(UUID holder, Instant now) {
        jdbc.sql("update reconciliation_run set lease_until = :past where lease_holder = :holder")
                .param("holder", holder)
                .param("past", Timestamp.from(now.minusMillis(1)))
                .update();
    }

    /** The reading begins, again when it was broken off. */
    void beginReading(UUID id) {
        jdbc.sql("update reconciliation_run set accounts_read = 0, objects_read = 0, requests = 0 where id = :id").param("id", id).update();
    }

    void read(UUID id, int accounts, int objects, int requests) {
        jdbc.sql("""
                update reconciliation_run
                set accounts_read = accounts_read + :accounts, objects_read = objects_read + :objects, requests = :requests
                where id = :id""")
                .param("id", id)
                .param("accounts", accounts)
                .param("objects", objects)
                .param("requests", requests)
                .update();
    }

    void compare(UUID id) {
        jdbc.sql("update reconciliation_run set phase = 'COMPARING', place = null where id = :id").param("id", id).update();
    }

    void comparedTo(UUID id, UUID place) {
        jdbc.sql("update reconciliation_run set place = :place where id = :id").param("place", place).param("id", id).update();
    }

    /** @param evidence null for none */
    void end(UUID id, Run.Status status, @Nullable String failure, @Nullable List<Evidence.Shown> evidence, Instant now) {
        jdbc.sql("""
                update reconciliation_run
                set status = :status, failure = :failure, evidence = cast(:evidence as jsonb), ended_at = :now,
                    findings_deleted_at = case when :status <> 'DONE' then cast(:now as timestamptz) end, lease_until = null, lease_holder = null
                where id = :id and status = 'RUNNING'""")
                .param("id", id)
                .param("status", status.name())
                .param("failure", failure)
                .param("evidence", evidence == null || evidence.isEmpty() ? null : json.writeValueAsString(evidence))
                .param("now", Timestamp.from(now))
                .update();
    }

    void beginActing(UUID id, Order order, int total, UUID holder, Instant leaseUntil) {
        jdbc.sql("""
                update reconciliation_run
                set acting = cast(:order as jsonb), act_place = null, act_total = :total, act_done = 0, act_refused = 0, act_under_way = true,
                    lease_holder = :holder, lease_until = :leaseUntil
                where id = :id""")
                .param("id", id)
                .param("order", json.writeValueAsString(order))
                .param("total", total)
                .param("holder", holder)
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .update();
    }

    void acted(UUID id, UUID place, int done, int refused) {
        jdbc.sql("""
                update reconciliation_run
                set act_place = :place, act_done = act_done + :done, act_refused = act_refused + :refused
                where id = :id""")
                .param("id", id)
                .param("place", place)
                .param("done", done)
                .param("refused", refused)
                .update();
    }

    void endActing(UUID id) {
        jdbc.sql("update reconciliation_run set act_under_way = false, lease_until = null, lease_holder = null where id = :id")
                .param("id", id)
                .update();
    }

    private Run read(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getObject("application_id", UUID.class),
                json.readValue(row.getString("rules"), RULES),
                texts(row.getArray("objects")).stream().map(ObjectType::valueOf).toList(),
                texts(row.getArray("compared")),
                Run.Status.valueOf(row.getString("status")),
                Run.Phase.valueOf(row.getString("phase")),
                row.getObject("place", UUID.class),
                row.getInt("accounts_read"),
                row.getInt("objects_read"),
                row.getInt("requests"),
                row.getString("failure"),
                row.getString("evidence"),
                instant(row.getTimestamp("findings_deleted_at")),
                acting(row),
                new Actor(Actor.Kind.valueOf(row.getString("initiator_kind")), row.getObject("initiator_id", UUID.class),
                        row.getString("initiator_name")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("ended_at")));
    }

    private Run.@Nullable Acting acting(ResultSet row) throws SQLException {
        String order = row.getString("acting");
        return order == null ? null : new Run.Acting(json.readValue(order, Order.class), row.getObject("act_place", UUID.class),
                row.getInt("act_total"), row.getInt("act_done"), row.getInt("act_refused"), row.getBoolean("act_under_way"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    static @Nullable Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
