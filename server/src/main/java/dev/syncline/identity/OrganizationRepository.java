package dev.syncline.identity;

import static dev.syncline.sql.LikePattern.literal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrganizationRepository {

    private final JdbcClient jdbc;

    OrganizationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Organization> page(String text, String afterCode, int limit) {
        return jdbc.sql("""
                select id, code, name, parent_id, version
                from organization
                where (:text = '' or code ilike '%' || :text || '%' or name ilike '%' || :text || '%')
                  and code > :after
                order by code
                limit :limit""")
                .param("text", literal(text))
                .param("after", afterCode)
                .param("limit", limit)
                .query(OrganizationRepository::read)
                .list();
    }

    List<Organization> all() {
        return jdbc.sql("""
                with recursive tree (id, code, name, parent_id, version, depth) as (
                    select id, code, name, parent_id, version, 0 from organization where parent_id is null
                    union all
                    select o.id, o.code, o.name, o.parent_id, o.version, tree.depth + 1
                    from organization o join tree on o.parent_id = tree.id)
                select id, code, name, parent_id, version from tree order by depth, code""")
                .query(OrganizationRepository::read)
                .list();
    }

    List<Organization> byId(Collection<UUID> ids) {
        return jdbc.sql("select id, code, name, parent_id, version from organization where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(OrganizationRepository::read)
                .list();
    }

    List<Organization> byCode(Collection<String> codes) {
        return jdbc.sql("select id, code, name, parent_id, version from organization where code = any (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(OrganizationRepository::read)
                .list();
    }

    List<Organization> named(Collection<String> words) {
        return jdbc.sql("""
                select id, code, name, parent_id, version from organization
                where lower(code) in (select lower(w) from unnest(:words) as w) or lower(name) in (select lower(w) from unnest(:words) as w)""")
                .param("words", words.toArray(String[]::new))
                .query(OrganizationRepository::read)
                .list();
    }

    Set<UUID> withDescendants(UUID id) {
        return jdbc.sql("""
                with recursive tree (id) as (
                    select id from organization where id = :id
                    union
                    select child.id from organization child join tree on child.parent_id = tree.id)
                select id from tree""")
                .param("id", id)
                .query(UUID.class)
                .set();
    }

    /** One change of the tree at a time: two moves that are fine alone can make a circle together. */
    void lockTree() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('organization tree'))").query(row -> {});
    }

    /**
     * Locks an organization so that nobody joins it until the transaction ends: who is moved there waits for its new name, and who was
     * moved there before is seen.
     */
    void lock(UUID id) {
        jdbc.sql("select id from organization where id = :id for update").param("id", id).query(UUID.class).optional();
    }

    void insert(Organization organization, Instant now) {
        jdbc.sql("""
                insert into organization (id, code, name, parent_id, created_at, updated_at)
                values (:id, :code, :name, :parent, :now, :now)""")
                .param("id", organization.id())
                .param("code", organization.code())
                .param("name", organization.name())
                .param("parent", organization.parentId())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Organization> update(Organization organization, Instant now) {
        return jdbc.sql("""
                update organization
                set code = :code, name = :name, parent_id = :parent, version = version + 1, updated_at = :now
                where id = :id and version = :version
                returning id, code, name, parent_id, version""")
                .param("id", organization.id())
                .param("version", organization.version())
                .param("code", organization.code())
                .param("name", organization.name())
                .param("parent", organization.parentId())
                .param("now", Timestamp.from(now))
                .query(OrganizationRepository::read)
                .optional();
    }

    boolean delete(UUID id, int version) {
        return jdbc.sql("delete from organization where id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .update() == 1;
    }

    /** What keeps it from being deleted. */
    Uses uses(UUID id) {
        return jdbc.sql("""
                select (select count(*) from organization where parent_id = :id) as children,
                       (select count(*) from users where organization_id = :id and status <> 'DELETED') as members,
                       (select count(*) from users where organization_id = :id and status = 'DELETED') as leavers""")
                .param("id", id)
                .query((row, number) -> new Uses(row.getLong("children"), row.getLong("members"), row.getLong("leavers")))
                .single();
    }

    /** @param leavers deleted users whose accounts are not gone yet */
    record Uses(long children, long members, long leavers) {}

    private static Organization read(ResultSet row, int number) throws SQLException {
        return new Organization(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getObject("parent_id", UUID.class),
                row.getInt("version"));
    }
}
