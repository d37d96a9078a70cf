package dev.syncline.presence;

import dev.syncline.connector.ObjectType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SwitchRepository {

    private final JdbcClient jdbc;

    SwitchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lockShared() {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtext('presence switches'))").query(row -> {});
    }

    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('presence switches'))").query(row -> {});
    }

    void lockMembers() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('presence members'))").query(row -> {});
    }

    Set<UUID> applications(ObjectType objectType) {
        return jdbc.sql("select application_id from presence_switch where object_type = :type")
                .param("type", objectType.name())
                .query(UUID.class)
                .set();
    }

    Set<ObjectType> of(UUID applicationId) {
        return jdbc.sql("select object_type from presence_switch where application_id = :application")
                .param("application", applicationId)
                .query(String.class)
                .list().stream().map(ObjectType::valueOf).collect(Collectors.toSet());
    }

    void on(UUID applicationId, ObjectType objectType, Instant now) {
        jdbc.sql("insert into presence_switch (application_id, object_type, since) values (:application, :type, :now) on conflict do nothing")
                .param("application", applicationId)
                .param("type", objectType.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    void off(UUID applicationId, ObjectType objectType) {
        jdbc.sql("delete from presence_switch where application_id = :application and object_type = :type")
                .param("application", applicationId)
                .param("type", objectType.name())
                .update();
    }
}
