package dev.syncline.foureyes;

import dev.syncline.foureyes.Proposal.Status;
import dev.syncline.journal.Actor;
import dev.syncline.rights.Scope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProposalRepository {

    private static final UUID HIGHEST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    ProposalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when one about the same is open. */
    boolean insert(Proposal made) {
        return jdbc.sql("""
                insert into proposal (id, kind, subject_id, subject, applications, content, reason, status, proposer_kind, proposer_id,
                    proposer_name, proposer_administrator, proposed_at, expires_at)
                values (:id, :kind, :subjectId, :subject, :applications, cast(:content as jsonb), :reason, 'OPEN', :proposerKind, :proposer,
                    :proposerName, :person, :at, :expires)
                on conflict (kind, subject_id) where status = 'OPEN' do nothing
                """)
                .param("id", made.id())
                .param("kind", made.kind().name())
                .param("subjectId", made.subjectId())
                .param("subject", made.subject())
                .param("applications", made.applications().isAll() ? null : made.applications().ids(), Types.ARRAY)
                .param("content", made.content())
                .param("reason", made.reason())
                .param("proposerKind", made.proposer().kind().name())
                .param("proposer", made.proposer().id())
                .param("proposerName", made.proposer().name())
                .param("person", made.person())
                .param("at", Timestamp.from(made.proposedAt()))
                .param("expires", Timestamp.from(made.expiresAt()))
                .update() == 1;
    }

    /**
     * Newest first, those before the given one (null for the first).
     *
     * @param person who reads: sees the own ones, and those of each kind that touch no more than is seen
     * @param seen where the reader has the right, by kind in the order of {@link Kind}
     */
    List<Proposal> page(Status status, @Nullable UUID person, List<Scope> seen, @Nullable UUID before, int limit) {
        JdbcClient.StatementSpec statement = jdbc.sql("""
                select * from proposal
                where (:status = '' or status = :status) and id < :before
                  and (proposer_administrator = :person
                    or kind = 'CONFIRM_DELETION' and (:all0 or applications <@ :seen0)
                    or kind = 'BULK_REPAIR' and (:all1 or applications <@ :seen1)
                    or kind = 'RELEASE_HELD' and (:all2 or applications <@ :seen2))
                order by id desc
                limit :limit
                """)
                .param("status", status == null ? "" : status.name())
                .param("before", before == null ? HIGHEST : before)
                .param("person", person)
                .param("limit", limit);
        for (Kind kind : Kind.values()) {
            Scope scope = seen.get(kind.ordinal());
            statement = statement.param("all" + kind.ordinal(), scope.isAll()).param("seen" + kind.ordinal(), scope.ids());
        }
        return statement.query(ProposalRepository::read).list();
    }

    Optional<Proposal> find(UUID id) {
        return jdbc.sql("select * from proposal where id = :id").param("id", id).query(ProposalRepository::read).optional();
    }

    Optional<Proposal> lock(UUID id) {
        return jdbc.sql("select * from proposal where id = :id for update").param("id", id).query(ProposalRepository::read).optional();
    }

    /** @param person null when it was not decided by a second person: withdrawn or lapsed */
    void decide(UUID id, Status status, @Nullable UUID person, @Nullable String by, @Nullable String words, Instant now) {
        jdbc.sql("""
                update proposal
                set status = :status, decided_at = :now, decided_by = :by, decided_by_administrator = :person, decision = :words
                where id = :id and status = 'OPEN'
                """)
                .param("id", id)
                .param("status", status.name())
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("person", person, Types.OTHER)
                .param("words", words)
                .update();
    }

    void expire(Instant now) {
        jdbc.sql("update proposal set status = 'EXPIRED', decided_at = expires_at where status = 'OPEN' and expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Proposal read(ResultSet row, int number) throws SQLException {
        Array applications = row.getArray("applications");
        return new Proposal(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("subject_id", UUID.class),
                row.getString("subject"),
                applications == null ? Scope.ALL : Scope.of(Set.of((UUID[]) applications.getArray())),
                row.getString("content"),
                row.getString("reason"),
                Status.valueOf(row.getString("status")),
                new Actor(Actor.Kind.valueOf(row.getString("proposer_kind")), row.getObject("proposer_id", UUID.class), row.getString("proposer_name")),
                row.getObject("proposer_administrator", UUID.class),
                row.getTimestamp("proposed_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("decided_at") == null ? null : row.getTimestamp("decided_at").toInstant(),
                row.getString("decided_by"),
                row.getString("decision"));
    }
}
