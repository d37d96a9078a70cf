package dev.syncline.permission;

import dev.syncline.connector.PermissionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PermissionRepository {

    private static final UUID LOWEST = new UUID(0, 0);

    private final JdbcClient jdbc;

    PermissionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Permission> page(PermissionFilter filter, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from permission
                where (:anyApplication or application_id = :application)
                  and (:seesAll or application_id = any (:visible))
                  and (:kind = '' or kind = :kind)
                  and (position(lower(:text) in lower(name)) > 0 or position(lower(:text) in lower(value)) > 0)
                  and id > :after
                order by id
                limit :limit""")
                .param("anyApplication", filter.applicationId() == null)
                .param("application", filter.applicationId() == null ? LOWEST : filter.applicationId())
                .param("seesAll", filter.visible().isAll())
                .param("visible", filter.visible().ids())
                .param("kind", filter.kind() == null ? "" : filter.kind().name())
                .param("text", filter.text() == null ? "" : filter.text().strip())
                .param("after", after == null ? LOWEST : after)
                .param("limit", limit)
                .query(PermissionRepository::read)
                .list();
    }

    List<Permission> byId(Collection<UUID> ids) {
        return jdbc.sql("select * from permission where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(PermissionRepository::read)
                .list();
    }

    List<Permission> byName(@Nullable UUID applicationId, Collection<String> names) {
        return jdbc.sql("""
                select * from permission
                where application_id = :application and name = any (:names)
                order by name, kind""")
                .param("application", applicationId)
                .param("names", names.toArray(String[]::new))
                .query(PermissionRepository::read)
                .list();
    }

    void insert(Permission permission, Instant now) {
        jdbc.sql("""
                insert into permission (id, application_id, kind, name, value, description, created_at, updated_at)
                values (:id, :application, :kind, :name, :value, :description, :now, :now)""")
                .param("id", permission.id())
                .param("application", permission.applicationId())
                .param("kind", permission.kind().name())
                .param("name", permission.name())
                .param("value", permission.value())
                .param("description", permission.description())
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean update(Permission permission, Instant now) {
        return jdbc.sql("""
                update permission
                set kind = :kind, name = :name, value = :value, description = :description, version = version + 1, updated_at = :now
                where id = :id and version = :version""")
                .param("id", permission.id())
                .param("version", permission.version())
                .param("kind", permission.kind().name())
                .param("name", permission.name())
                .param("value", permission.value())
                .param("description", permission.description())
                .param("now", Timestamp.from(now))
                .update() == 1;
    }

    boolean delete(UUID id, int version) {
        return jdbc.sql("delete from permission where id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .update() == 1;
    }

    private static Permission read(ResultSet row, int number) throws SQLException {
        return new Permission(
                row.getObject("id", UUID.class),
                row.getObject("application_id", UUID.class),
                PermissionKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("value"),
                row.getString("description"),
                row.getInt("version"));
    }
}
