package dev.syncline.identity;

import static dev.syncline.sql.LikePattern.literal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class UserRepository {

    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

    /** The row with the names of its groups: one look into their index per row, in the same statement. */
    private static final String USER = " users.*, array(select g.name from user_group_member m join user_group g on g.id = m.group_id"
            + " where m.user_id = users.id order by lower(g.name)) as groups";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    UserRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** In the order of their user names; deleted users may share one, so their ids decide. */
    List<User> page(UserFilter filter, String afterUserName, UUID afterId, int limit) {
        return filtered("select " + USER + """
                 from users
                where %s
                  and (lower(user_name), id) > (:after, :afterId)
                order by lower(user_name), id
                limit :limit""", filter)
                .param("after", afterUserName.toLowerCase(Locale.ROOT))
                .param("afterId", afterId)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    long count(UserFilter filter) {
        return filtered("select count(*) from users where %s", filter).query(Long.class).single();
    }

    private JdbcClient.StatementSpec filtered(String statement, UserFilter filter) {
        Set<UUID> organizations = filter.organizationIds();
        return jdbc.sql(statement.formatted("""
                (:text = '' or user_name || ' ' || display_name || ' ' || coalesce(email, '') ilike '%' || :text || '%')
                  and (:anywhere or organization_id = any (:organizations))
                  and (case when :status = '' then status <> 'DELETED' else status = :status end)"""))
                .param("text", literal(filter.text()))
                .param("anywhere", organizations == null)
                .param("organizations", organizations == null ? new UUID[0] : organizations.toArray(UUID[]::new))
                .param("status", filter.status() == null ? "" : filter.status().name());
    }

    List<User> byId(Collection<UUID> ids) {
        return jdbc.sql("select " + USER + " from users where id = any (:ids) order by id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::read)
                .list();
    }

    List<User> managedBy(UUID manager, String afterUserName, int limit) {
        return jdbc.sql("select " + USER + """
                 from users
                where manager_id = :manager and status = 'ENABLED' and lower(user_name) > :after
                order by lower(user_name)
                limit :limit""")
                .param("manager", manager)
                .param("after", afterUserName)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    List<User> byUserName(Collection<String> userNames) {
        return jdbc.sql("select " + USER + """
                 from users
                where status <> 'DELETED' and lower(user_name) in (select lower(n) from unnest(:names) as n)""")
                .param("names", userNames.toArray(String[]::new))
                .query(this::read)
                .list();
    }

    List<User> byEmail(String email) {
        return jdbc.sql("select " + USER + " from users where status <> 'DELETED' and email is not null and lower(email) = lower(:email)")
                .param("email", email)
                .query(this::read)
                .list();
    }

    /** New users; whose user name is taken is left out. Answers with those that were put in. */
    List<User> insert(List<UUID> ids, List<UserState> users, Instant now) {
        return columns("""
                insert into users (id, user_name, display_name, given_name, family_name, email, phone, employee_number,
                                   organization_id, manager_id, status, attributes, created_at, updated_at)
                select id, user_name, display_name, given_name, family_name, email, phone, employee_number,
                       organization_id, manager_id, coalesce(status, 'ENABLED'), cast(attributes as jsonb), :now, :now
                from unnest(:ids, :userNames, :displayNames, :givenNames, :familyNames, :emails, :phones, :employeeNumbers,
                            :organizations, :managers, :attributes, :statuses)
                    as u (id, user_name, display_name, given_name, family_name, email, phone, employee_number,
                          organization_id, manager_id, attributes, status)
                on conflict (lower(user_name)) where status <> 'DELETED' do nothing
                returning""" + USER, ids, users, now)
                .query(this::read)
                .list();
    }

    List<User> update(List<UUID> ids, List<UserState> users, Instant now) {
        return columns("""
                update users
                set user_name = u.user_name, display_name = u.display_name, given_name = u.given_name,
                    family_name = u.family_name, email = u.email, phone = u.phone, employee_number = u.employee_number,
                    organization_id = u.organization_id, manager_id = u.manager_id, attributes = cast(u.attributes as jsonb),
                    status = coalesce(u.status, users.status),
                    version = version + 1, updated_at = :now
                from unnest(:ids, :userNames, :displayNames, :givenNames, :familyNames, :emails, :phones, :employeeNumbers,
                            :organizations, :managers, :attributes, :statuses)
                    as u (id, user_name, display_name, given_name, family_name, email, phone, employee_number,
                          organization_id, manager_id, attributes, status)
                where users.id = u.id
                returning""" + USER, ids, users, now)
                .query(this::read)
                .list();
    }

    private JdbcClient.StatementSpec columns(String statement, List<UUID> ids, List<UserState> states, Instant now) {
        List<UserData> users = states.stream().map(UserState::data).toList();
        return jdbc.sql(statement)
                .param("ids", ids.toArray(UUID[]::new))
                .param("statuses", states.stream().map(UserState::status).map(status -> status == null ? null : status.name()).toArray(String[]::new))
                .param("userNames", texts(users, UserData::userName))
                .param("displayNames", texts(users, UserData::displayName))
                .param("givenNames", texts(users, UserData::givenName))
                .param("familyNames", texts(users, UserData::familyName))
                .param("emails", texts(users, UserData::email))
                .param("phones", texts(users, UserData::phone))
                .param("employeeNumbers", texts(users, UserData::employeeNumber))
                .param("organizations", users.stream().map(UserData::organizationId).toArray(UUID[]::new))
                .param("managers", users.stream().map(UserData::managerId).toArray(UUID[]::new))
                .param("attributes", texts(users, user -> json.writeValueAsString(user.attributes())))
                .param("now", Timestamp.from(now));
    }

    private static String[] texts(List<UserData> users, Function<UserData, String> field) {
        return users.stream().map(field).toArray(String[]::new);
    }

    List<User> lockFree(Collection<UUID> ids) {
        return byId(jdbc.sql("select id from users where id = any (:ids) order by id for update skip locked")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Locks the rows until the transaction ends, in the order of their ids. */
    List<User> lock(Collection<UUID> ids) {
        jdbc.sql("select 1 from users where id = any (:ids) order by id for update").param("ids", ids.toArray(UUID[]::new)).query(row -> {});
        // A statement of its own: one that has waited for a lock still sees the groups of before.
        return byId(ids);
    }

    /** A further version of users whose row is otherwise as it was. */
    List<User> touch(Collection<UUID> ids, Instant now) {
        return jdbc.sql("update users set version = version + 1, updated_at = :now where id = any (:ids) returning " + USER)
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .query(this::read)
                .list();
    }

    List<User> setStatus(Collection<UUID> ids, User.Status status, Instant now) {
        return jdbc.sql("""
                update users set status = :status, version = version + 1, updated_at = :now
                where id = any (:ids)
                returning""" + USER)
                .param("ids", ids.toArray(UUID[]::new))
                .param("status", status.name())
                .param("now", Timestamp.from(now))
                .query(this::read)
                .list();
    }

    List<UUID> lockMembers(Collection<UUID> organizationIds) {
        return jdbc.sql("""
                select id from users
                where organization_id = any (:organizations) and status <> 'DELETED'
                order by id
                for update""")
                .param("organizations", organizationIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    List<UUID> deleted(@Nullable UUID after, int limit) {
        return jdbc.sql("select id from users where status = 'DELETED' and id > :after order by id limit :limit")
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    List<UUID> purge(Collection<UUID> ids) {
        return jdbc.sql("delete from users where id = any (:ids) and status = 'DELETED' returning id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private User read(ResultSet row, int number) throws SQLException {
        return new User(
                row.getObject("id", UUID.class),
                row.getString("user_name"),
                row.getString("display_name"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("employee_number"),
                row.getObject("organization_id", UUID.class),
                row.getObject("manager_id", UUID.class),
                User.Status.valueOf(row.getString("status")),
                json.readValue(row.getString("attributes"), ATTRIBUTES),
                List.of((String[]) row.getArray("groups").getArray()),
                row.getInt("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
