package dev.syncline.account;

import static dev.syncline.sql.LikePattern.literal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads accounts, and writes what is wanted of them. What has become true of them is written by {@link EffectRepository}. */
@Repository
class AccountRepository {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AccountRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Account> page(AccountFilter filter, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from account
                where (:anyApplication or application_id = :application)
                  and (:seesAll or application_id = any (:visible))
                  and (:anyUser or user_id = :user)
                  and (:status = '' or status = :status)
                  and (:text = '' or name ilike '%' || :text || '%')
                  and (:orphanOrNot or (user_id is null) = :orphan)
                  and id > :after
                order by id
                limit :limit""")
                .param("anyApplication", filter.applicationId() == null)
                .param("application", filter.applicationId() == null ? LOWEST : filter.applicationId())
                .param("seesAll", filter.visible().isAll())
                .param("visible", filter.visible().ids())
                .param("anyUser", filter.userId() == null)
                .param("user", filter.userId() == null ? LOWEST : filter.userId())
                .param("status", filter.status() == null ? "" : filter.status().name())
                .param("text", literal(filter.text()))
                .param("orphanOrNot", filter.orphan() == null)
                .param("orphan", filter.orphan() != null && filter.orphan())
                .param("after", after == null ? LOWEST : after)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    List<Account> byId(Collection<UUID> ids) {
        return jdbc.sql("select * from account where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::read)
                .list();
    }

    List<Account> lock(Collection<UUID> ids) {
        return jdbc.sql("select * from account where id = any (:ids) order by id for update")
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::read)
                .list();
    }

    List<Account> ofUsers(@Nullable UUID applicationId, Collection<UUID> userIds) {
        return jdbc.sql("select * from account where application_id = :application and user_id = any (:users) order by id")
                .param("application", applicationId)
                .param("users", userIds.toArray(UUID[]::new))
                .query(this::read)
                .list();
    }

    List<Account> ofUsers(Collection<UUID> userIds) {
        return jdbc.sql("select * from account where user_id = any (:users) order by id")
                .param("users", userIds.toArray(UUID[]::new))
                .query(this::read)
                .list();
    }

    Map<UUID, String> remoteIds(Collection<UUID> ids) {
        Map<UUID, String> found = new HashMap<>();
        jdbc.sql("select id, remote_id from account where id = any (:ids) and remote_id is not null")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    found.put(row.getObject("id", UUID.class), row.getString("remote_id"));
                });
        return found;
    }

    /** Those whose name is taken are left out. */
    Set<UUID> insert(List<RequestedAccount> accounts, Instant now) {
        return jdbc.sql("""
                insert into account (id, application_id, user_id, name, status, created_at, updated_at)
                select id, application_id, user_id, name, 'REQUESTED', :now, :now
                from unnest(:ids, :applications, :users, :names) as a (id, application_id, user_id, name)
                on conflict (application_id, lower(name)) do nothing
                returning id""")
                .param("ids", accounts.stream().map(RequestedAccount::id).toArray(UUID[]::new))
                .param("applications", accounts.stream().map(RequestedAccount::applicationId).toArray(UUID[]::new))
                .param("users", accounts.stream().map(RequestedAccount::userId).toArray(UUID[]::new))
                .param("names", accounts.stream().map(RequestedAccount::name).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .set();
    }

    /** Those whose name is taken are left out. */
    Set<UUID> insertFound(List<FoundAccount> accounts, Instant now) {
        return jdbc.sql("""
                insert into account (id, application_id, user_id, name, remote_id, attributes, status, last_sign_in_at, created_at, updated_at)
                select id, application_id, user_id, name, remote_id, jsonb_strip_nulls(cast(attributes as jsonb)),
                       case when active then 'ACTIVE' else 'DISABLED' end, seen, :now, :now
                from unnest(:ids, :applications, :users, :names, :remoteIds, :attributes, :active, :seen)
                    as a (id, application_id, user_id, name, remote_id, attributes, active, seen)
                on conflict (application_id, lower(name)) do nothing
                returning id""")
                .param("ids", accounts.stream().map(FoundAccount::id).toArray(UUID[]::new))
                .param("applications", accounts.stream().map(FoundAccount::applicationId).toArray(UUID[]::new))
                .param("users", accounts.stream().map(FoundAccount::userId).toArray(UUID[]::new))
                .param("names", accounts.stream().map(FoundAccount::name).toArray(String[]::new))
                .param("remoteIds", accounts.stream().map(FoundAccount::remoteId).toArray(String[]::new))
                .param("attributes", accounts.stream().map(account -> json.writeValueAsString(account.attributes())).toArray(String[]::new))
                .param("active", accounts.stream().map(FoundAccount::active).toArray(Boolean[]::new))
                .param("seen", accounts.stream().map(FoundAccount::lastSignInAt).map(AccountRepository::timestamp).toArray(Timestamp[]::new))
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .set();
    }

    /** The version stays: nothing an editor shows has changed. */
    void signedIn(Map<UUID, Instant> times) {
        List<Map.Entry<UUID, Instant>> entries = List.copyOf(times.entrySet());
        jdbc.sql("""
                with locked as (
                    select account.id, said.at
                    from unnest(:ids, :times) as said (id, at)
                    join account on account.id = said.id
                    order by account.id
                    for update of account)
                update account set last_sign_in_at = locked.at
                from locked
                where account.id = locked.id and (account.last_sign_in_at is null or account.last_sign_in_at < locked.at)""")
                .param("ids", entries.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param("times", entries.stream().map(Map.Entry::getValue).map(AccountRepository::timestamp).toArray(Timestamp[]::new))
                .update();
    }

    List<Account> withRemoteIds(UUID applicationId, Collection<String> remoteIds) {
        return jdbc.sql("select * from account where application_id = :application and remote_id = any (:remoteIds) order by id")
                .param("application", applicationId)
                .param("remoteIds", remoteIds.toArray(String[]::new))
                .query(this::read)
                .list();
    }

    /** Those that are in organizations of these codes, as the target knows it, and those that are not there yet. */
    List<Account> inside(UUID applicationId, Collection<String> codes) {
        return jdbc.sql("""
                select * from account
                where application_id = :application
                  and (attributes ->> '@parent' = any (:codes) or status = 'REQUESTED' or before_deletion = 'REQUESTED')
                order by id""")
                .param("application", applicationId)
                .param("codes", codes.toArray(String[]::new))
                .query(this::read)
                .list();
    }

    void markDeleting(Collection<UUID> ids, Instant now) {
        jdbc.sql("""
                update account
                set status = 'DELETING', before_deletion = status, version = version + 1, updated_at = :now
                where id = any (:ids) and status <> 'DELETING'""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    void setEnds(Map<UUID, Instant> ends, Instant now) {
        List<UUID> ids = List.copyOf(ends.keySet());
        jdbc.sql("""
                update account
                set ends_at = e.ends_at, version = version + 1, updated_at = :now
                from unnest(:ids, :ends) as e (id, ends_at)
                where account.id = e.id and account.ends_at is distinct from e.ends_at""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("ends", ids.stream().map(ends::get).map(end -> end == null ? null : Timestamp.from(end)).toArray(Timestamp[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Locked in the order of their ids first, as everybody does who changes several. */
    void moved(UUID applicationId, @Nullable String before, @Nullable String after, Instant now) {
        jdbc.sql("""
                with inside as (
                    select id from account
                    where application_id = :application and lower(right(remote_id, length(:before) + 1)) = ',' || lower(:before)
                    order by id for update)
                update account
                set remote_id = left(remote_id, length(remote_id) - length(:before)) || :after, version = version + 1, updated_at = :now
                from inside
                where account.id = inside.id""")
                .param("application", applicationId)
                .param("before", before)
                .param("after", after)
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Account> named(UUID applicationId, Collection<String> names) {
        return jdbc.sql("""
                select * from account
                where application_id = :application and lower(name) in (select lower(n) from unnest(:names) as n)""")
                .param("application", applicationId)
                .param("names", names.toArray(String[]::new))
                .query(this::read)
                .list();
    }

    private Account read(ResultSet row, int number) throws SQLException {
        String before = row.getString("before_deletion");
        return new Account(
                row.getObject("id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("name"),
                row.getString("remote_id"),
                Account.Status.valueOf(row.getString("status")),
                before == null ? null : Account.Status.valueOf(before),
                json.readValue(row.getString("attributes"), ATTRIBUTES),
                instant(row.getTimestamp("ends_at")),
                instant(row.getTimestamp("last_sign_in_at")),
                row.getInt("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static @Nullable Timestamp timestamp(Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static @Nullable Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
