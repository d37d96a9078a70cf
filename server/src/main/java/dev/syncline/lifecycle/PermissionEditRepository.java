package dev.syncline.lifecycle;

import dev.syncline.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PermissionEditRepository {

    private static final TypeReference<List<PermissionEdit.Item>> ITEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PermissionEditRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(PermissionEdit edit) {
        jdbc.sql("""
                insert into permission_edit (id, user_id, bound, unbound, actor_kind, actor_id, actor_name, changed_at)
                values (:id, :user, cast(:bound as jsonb), cast(:unbound as jsonb), :actorKind, :actorId, :actorName, :at)""")
                .param("id", edit.id())
                .param("user", edit.userId())
                .param("bound", json.writeValueAsString(edit.bound()))
                .param("unbound", json.writeValueAsString(edit.unbound()))
                .param("actorKind", edit.actor().kind().name())
                .param("actorId", edit.actor().id())
                .param("actorName", edit.actor().name())
                .param("at", Timestamp.from(edit.at()))
                .update();
    }

    /** Newest first, those before the given one (null for the newest). */
    List<PermissionEdit> of(UUID userId, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                select * from permission_edit
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

    private PermissionEdit read(ResultSet row, int number) throws SQLException {
        return new PermissionEdit(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                json.readValue(row.getString("bound"), ITEMS),
                json.readValue(row.getString("unbound"), ITEMS),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getObject("actor_id", UUID.class),
                        row.getString("actor_name")),
                row.getTimestamp("changed_at").toInstant());
    }
}
