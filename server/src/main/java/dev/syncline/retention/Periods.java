package dev.syncline.retention;

import dev.syncline.problem.ProblemException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long what is kept: everywhere, and in applications that have it otherwise. */
@Component
class Periods {

    /** @param applicationName null when the application was removed and only its tasks are left */
    record OfApplication(UUID applicationId, @Nullable String applicationName, @Nullable Integer payloadDays, @Nullable Integer taskDays,
            @Nullable Integer auditDays) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Periods(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What holds everywhere else. */
    Period everywhere() {
        return all().stream().filter(period -> period.applicationId() == null).findFirst().orElse(Period.FOR_EVER);
    }

    /** Of one application; without one of its own what holds everywhere. */
    Period of(UUID application) {
        return all().stream().filter(period -> application.equals(period.applicationId())).findFirst().orElseGet(this::everywhere);
    }

    List<Period> all() {
        return jdbc.sql("select application_id, payload_days, task_days, audit_days from retention_period order by application_id nulls first")
                .query((row, n) -> new Period(row.getObject(1, UUID.class), row.getObject(2, Integer.class), row.getObject(3, Integer.class),
                        row.getObject(4, Integer.class))).list();
    }

    /** Those that have it otherwise, by name. */
    List<OfApplication> ofApplications() {
        return jdbc.sql("""
                select p.application_id, a.name, p.payload_days, p.task_days, p.audit_days
                from retention_period p left join application a on a.id = p.application_id
                where p.application_id is not null
                order by lower(a.name), p.application_id
                """).query((row, n) -> new OfApplication(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, Integer.class),
                        row.getObject(4, Integer.class), row.getObject(5, Integer.class))).list();
    }

    @Transactional
    public Period set(Period period) {
        if (period.applicationId() != null && !jdbc.sql("select exists (select from application where id = :id)")
                .param("id", period.applicationId()).query(Boolean.class).single()) {
            throw ProblemException.notFound("application", period.applicationId());
        }
        jdbc.sql("""
                insert into retention_period (application_id, payload_days, task_days, audit_days, updated_at)
                values (:application, :payloads, :tasks, :audit, :now)
                on conflict (application_id) do update
                set payload_days = excluded.payload_days, task_days = excluded.task_days, audit_days = excluded.audit_days,
                    updated_at = excluded.updated_at
                """)
                .param("application", period.applicationId(), Types.OTHER).param("payloads", period.payloadDays(), Types.INTEGER)
                .param("tasks", period.taskDays(), Types.INTEGER).param("audit", period.auditDays(), Types.INTEGER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        return period;
    }

    /** The application has what holds everywhere again. */
    @Transactional
    public void unset(UUID application) {
        jdbc.sql("delete from retention_period where application_id = :application").param("application", application).update();
    }
}
