package dev.syncline.rights;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoleRepository {

    private final JdbcClient jdbc;

    RoleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Assigned(UUID administrator, Role role) {}

    List<Assigned> of(Collection<UUID> administrators) {
        return jdbc.sql("select administrator_id, role from administrator_role where administrator_id = any (:ids)")
                .param("ids", administrators.toArray(UUID[]::new))
                .query((row, n) -> new Assigned(row.getObject("administrator_id", UUID.class), Role.valueOf(row.getString("role"))))
                .list();
    }

    /** For the rest of the transaction: two who take each other's role at once would leave nobody. */
    void lock() {
        jdbc.sql("lock table administrator_role in share row exclusive mode").update();
    }

    boolean anAdministratorIsLeft() {
        return jdbc.sql("""
                select exists (
                    select from administrator_role r
                    join administrator a on a.id = r.administrator_id and a.disabled_at is null
                    where r.role = 'ADMINISTRATOR')
                """).query(Boolean.class).single();
    }

    void replace(UUID administrator, Set<Role> wanted) {
        String[] names = wanted.stream().map(Role::name).toArray(String[]::new);
        jdbc.sql("delete from administrator_role where administrator_id = :id and role <> all (:roles)")
                .param("id", administrator)
                .param("roles", names)
                .update();
        jdbc.sql("""
                insert into administrator_role (administrator_id, role)
                select :id, role from unnest(:roles) as role
                on conflict do nothing
                """)
                .param("id", administrator)
                .param("roles", names)
                .update();
    }
}
