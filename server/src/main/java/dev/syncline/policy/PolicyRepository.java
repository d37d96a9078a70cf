package dev.syncline.policy;

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
class PolicyRepository {

    private static final UUID LOWEST = new UUID(0, 0);

    private final JdbcClient jdbc;

    PolicyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their names, those after the given one. */
    List<Policy> page(PolicyFilter filter, String afterName, int limit) {
        return withGrants(jdbc.sql("""
                select * from policy p
                where deleted_at is null
                  and (:text = '' or position(lower(:text) in lower(name || ' ' || coalesce(description, ''))) > 0)
                  and (:enabled = '' or enabled = cast(nullif(:enabled, '') as boolean))
                  and (:anyPackage or exists (select 1 from policy_grant g where g.policy_id = p.id and g.package_id = :package))
                  and (:anyApplication or exists (select 1 from policy_grant g where g.policy_id = p.id and g.application_id = :application))
                  and lower(name) > :after
                order by lower(name)
                limit :limit""")
                .param("text", filter.text() == null ? "" : filter.text().strip())
                .param("enabled", filter.enabled() == null ? "" : filter.enabled().toString())
                .param("anyPackage", filter.packageId() == null)
                .param("package", filter.packageId() == null ? LOWEST : filter.packageId())
                .param("anyApplication", filter.applicationId() == null)
                .param("application", filter.applicationId() == null ? LOWEST : filter.applicationId())
                .param("after", afterName.toLowerCase(Locale.ROOT))
                .param("limit", limit)
                .query(PolicyRepository::read)
                .list());
    }

    List<Policy> enabled() {
        return withGrants(jdbc.sql("select * from policy where enabled").query(PolicyRepository::read).list());
    }

    /** Also deleted ones. */
    List<Policy> byId(Collection<UUID> ids) {
        return withGrants(jdbc.sql("select * from policy where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(PolicyRepository::read)
                .list());
    }

    /** Those that grant a package and are not deleted, locked until the transaction ends. */
    List<Policy> lockGranting(UUID packageId) {
        return withGrants(jdbc.sql("""
                select * from policy
                where id in (select policy_id from policy_grant where package_id = :package) and deleted_at is null
                order by id
                for update""")
                .param("package", packageId)
                .query(PolicyRepository::read)
                .list());
    }

    /** Locks the row until the transaction ends. */
    Optional<Policy> lock(UUID id) {
        return withGrants(jdbc.sql("select * from policy where id = :id and deleted_at is null for update")
                .param("id", id)
                .query(PolicyRepository::read)
                .list()).stream().findFirst();
    }

    void insert(Policy policy, Instant now) {
        columns("""
                insert into policy (id, name, description, condition, on_leaving, enabled, number, created_at, updated_at)
                values (:id, :name, :description, :condition, :onLeaving, :enabled, :number, :now, :now)""", policy, now);
        insertGrants(policy);
    }

    void update(Policy policy, Instant now) {
        columns("""
                update policy
                set name = :name, description = :description, condition = :condition, on_leaving = :onLeaving, enabled = :enabled,
                    number = :number, version = version + 1, updated_at = :now
                where id = :id""", policy, now);
        deleteGrants(policy.id());
        insertGrants(policy);
    }

    /** It is kept, but grants nothing, so that what it granted can be deleted too. */
    void delete(UUID id, Instant now) {
        jdbc.sql("update policy set enabled = false, deleted_at = :now, updated_at = :now, version = version + 1 where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
        deleteGrants(id);
    }

    private void columns(String statement, Policy policy, Instant now) {
        jdbc.sql(statement)
                .param("id", policy.id())
                .param("name", policy.name())
                .param("description", policy.content().description())
                .param("condition", policy.content().condition())
                .param("onLeaving", policy.content().onLeaving().name())
                .param("enabled", policy.enabled())
                .param("number", policy.number())
                .param("now", Timestamp.from(now))
                .update();
    }

    private void deleteGrants(UUID policyId) {
        jdbc.sql("delete from policy_grant where policy_id = :id").param("id", policyId).update();
    }

    private void insertGrants(Policy policy) {
        List<PolicyGrant> grants = policy.content().grants();
        jdbc.sql("""
                insert into policy_grant (policy_id, position, package_id, application_id, permission_id)
                select :id, position, package, application, permission
                from unnest(:packages, :applications, :permissions) with ordinality as g (package, application, permission, position)""")
                .param("id", policy.id())
                .param("packages", grants.stream().map(PolicyGrant::packageId).toArray(UUID[]::new))
                .param("applications", grants.stream().map(PolicyGrant::applicationId).toArray(UUID[]::new))
                .param("permissions", grants.stream().map(PolicyGrant::permissionId).toArray(UUID[]::new))
                .update();
    }

    private List<Policy> withGrants(List<Policy> found) {
        if (found.isEmpty()) {
            return found;
        }
        Map<UUID, List<PolicyGrant>> grants = new HashMap<>();
        jdbc.sql("select * from policy_grant where policy_id = any (:ids) order by policy_id, position")
                .param("ids", found.stream().map(Policy::id).toArray(UUID[]::new))
                .query(row -> {
                    grants.computeIfAbsent(row.getObject("policy_id", UUID.class), _ -> new ArrayList<>()).add(new PolicyGrant(
                            row.getObject("package_id", UUID.class),
                            row.getObject("application_id", UUID.class),
                            row.getObject("permission_id", UUID.class)));
                });
        return found.stream()
                .map(policy -> policy.with(new PolicyContent(policy.name(), policy.content().description(), policy.content().condition(),
                        policy.content().onLeaving(), grants.getOrDefault(policy.id(), List.of())), policy.number()))
                .toList();
    }

    private static Policy read(ResultSet row, int number) throws SQLException {
        Timestamp deletedAt = row.getTimestamp("deleted_at");
        return new Policy(
                row.getObject("id", UUID.class),
                new PolicyContent(row.getString("name"), row.getString("description"), row.getString("condition"),
                        OnLeaving.valueOf(row.getString("on_leaving")), List.of()),
                row.getBoolean("enabled"),
                row.getInt("number"),
                row.getInt("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                deletedAt == null ? null : deletedAt.toInstant());
    }
}
