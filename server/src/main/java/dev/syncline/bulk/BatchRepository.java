package dev.syncline.bulk;

import dev.syncline.journal.Actor;
import dev.syncline.rights.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BatchRepository {

    private static final UUID LOWEST = new UUID(0, 0);

    private final JdbcClient jdbc;

    BatchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, those made before the given one. */
    List<Batch> page(Batch.@Nullable Kind kind, Batch.@Nullable Status status, @Nullable UUID applicationId, Scope visible,
            @Nullable Instant beforeTime, @Nullable UUID beforeId, int limit) {
        return jdbc.sql("""
                select * from batch
                where (:kind = '' or kind = :kind)
                  and (:status = '' or status = :status)
                  and (:anyApplication or application_id = :application)
                  and (:seesAll or application_id = any (:visible))
                  and (:newest or (created_at, id) < (:beforeTime, :beforeId))
                order by created_at desc, id desc
                limit :limit""")
                .param("kind", kind == null ? "" : kind.name())
                .param("status", status == null ? "" : status.name())
                .param("anyApplication", applicationId == null)
                .param("application", applicationId == null ? LOWEST : applicationId)
                .param("seesAll", visible.isAll())
                .param("visible", visible.ids())
                .param("newest", beforeTime == null)
                .param("beforeTime", Timestamp.from(beforeTime == null ? Instant.EPOCH : beforeTime))
                .param("beforeId", beforeId == null ? LOWEST : beforeId)
                .param("limit", limit)
                .query(BatchRepository::read)
                .list();
    }

    Optional<Batch> find(UUID id) {
        return jdbc.sql("select * from batch where id = :id").param("id", id).query(BatchRepository::read).optional();
    }

    Optional<Batch> lock(UUID id) {
        return jdbc.sql("select * from batch where id = :id for update").param("id", id).query(BatchRepository::read).optional();
    }

    void insert(Batch batch, UUID holder, Instant leaseUntil) {
        jdbc.sql("""
                insert into batch (id, kind, application_id, name, status, options, total, initiator_kind, initiator_id,
                    initiator_name, lease_holder, lease_until, created_at, started_at)
                values (:id, :kind, :application, :name, :status, cast(:options as jsonb), :total, :actorKind, :actorId,
                    :actorName, :holder, :leaseUntil, :createdAt, :startedAt)""")
                .param("id", batch.id())
                .param("kind", batch.kind().name())
                .param("application", batch.applicationId())
                .param("name", batch.name())
                .param("status", batch.status().name())
                .param("options", batch.options())
                .param("total", batch.total())
                .param("actorKind", batch.initiator().kind().name())
                .param("actorId", batch.initiator().id())
                .param("actorName", batch.initiator().name())
                .param("holder", holder)
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .param("createdAt", Timestamp.from(batch.createdAt()))
                .param("startedAt", batch.startedAt() == null ? null : Timestamp.from(batch.startedAt()))
                .update();
    }

    /**
     * Renews the lease and locks the batch for the rest of the transaction. Empty when this server no longer holds it, or it is
     * no longer in that status: then it must be left alone.
     */
    Optional<Batch> hold(UUID id, Batch.Status status, UUID holder, Instant leaseUntil) {
        return jdbc.sql("""
                update batch set lease_until = :leaseUntil
                where id = :id and status = :status and lease_holder = :holder
                returning *""")
                .param("id", id)
                .param("status", status.name())
                .param("holder", holder)
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .query(BatchRepository::read)
                .optional();
    }

    /** Batches whose server has stopped renewing the lease, now held by this one. */
    List<Batch> takeOver(UUID holder, Instant now, Instant leaseUntil) {
        return jdbc.sql("""
                update batch set lease_holder = :holder, lease_until = :leaseUntil
                where id in (select id from batch
                             where status in ('READING', 'RUNNING') and lease_until < :now
                             for update skip locked)
                returning *""")
                .param("holder", holder)
                .param("now", Timestamp.from(now))
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .query(BatchRepository::read)
                .list();
    }

    /** Another server may go on with them at once. */
    void giveBack(UUID holder, Instant now) {
        jdbc.sql("""
                update batch set lease_until = :past
                where lease_holder = :holder and status in ('READING', 'RUNNING')""")
                .param("holder", holder)
                .param("past", Timestamp.from(now.minusMillis(1)))
                .update();
    }

    void count(UUID id, int total, int bad, int opened, int skipped) {
        jdbc.sql("""
                update batch
                set total = total + :total, bad = bad + :bad, opened = opened + :opened, skipped = skipped + :skipped
                where id = :id""")
                .param("id", id)
                .param("total", total)
                .param("bad", bad)
                .param("opened", opened)
                .param("skipped", skipped)
                .update();
    }

    void ready(UUID id) {
        jdbc.sql("""
                update batch set status = 'READY', lease_until = null, lease_holder = null, version = version + 1
                where id = :id and status = 'READING'""")
                .param("id", id)
                .update();
    }

    void running(UUID id, UUID holder, Instant leaseUntil, Instant now) {
        jdbc.sql("""
                update batch
                set status = 'RUNNING', lease_holder = :holder, lease_until = :leaseUntil, started_at = :now, version = version + 1
                where id = :id""")
                .param("id", id)
                .param("holder", holder)
                .param("leaseUntil", Timestamp.from(leaseUntil))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** @param failure null when it did not fail */
    void end(UUID id, Batch.Status status, @Nullable String failure, Instant now) {
        jdbc.sql("""
                update batch
                set status = :status, failure = :failure, ended_at = :now, lease_until = null, lease_holder = null,
                    version = version + 1
                where id = :id and ended_at is null""")
                .param("id", id)
                .param("status", status.name())
                .param("failure", failure)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Only while this server still holds it. */
    void fail(UUID id, UUID holder, @Nullable String failure, Instant now) {
        jdbc.sql("""
                update batch
                set status = 'FAILED', failure = :failure, ended_at = :now, lease_until = null, lease_holder = null,
                    version = version + 1
                where id = :id and lease_holder = :holder and status in ('READING', 'RUNNING')""")
                .param("id", id)
                .param("holder", holder)
                .param("failure", failure)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Batch read(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                Batch.Kind.valueOf(row.getString("kind")),
                row.getObject("application_id", UUID.class),
                row.getString("name"),
                Batch.Status.valueOf(row.getString("status")),
                row.getString("options"),
                row.getInt("total"),
                row.getInt("bad"),
                row.getInt("opened"),
                row.getInt("skipped"),
                row.getString("failure"),
                new Actor(Actor.Kind.valueOf(row.getString("initiator_kind")), row.getObject("initiator_id", UUID.class),
                        row.getString("initiator_name")),
                row.getInt("version"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
