package dev.syncline.identity;

import static dev.syncline.sql.LikePattern.literal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GroupRepository {

    private final JdbcClient jdbc;

    GroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Group> page(String text, String afterName, int limit) {
        return jdbc.sql("""
                select * from user_group
                where (:text = '' or name ilike '%' || :text || '%' or description ilike '%' || :text || '%')
                  and lower(name) > :after
                order by lower(name)
                limit :limit""")
                .param("text", literal(text))
                .param("after", afterName.toLowerCase(Locale.ROOT))
                .param("limit", limit)
                .query(GroupRepository::read)
                .list();
    }

    List<Group> byId(Collection<UUID> ids) {
        return jdbc.sql("select * from user_group where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(GroupRepository::read)
                .list();
    }

    List<Group> byName(Collection<String> names) {
        return jdbc.sql("select * from user_group where lower(name) in (select lower(n) from unnest(:names) as n)")
                .param("names", names.toArray(String[]::new))
                .query(GroupRepository::read)
                .list();
    }

    List<Group> byExternalId(String externalId) {
        return jdbc.sql("select * from user_group where external_id = :externalId")
                .param("externalId", externalId)
                .query(GroupRepository::read)
                .list();
    }

    Optional<Group> lock(UUID id) {
        return jdbc.sql("select * from user_group where id = :id for update").param("id", id).query(GroupRepository::read).optional();
    }

    /** @return whether neither the name nor the external id was taken */
    boolean insert(Group group) {
        return jdbc.sql("""
                insert into user_group (id, name, description, external_id, created_at, updated_at)
                values (:id, :name, :description, :externalId, :now, :now)
                on conflict do nothing""")
                .param("id", group.id())
                .param("name", group.name())
                .param("description", group.description())
                .param("externalId", group.externalId())
                .param("now", Timestamp.from(group.createdAt()))
                .update() == 1;
    }

    Group update(UUID id, GroupData data, Instant now) {
        return jdbc.sql("""
                update user_group
                set name = :name, description = :description, external_id = :externalId, version = version + 1, updated_at = :now
                where id = :id
                returning *""")
                .param("id", id)
                .param("name", data.name())
                .param("description", data.description())
                .param("externalId", data.externalId())
                .param("now", Timestamp.from(now))
                .query(GroupRepository::read)
                .single();
    }

    /** A further version, because its members are others. */
    void touch(UUID id, Instant now) {
        jdbc.sql("update user_group set version = version + 1, updated_at = :now where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
    }

    Map<UUID, List<Group>> ofUsers(Collection<UUID> users) {
        Map<UUID, List<Group>> groups = new HashMap<>();
        jdbc.sql("""
                select m.user_id, g.*
                from user_group_member m
                join user_group g on g.id = m.group_id
                where m.user_id = any (:users)
                order by lower(g.name)""")
                .param("users", users.toArray(UUID[]::new))
                .query(row -> {
                    groups.computeIfAbsent(row.getObject("user_id", UUID.class), _ -> new ArrayList<>()).add(read(row, 0));
                });
        return groups;
    }

    void delete(UUID id) {
        jdbc.sql("delete from user_group where id = :id").param("id", id).update();
    }

    static Group read(ResultSet row, int number) throws SQLException {
        return new Group(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getString("external_id"),
                row.getInt("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
