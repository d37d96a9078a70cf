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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who belongs to which group. */
@Repository
class GroupMemberRepository {

    private final JdbcClient jdbc;

    GroupMemberRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Members that are not deleted, in the order of their user names, those after the given one. */
    List<GroupMember> page(UUID group, String text, String afterUserName, int limit) {
        return jdbc.sql("""
                select u.id, u.user_name, u.display_name, u.email, u.status, m.since
                from user_group_member m
                join users u on u.id = m.user_id
                where m.group_id = :group and u.status <> 'DELETED'
                  and (:text = '' or u.user_name || ' ' || u.display_name || ' ' || coalesce(u.email, '') ilike '%' || :text || '%')
                  and lower(u.user_name) > :after
                order by lower(u.user_name)
                limit :limit""")
                .param("group", group)
                .param("text", literal(text))
                .param("after", afterUserName.toLowerCase(Locale.ROOT))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    Map<UUID, List<GroupMember>> of(Collection<UUID> groups) {
        Map<UUID, List<GroupMember>> found = new HashMap<>();
        jdbc.sql("""
                select m.group_id, u.id, u.user_name, u.display_name, u.email, u.status, m.since
                from user_group_member m
                join users u on u.id = m.user_id and u.status <> 'DELETED'
                where m.group_id = any (:groups)
                order by m.user_id""")
                .param("groups", groups.toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getObject("group_id", UUID.class), _ -> new ArrayList<>()).add(read(row));
                });
        return found;
    }

    private static GroupMember read(ResultSet row) throws SQLException {
        return new GroupMember(
                row.getObject("id", UUID.class),
                row.getString("user_name"),
                row.getString("display_name"),
                row.getString("email"),
                User.Status.valueOf(row.getString("status")),
                row.getTimestamp("since").toInstant());
    }

    /** How many each of the groups has; those without any are not in it. */
    Map<UUID, Long> count(Collection<UUID> groups) {
        return jdbc.sql("""
                select m.group_id, count(*) as members
                from user_group_member m
                join users u on u.id = m.user_id and u.status <> 'DELETED'
                where m.group_id = any (:groups)
                group by m.group_id""")
                .param("groups", groups.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("group_id", UUID.class), row.getLong("members")))
                .list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of these users those who belong to the group. */
    Set<UUID> among(UUID group, Collection<UUID> users) {
        return jdbc.sql("select user_id from user_group_member where group_id = :group and user_id = any (:users)")
                .param("group", group)
                .param("users", users.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    /** Everybody in the group who is not deleted. */
    Set<UUID> of(UUID group) {
        return jdbc.sql("""
                select m.user_id from user_group_member m
                join users u on u.id = m.user_id and u.status <> 'DELETED'
                where m.group_id = :group""")
                .param("group", group)
                .query(UUID.class)
                .set();
    }

    void add(UUID group, Collection<UUID> users, Instant now) {
        jdbc.sql("""
                insert into user_group_member (group_id, user_id, since)
                select :group, user_id, :now from unnest(:users) as u (user_id)
                on conflict do nothing""")
                .param("group", group)
                .param("users", users.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    void remove(UUID group, Collection<UUID> users) {
        jdbc.sql("delete from user_group_member where group_id = :group and user_id = any (:users)")
                .param("group", group)
                .param("users", users.toArray(UUID[]::new))
                .update();
    }
}
