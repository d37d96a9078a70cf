package dev.syncline.permissionpackage;

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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PackageRepository {

    private static final UUID LOWEST = new UUID(0, 0);

    private final JdbcClient jdbc;

    PackageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their names, those after the given one. */
    List<PermissionPackage> page(PackageFilter filter, String afterName, int limit) {
        return withItems(jdbc.sql("""
                select * from permission_package p
                where (:text = '' or position(lower(:text) in lower(name || ' ' || coalesce(description, ''))) > 0)
                  and (:active = '' or active = cast(nullif(:active, '') as boolean))
                  and (:requestable = '' or requestable = cast(nullif(:requestable, '') as boolean))
                  and (:provisionable = '' or provisionable = cast(nullif(:provisionable, '') as boolean))
                  and (:anyApplication or exists (select 1 from permission_package_item i
                                                  where i.package_id = p.id and i.application_id = :application))
                  and lower(name) > :after
                order by lower(name)
                limit :limit""")
                .param("text", filter.text() == null ? "" : filter.text().strip())
                .param("active", choice(filter.active()))
                .param("requestable", choice(filter.requestable()))
                .param("provisionable", choice(filter.provisionable()))
                .param("anyApplication", filter.applicationId() == null)
                .param("application", filter.applicationId() == null ? LOWEST : filter.applicationId())
                .param("after", afterName.toLowerCase(Locale.ROOT))
                .param("limit", limit)
                .query(PackageRepository::read)
                .list());
    }

    private static String choice(@Nullable Boolean wanted) {
        return wanted == null ? "" : wanted.toString();
    }

    List<PermissionPackage> byId(Collection<UUID> ids) {
        return withItems(jdbc.sql("select * from permission_package where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(PackageRepository::read)
                .list());
    }

    /** Locks the row until the transaction ends; policies may refer to it meanwhile, or both could wait for each other. */
    Optional<PermissionPackage> lock(UUID id) {
        return withItems(jdbc.sql("select * from permission_package where id = :id for no key update")
                .param("id", id)
                .query(PackageRepository::read)
                .list()).stream().findFirst();
    }

    void insert(PermissionPackage made, Instant now) {
        columns("""
                insert into permission_package (id, name, description, active, provisionable, requestable, max_days, created_at, updated_at)
                values (:id, :name, :description, :active, :provisionable, :requestable, :maxDays, :now, :now)""", made, now);
        insertItems(made);
    }

    void update(PermissionPackage changed, Instant now) {
        columns("""
                update permission_package
                set name = :name, description = :description, active = :active, provisionable = :provisionable,
                    requestable = :requestable, max_days = :maxDays, version = version + 1, updated_at = :now
                where id = :id""", changed, now);
        jdbc.sql("delete from permission_package_item where package_id = :id").param("id", changed.id()).update();
        insertItems(changed);
    }

    void delete(UUID id) {
        jdbc.sql("delete from permission_package where id = :id").param("id", id).update();
    }

    private void columns(String statement, PermissionPackage values, Instant now) {
        jdbc.sql(statement)
                .param("id", values.id())
                .param("name", values.name())
                .param("description", values.description())
                .param("active", values.active())
                .param("provisionable", values.provisionable())
                .param("requestable", values.requestable())
                .param("maxDays", values.maxDays())
                .param("now", Timestamp.from(now))
                .update();
    }

    private void insertItems(PermissionPackage values) {
        jdbc.sql("""
                insert into permission_package_item (package_id, application_id, permission_id, position)
                select :id, application, permission, position
                from unnest(:applications, :permissions) with ordinality as i (application, permission, position)""")
                .param("id", values.id())
                .param("applications", values.items().stream().map(PackageItem::applicationId).toArray(UUID[]::new))
                .param("permissions", values.items().stream().map(PackageItem::permissionId).toArray(UUID[]::new))
                .update();
    }

    private List<PermissionPackage> withItems(List<PermissionPackage> found) {
        if (found.isEmpty()) {
            return found;
        }
        Map<UUID, List<PackageItem>> items = new HashMap<>();
        jdbc.sql("select * from permission_package_item where package_id = any (:ids) order by package_id, position")
                .param("ids", found.stream().map(PermissionPackage::id).toArray(UUID[]::new))
                .query(row -> {
                    items.computeIfAbsent(row.getObject("package_id", UUID.class), _ -> new ArrayList<>()).add(new PackageItem(
                            row.getObject("application_id", UUID.class), row.getObject("permission_id", UUID.class)));
                });
        return found.stream()
                .map(one -> new PermissionPackage(one.id(), one.name(), one.description(), one.active(), one.provisionable(),
                        one.requestable(), one.maxDays(), items.getOrDefault(one.id(), List.of()), one.version()))
                .toList();
    }

    private static PermissionPackage read(ResultSet row, int number) throws SQLException {
        return new PermissionPackage(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("active"),
                row.getBoolean("provisionable"),
                row.getBoolean("requestable"),
                row.getObject("max_days", Integer.class),
                List.of(),
                row.getInt("version"));
    }
}
