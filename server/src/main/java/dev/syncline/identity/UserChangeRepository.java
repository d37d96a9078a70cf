package dev.syncline.identity;

import dev.syncline.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was changed about users, kept for good. */
@Repository
class UserChangeRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    UserChangeRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(List<UserChange> changes, Actor actor, Instant now) {
        jdbc.sql("""
                insert into user_change (id, user_id, before, after, actor_kind, actor_id, actor_name, changed_at)
                select id, user_id, cast(before as jsonb), cast(after as jsonb), :actorKind, :actorId, :actorName, :now
                from unnest(:ids, :users, :befores, :afters) as c (id, user_id, before, after)""")
                .param("ids", changes.stream().map(UserChange::id).toArray(UUID[]::new))
                .param("users", changes.stream().map(change -> change.after().id()).toArray(UUID[]::new))
                .param("befores", changes.stream()
                        .map(change -> change.before() == null ? null : json.writeValueAsString(change.before()))
                        .toArray(String[]::new))
                .param("afters", changes.stream().map(change -> json.writeValueAsString(change.after())).toArray(String[]::new))
                .param("actorKind", actor.kind().name())
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Newest first. */
    List<KeptChange> of(UUID userId, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                select * from user_change
                where user_id = :user and (:newest or id < :before)
                order by id desc
                limit :limit""")
                .param("user", userId)
                .param("newest", before == null)
                .param("before", before == null ? userId : before)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    private KeptChange read(ResultSet row, int number) throws SQLException {
        String before = row.getString("before");
        UserChange change = new UserChange(row.getObject("id", UUID.class),
                before == null ? null : json.readValue(before, User.class), json.readValue(row.getString("after"), User.class));
        Actor actor = new Actor(
                Actor.Kind.valueOf(row.getString("actor_kind")), row.getObject("actor_id", UUID.class), row.getString("actor_name"));
        return new KeptChange(change, actor, row.getTimestamp("changed_at").toInstant());
    }
}
