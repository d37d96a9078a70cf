package dev.syncline.presence;

import static dev.syncline.sql.LikePattern.literal;

import dev.syncline.connector.ObjectType;
import dev.syncline.presence.Presence.Key;
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

@Repository
class PresenceRepository {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PresenceRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Presence> page(UUID applicationId, ObjectType objectType, Presence.Status status, String text, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from presence
                where application_id = :application and object_type = :type and id > :after
                  and (:status = '' or status = :status)
                  and (:text = '' or name ilike '%' || :text || '%' or code ilike '%' || :text || '%')
                order by id
                limit :limit""")
                .param("application", applicationId)
                .param("type", objectType.name())
                .param("after", after == null ? LOWEST : after)
                .param("status", status == null ? "" : status.name())
                .param("text", literal(text))
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    List<Presence> byKey(Collection<Key> keys) {
        List<Key> all = List.copyOf(keys);
        return jdbc.sql("""
                select p.* from presence p
                join unnest(:applications, :types, :objects) as k (application_id, object_type, object_id)
                  on p.application_id = k.application_id and p.object_type = k.object_type and p.object_id = k.object_id""")
                .param("applications", all.stream().map(Key::applicationId).toArray(UUID[]::new))
                .param("types", all.stream().map(key -> key.objectType().name()).toArray(String[]::new))
                .param("objects", all.stream().map(Key::objectId).toArray(UUID[]::new))
                .query(this::read)
                .list();
    }

    List<Presence> byCode(UUID applicationId, ObjectType objectType, String code) {
        return jdbc.sql("select * from presence where application_id = :application and object_type = :type and code = :code order by id")
                .param("application", applicationId)
                .param("type", objectType.name())
                .param("code", code)
                .query(this::read)
                .list();
    }

    /** Organizations that are below one of these codes, and those that leave before they were known to be anywhere. */
    List<Presence> below(UUID applicationId, Collection<String> codes) {
        return jdbc.sql("""
                select * from presence
                where application_id = :application and object_type = 'ORGANIZATION'
                  and (attributes ->> '@parent' = any (:codes) or before_deletion = 'REQUESTED')""")
                .param("application", applicationId)
                .param("codes", codes.toArray(String[]::new))
                .query(this::read)
                .list();
    }

    List<Presence> all(UUID applicationId, ObjectType objectType) {
        return jdbc.sql("select * from presence where application_id = :application and object_type = :type order by id")
                .param("application", applicationId)
                .param("type", objectType.name())
                .query(this::read)
                .list();
    }

    List<Presence> lock(Collection<UUID> ids) {
        return jdbc.sql("select * from presence where id = any (:ids) order by id for update")
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::read)
                .list();
    }

    Map<UUID, String> remoteIds(Collection<UUID> ids) {
        Map<UUID, String> found = new HashMap<>();
        jdbc.sql("select id, remote_id from presence where id = any (:ids) and remote_id is not null")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    found.put(row.getObject("id", UUID.class), row.getString("remote_id"));
                });
        return found;
    }

    /** Those that another transaction has made meanwhile are left out. */
    Set<UUID> insert(List<Presence> wanted, Instant now) {
        return jdbc.sql("""
                insert into presence (id, application_id, object_type, object_id, name, code, status, created_at, updated_at)
                select id, application_id, object_type, object_id, name, code, 'REQUESTED', :now, :now
                from unnest(:ids, :applications, :types, :objects, :names, :codes)
                    as p (id, application_id, object_type, object_id, name, code)
                on conflict (application_id, object_type, object_id) do nothing
                returning id""")
                .param("ids", wanted.stream().map(Presence::id).toArray(UUID[]::new))
                .param("applications", wanted.stream().map(Presence::applicationId).toArray(UUID[]::new))
                .param("types", wanted.stream().map(presence -> presence.objectType().name()).toArray(String[]::new))
                .param("objects", wanted.stream().map(Presence::objectId).toArray(UUID[]::new))
                .param("names", wanted.stream().map(Presence::name).toArray(String[]::new))
                .param("codes", wanted.stream().map(Presence::code).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .set();
    }

    /** Found in the target. One that is here without an id, as without data synchronization, gets it; any other is left out. */
    Set<UUID> insertFound(List<Presence> found, Instant now) {
        return jdbc.sql("""
                insert into presence (id, application_id, object_type, object_id, name, code, remote_id, status, attributes, created_at, updated_at)
                select id, application_id, object_type, object_id, name, code, remote_id, 'ACTIVE', cast(attributes as jsonb), :now, :now
                from unnest(:ids, :applications, :types, :objects, :names, :codes, :remoteIds, :attributes)
                    as p (id, application_id, object_type, object_id, name, code, remote_id, attributes)
                on conflict (application_id, object_type, object_id) do update
                set remote_id = excluded.remote_id, name = excluded.name, status = 'ACTIVE', attributes = excluded.attributes, updated_at = :now
                where presence.status = 'ACTIVE' and presence.remote_id is null
                returning object_id""")
                .param("ids", found.stream().map(Presence::id).toArray(UUID[]::new))
                .param("applications", found.stream().map(Presence::applicationId).toArray(UUID[]::new))
                .param("types", found.stream().map(presence -> presence.objectType().name()).toArray(String[]::new))
                .param("objects", found.stream().map(Presence::objectId).toArray(UUID[]::new))
                .param("names", found.stream().map(Presence::name).toArray(String[]::new))
                .param("codes", found.stream().map(Presence::code).toArray(String[]::new))
                .param("remoteIds", found.stream().map(Presence::remoteId).toArray(String[]::new))
                .param("attributes", found.stream().map(presence -> json.writeValueAsString(presence.attributes())).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .set();
    }

    void markDeleting(Collection<UUID> ids, Instant now) {
        jdbc.sql("""
                update presence set status = 'DELETING', before_deletion = status, updated_at = :now
                where id = any (:ids) and status <> 'DELETING'""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** What is below an organization names it by its code, so a new code is taken over there. */
    void recode(Map<UUID, String> codes, Instant now) {
        List<UUID> ids = List.copyOf(codes.keySet());
        jdbc.sql("""
                with changed as (
                    select p.id, p.application_id, p.object_type, p.code as before, c.code as after
                    from unnest(:ids, :codes) as c (id, code) join presence p on p.id = c.id),
                below as (
                    update presence child set attributes = jsonb_set(child.attributes, '{@parent}', to_jsonb(changed.after)), updated_at = :now
                    from changed
                    where changed.object_type = 'ORGANIZATION' and child.object_type = 'ORGANIZATION'
                      and child.application_id = changed.application_id and child.attributes ->> '@parent' = changed.before
                      and child.id not in (select id from changed))
                update presence set code = changed.after, updated_at = :now from changed where presence.id = changed.id""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("codes", ids.stream().map(codes::get).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Everything but deletions. One that is to be deleted meanwhile stays so. */
    void apply(List<PresenceEffect> effects, Instant now) {
        jdbc.sql("""
                update presence
                set status = case presence.status when 'DELETING' then 'DELETING' else 'ACTIVE' end,
                    before_deletion = case presence.status when 'DELETING' then 'ACTIVE' end,
                    name = e.name,
                    remote_id = coalesce(e.remote_id, presence.remote_id),
                    attributes = jsonb_strip_nulls(presence.attributes || cast(e.attributes as jsonb)),
                    updated_at = :now
                from unnest(:ids, :names, :attributes, :remoteIds) as e (id, name, attributes, remote_id)
                where presence.id = e.id""")
                .param("ids", effects.stream().map(PresenceEffect::presenceId).toArray(UUID[]::new))
                .param("names", effects.stream().map(PresenceEffect::name).toArray(String[]::new))
                .param("attributes", effects.stream().map(effect -> json.writeValueAsString(effect.attributes())).toArray(String[]::new))
                .param("remoteIds", effects.stream().map(PresenceEffect::remoteId).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Ids that end with an organization's id (a DN does) follow when that changes. */
    void moved(UUID applicationId, @Nullable String before, @Nullable String after, Instant now) {
        jdbc.sql("""
                update presence
                set remote_id = left(remote_id, length(remote_id) - length(:before)) || :after, updated_at = :now
                where application_id = :application and lower(right(remote_id, length(:before) + 1)) = ',' || lower(:before)""")
                .param("application", applicationId)
                .param("before", before)
                .param("after", after)
                .param("now", Timestamp.from(now))
                .update();
    }

    void delete(Collection<UUID> ids) {
        jdbc.sql("delete from presence where id = any (:ids)").param("ids", ids.toArray(UUID[]::new)).update();
    }

    void backToBefore(Collection<UUID> ids, Instant now) {
        jdbc.sql("""
                update presence set status = before_deletion, before_deletion = null, updated_at = :now
                where id = any (:ids) and status = 'DELETING'""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Those that were never made in the target. */
    void deleteRequested(Collection<UUID> ids) {
        jdbc.sql("delete from presence where id = any (:ids) and status = 'REQUESTED'").param("ids", ids.toArray(UUID[]::new)).update();
    }

    private Presence read(ResultSet row, int number) throws SQLException {
        return new Presence(
                row.getObject("id", UUID.class),
                row.getObject("application_id", UUID.class),
                ObjectType.valueOf(row.getString("object_type")),
                row.getObject("object_id", UUID.class),
                row.getString("name"),
                row.getString("code"),
                row.getString("remote_id"),
                Presence.Status.valueOf(row.getString("status")),
                json.readValue(row.getString("attributes"), ATTRIBUTES),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
