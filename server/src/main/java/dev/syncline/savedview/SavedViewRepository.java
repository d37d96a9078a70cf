package dev.syncline.savedview;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SavedViewRepository {

    private final JdbcClient jdbc;

    SavedViewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those a reader sees in the order of their names, after the given name and id.
     *
     * @param shared whether the reader sees what others share
     */
    List<SavedView> page(@Nullable UUID reader, boolean shared, String afterName, UUID afterId, int limit) {
        return jdbc.sql("""
                select id, name, address, shared, owner_id, owner_name, version, updated_at
                from saved_view
                where (shared and :sharedToo or owner_id = :reader) and (lower(name), id) > (:name, :id)
                order by lower(name), id
                limit :limit""")
                .param("reader", reader)
                .param("sharedToo", shared)
                .param("name", afterName.toLowerCase(Locale.ROOT))
                .param("id", afterId)
                .param("limit", limit)
                .query(SavedView.class)
                .list();
    }

    Optional<SavedView> find(UUID id) {
        return jdbc.sql("select id, name, address, shared, owner_id, owner_name, version, updated_at from saved_view where id = :id")
                .param("id", id)
                .query(SavedView.class)
                .optional();
    }

    /** How many views somebody has made. */
    int count(@Nullable UUID owner) {
        return jdbc.sql("select count(*) from saved_view where owner_id = :owner").param("owner", owner).query(Integer.class).single();
    }

    void insert(SavedView view) {
        jdbc.sql("""
                insert into saved_view (id, name, address, shared, owner_id, owner_name, version, created_at, updated_at)
                values (:id, :name, :address, :shared, :owner, :ownerName, :version, :now, :now)""")
                .param("id", view.id())
                .param("name", view.name())
                .param("address", view.address())
                .param("shared", view.shared())
                .param("owner", view.ownerId())
                .param("ownerName", view.ownerName())
                .param("version", view.version())
                .param("now", Timestamp.from(view.updatedAt()))
                .update();
    }

    /** Empty when the stored version is another, or when the view is gone. */
    Optional<SavedView> update(UUID id, int version, ViewBody wanted, Instant now) {
        return jdbc.sql("""
                update saved_view
                set name = :name, address = :address, shared = :shared, version = version + 1, updated_at = :now
                where id = :id and version = :version
                returning id, name, address, shared, owner_id, owner_name, version, updated_at""")
                .param("name", wanted.name().strip())
                .param("address", wanted.address())
                .param("shared", wanted.isShared())
                .param("now", Timestamp.from(now))
                .param("id", id)
                .param("version", version)
                .query(SavedView.class)
                .optional();
    }

    /** False when the stored version is another, or when the view is gone. */
    boolean delete(UUID id, int version) {
        return jdbc.sql("delete from saved_view where id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .update() > 0;
    }

    /** A view its reader no longer sees is passed over. */
    Optional<StartView> start(@Nullable UUID reader, boolean shared) {
        return jdbc.sql("""
                select s.view_id, s.shipped, v.address
                from start_view s
                left join saved_view v on v.id = s.view_id
                where s.owner_id = :reader and (s.shipped is not null or v.shared and :sharedToo or v.owner_id = :reader)""")
                .param("reader", reader)
                .param("sharedToo", shared)
                .query(StartView.class)
                .optional();
    }

    void startWith(@Nullable UUID reader, StartView view) {
        jdbc.sql("""
                insert into start_view (owner_id, view_id, shipped) values (:reader, :view, :shipped)
                on conflict (owner_id) do update set view_id = excluded.view_id, shipped = excluded.shipped""")
                .param("reader", reader)
                .param("view", view.viewId())
                .param("shipped", view.shipped() == null ? null : view.shipped().name())
                .update();
    }
}
