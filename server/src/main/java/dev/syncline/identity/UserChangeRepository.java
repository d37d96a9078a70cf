package dev.syncline.identity;

import dev.syncline.journal.Actor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
}
