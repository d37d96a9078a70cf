package dev.syncline.notification;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where is looked: every application, or these. */
record Scope(List<UUID> applicationIds) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** A statement over {@code scope}, the applications that are looked at. */
    JdbcClient.StatementSpec over(JdbcClient jdbc, String statement) {
        return jdbc.sql("""
                with scope as materialized (
                    select id, name, data_synchronization, callback_deadline_seconds, created_at
                    from application
                    where :everywhere or id in (:applications)),
                """ + statement)
                .param("everywhere", applicationIds.isEmpty())
                .param("applications", applicationIds.isEmpty() ? List.of(NOBODY) : applicationIds);
    }
}
