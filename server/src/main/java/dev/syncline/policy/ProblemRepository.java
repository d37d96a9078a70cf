package dev.syncline.policy;

import dev.syncline.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What policies want and the platform refused. */
@Repository
class ProblemRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    ProblemRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param message a sentence */
    record Found(UUID userId, UUID applicationId, UUID policyId, String message) {}

    /**
     * @param initiator who changed what made the policy want it
     * @param triedAt the last time
     */
    record Problem(
            UUID userId, UUID applicationId, UUID policyId, String message, Actor initiator, Instant since, Instant triedAt) {}

    void keep(List<Found> found, Actor actor) {
        if (found.isEmpty()) {
            return;
        }
        List<Found> once = List.copyOf(found.stream()
                .collect(Collectors.toMap(one -> List.of(one.userId(), one.applicationId()), Function.identity(), (first, _) -> first))
                .values());
        jdbc.sql("""
                insert into policy_problem (user_id, application_id, policy_id, message, initiator_kind, initiator_id, initiator_name,
                    since, tried_at)
                select user_id, application_id, policy_id, message, :kind, :actor, :name, :now, :now
                from unnest(:users, :applications, :policies, :messages) as p (user_id, application_id, policy_id, message)
                on conflict (user_id, application_id) do update
                set policy_id = excluded.policy_id, message = excluded.message, tried_at = excluded.tried_at""")
                .param("users", once.stream().map(Found::userId).toArray(UUID[]::new))
                .param("applications", once.stream().map(Found::applicationId).toArray(UUID[]::new))
                .param("policies", once.stream().map(Found::policyId).toArray(UUID[]::new))
                .param("messages", once.stream().map(Found::message).toArray(String[]::new))
                .param("kind", actor.kind().name())
                .param("actor", actor.id())
                .param("name", actor.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Users were evaluated: what was a problem before and is none now is forgotten. */
    void forgetOthers(Collection<UUID> userIds, List<Found> stillThere) {
        jdbc.sql("""
                delete from policy_problem p
                where user_id = any (:users)
                  and not exists (select 1 from unnest(:stillUsers, :stillApplications) as s (user_id, application_id)
                                  where s.user_id = p.user_id and s.application_id = p.application_id)""")
                .param("users", userIds.toArray(UUID[]::new))
                .param("stillUsers", stillThere.stream().map(Found::userId).toArray(UUID[]::new))
                .param("stillApplications", stillThere.stream().map(Found::applicationId).toArray(UUID[]::new))
                .update();
    }

    /** Problems that were last tried by the given time, longest ago first. */
    List<Problem> due(Instant by, int limit) {
        return jdbc.sql("select * from policy_problem where tried_at <= :by order by tried_at limit :limit")
                .param("by", Timestamp.from(by))
                .param("limit", limit)
                .query(ProblemRepository::read)
                .list();
    }

    /** A user who is not enabled is not evaluated, and asks for nothing. */
    void postpone(Collection<UUID> userIds) {
        jdbc.sql("update policy_problem set tried_at = :now where user_id = any (:users)")
                .param("users", userIds.toArray(UUID[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    List<Problem> page(UUID policyId, UUID afterUser, UUID afterApplication, int limit) {
        return jdbc.sql("""
                select * from policy_problem
                where policy_id = :policy and (user_id, application_id) > (:afterUser, :afterApplication)
                order by user_id, application_id
                limit :limit""")
                .param("policy", policyId)
                .param("afterUser", afterUser)
                .param("afterApplication", afterApplication)
                .param("limit", limit)
                .query(ProblemRepository::read)
                .list();
    }

    private static Problem read(ResultSet row, int number) throws SQLException {
        return new Problem(
                row.getObject("user_id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getObject("policy_id", UUID.class),
                row.getString("message"),
                new Actor(Actor.Kind.valueOf(row.getString("initiator_kind")), row.getObject("initiator_id", UUID.class),
                        row.getString("initiator_name")),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("tried_at").toInstant());
    }
}
