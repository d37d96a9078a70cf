package dev.syncline.synclog;

import dev.syncline.synclog.TrailStep.Kind;
import dev.syncline.task.Cause;
import dev.syncline.task.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Repository;

/** What led to a task, by the type of its cause: in the order in which it happened. */
@Repository
class TrailRepository {

    private static final String BATCH = """
            select 'BATCH' as kind, id, null::uuid as within, name, initiator_name as actor, created_at as at, null as note
            from batch where id = :batch or id = :cause
            """;

    private static final String USER_CHANGE = """
            select 'USER_CHANGE' as kind, id, user_id as within, :name as name, actor_name as actor, changed_at as at, null as note
            from user_change where id = :cause
            union all
            select 'PERMISSION_EDIT', id, user_id, :name, actor_name, changed_at, null
            from permission_edit where id = :cause
            """;

    // A policy's task names the policy alone. What set the policy to work is the change of the user the same person made just before,
    // in the same transaction as the task; otherwise the run of the policy under way then.
    private static final String POLICY = """
            with change as (
                select * from user_change
                where user_id = :user and actor_name = :initiator and changed_at between :opened - interval '1 minute' and :opened
                order by id desc limit 1)
            select 'USER_CHANGE' as kind, id, user_id as within, after ->> 'displayName' as name, actor_name as actor, changed_at as at, null as note
            from change
            union all
            (select 'POLICY_RUN', id, policy_id, reason, initiator_name, created_at, null
             from policy_run
             where policy_id = :cause and created_at <= :opened and (ended_at is null or ended_at >= :opened) and not exists (select 1 from change)
             order by id desc limit 1)
            union all
            select 'POLICY_VERSION', policy_id, null, :name, made_by_name, made_at, number::text
            from policy_version where policy_id = :cause and number = :number
            """;

    private static final String REQUEST = """
            select 'REQUEST' as kind, id, null::uuid as within, :name as name, requester_name as actor, submitted_at as at, reason as note
            from access_request where id = :cause
            union all
            (select 'APPROVAL', request_id, null, :name, actor_name, at, comment
             from access_request_event where request_id = :cause and kind = 'APPROVED'
             order by id)
            """;

    private static final String RELEASE = """
            select 'RELEASE' as kind, id, user_id as within, :name as name, user_name as actor, released_at as at, null as note
            from access_release where id = :cause
            """;

    private static final String EXPIRY = """
            (select 'REQUEST' as kind, r.id, null::uuid as within, 'Request ' || r.number || ' by ' || r.requester_name as name,
                r.requester_name as actor, r.submitted_at as at, r.reason as note
             from access_request r
             where r.id in (select unnest(request_ids) from expiry_item where expiry_id = :cause and account_id = :object)
             order by r.id)
            union all
            select 'EXPIRY', id, null, :name, null, expired_at, null
            from expiry where id = :cause
            """;

    private static final String FINDING = """
            with finding as (select * from governance_finding where id = :cause)
            select case family when 'COMPLIANCE' then 'COMPLIANCE_RULE' else 'ACCOUNT_POLICY' end as kind, check_id as id, null::uuid as within,
                check_name as name, null as actor, null::timestamptz as at, null as note
            from finding
            union all
            select 'GOVERNANCE_RUN', r.id, r.check_id, r.name, r.initiator_name, r.created_at, r.family
            from governance_run r join finding f on f.first_run_id = r.id
            union all
            select 'FINDING', id, check_id, object_name, null, found_at, message from finding
            union all
            select 'DECISION', id, check_id, object_name, decided_by, decided_at, reason from finding where decided_by is not null
            """;

    private static final Pattern VERSION = Pattern.compile(", version (\\d{1,9})$");

    private final Reading reading;

    TrailRepository(Reading reading) {
        this.reading = reading;
    }

    /** The batch the task belongs to, where it has one. */
    List<TrailStep> batch(Task task) {
        return steps(BATCH, task);
    }

    /** Empty when what caused it is no longer kept, or is nothing of which more is known than its name. */
    List<TrailStep> cause(Task task, Cause cause) {
        return switch (cause.type()) {
            case "USER_CHANGE", "GLOBAL_POLICY" -> steps(USER_CHANGE, task);
            case "PROVISIONING_POLICY" -> steps(POLICY, task);
            case "ACCESS_REQUEST" -> steps(REQUEST, task);
            case "ACCESS_RELEASE" -> steps(RELEASE, task);
            case "EXPIRY" -> steps(EXPIRY, task);
            case "FINDING" -> steps(FINDING, task);
            default -> List.of();
        };
    }

    private List<TrailStep> steps(String sql, Task task) {
        Matcher version = VERSION.matcher(task.cause() == null ? "" : task.cause().name());
        return reading.read(jdbc -> jdbc.sql(sql)
                .param("batch", task.batchId(), Types.OTHER)
                .param("cause", task.cause() == null ? null : task.cause().id(), Types.OTHER)
                .param("name", task.cause() == null ? null : task.cause().name(), Types.VARCHAR)
                .param("number", version.find() ? Integer.valueOf(version.group(1)) : null, Types.INTEGER)
                .param("user", task.userId(), Types.OTHER)
                .param("initiator", task.initiator().name())
                .param("opened", Objects.requireNonNull(task.openedAt(), "it has been opened").atOffset(ZoneOffset.UTC))
                .param("object", task.objectId())
                .query((row, number) -> step(row))
                .list());
    }

    private static TrailStep step(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return new TrailStep(Kind.valueOf(row.getString("kind")), row.getObject("id", UUID.class), row.getObject("within", UUID.class),
                row.getString("name"), row.getString("actor"), at == null ? null : at.toInstant(), row.getString("note"));
    }
}
