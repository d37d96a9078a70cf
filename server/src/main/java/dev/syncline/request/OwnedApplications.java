package dev.syncline.request;

import dev.syncline.rights.Ownership;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The owners who approve access to an application are the ones who see to its tasks. */
@Repository
class OwnedApplications implements Ownership {

    private final JdbcClient jdbc;

    OwnedApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> ofAdministrator(UUID administrator) {
        return Set.copyOf(jdbc.sql("""
                select o.application_id
                from administrator a
                join users u on u.id = a.user_id and u.status = 'ENABLED'
                join application_owner o on o.user_id = u.id
                where a.id = :id
                """)
                .param("id", administrator)
                .query(UUID.class)
                .list());
    }
}
