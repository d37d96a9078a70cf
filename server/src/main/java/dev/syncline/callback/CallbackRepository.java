package dev.syncline.callback;

import dev.syncline.id.Ids;
import dev.syncline.task.EarlyCallbacks;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The record of callbacks. */
@Repository
class CallbackRepository {

    private static final String INSERT = """
            insert into callback (id, task_id, application_id, webhook_id, received_at, verdict, succeeded, remote_id, message, headers,
                body, remote_address, applied_at)
            values (:id, :task, :application, :webhookId, :receivedAt, :verdict, :succeeded, :remoteId, :message, :headers::jsonb,
                :body, :remoteAddress, :appliedAt)
            """;

    private static final String APPLIED = """
            select exists (
                select 1 from callback
                where task_id = :task and webhook_id = :webhookId and verdict in ('ACCEPTED', 'EARLY', 'LATE'))
            """;

    private static final String COUNT = "select count(*) from callback where task_id = :task and verdict = :verdict";

    private static final String REPEAT = """
            update callback set repeats = repeats + 1
            where id = (select id from callback where task_id = :task and verdict = :verdict order by id desc limit 1)
            """;

    // The first one kept since the attempt began counts; later ones would contradict or repeat it.
    private static final String TAKE = """
            update callback c set applied_at = ?
            from (
                select distinct on (k.task_id) k.id
                from callback k
                join unnest(?::uuid[], ?::timestamptz[]) as asked(task_id, since) on asked.task_id = k.task_id
                where k.verdict = 'EARLY' and k.applied_at is null and k.received_at >= asked.since
                order by k.task_id, k.id) first
            where c.id = first.id
            returning c.task_id, c.succeeded, c.remote_id, c.message
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;
    private final Ids ids;

    CallbackRepository(JdbcClient jdbc, JdbcTemplate template, JsonMapper json, Ids ids) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
        this.ids = ids;
    }

    /** @param headers, body redacted */
    void insert(Message message, Received received, Map<String, List<String>> headers, String body, Instant now) {
        Answer answer = received.answer();
        jdbc.sql(INSERT)
                .param("id", ids.next())
                .param("task", message.taskId())
                .param("application", message.applicationId())
                .param("webhookId", received.webhookId())
                .param("receivedAt", Timestamp.from(now))
                .param("verdict", received.verdict().name())
                .param("succeeded", answer == null ? null : answer.succeeded())
                .param("remoteId", answer == null ? null : answer.remoteId())
                .param("message", received.explanation() != null || answer == null ? received.explanation() : answer.message())
                .param("headers", json.writeValueAsString(headers))
                .param("body", body)
                .param("remoteAddress", message.remoteAddress())
                .param("appliedAt", applies(received.verdict()) ? Timestamp.from(now) : null)
                .update();
    }

    /** Whether a message with this id was already taken for the task. */
    boolean applied(UUID task, String webhookId) {
        return jdbc.sql(APPLIED).param("task", task).param("webhookId", webhookId).query(Boolean.class).single();
    }

    int count(UUID task, Verdict verdict) {
        return jdbc.sql(COUNT).param("task", task).param("verdict", verdict.name()).query(Integer.class).single();
    }

    /** Counts one more like the last one kept. */
    void repeat(UUID task, Verdict verdict) {
        jdbc.sql(REPEAT).param("task", task).param("verdict", verdict.name()).update();
    }

    Map<UUID, EarlyCallbacks.Result> take(Map<UUID, Instant> startedAt, Instant now) {
        List<Map.Entry<UUID, Instant>> asked = List.copyOf(startedAt.entrySet());
        Map<UUID, EarlyCallbacks.Result> taken = new HashMap<>();
        template.query(TAKE, statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", asked.stream().map(Map.Entry::getKey).toArray()));
            statement.setArray(3, statement.getConnection()
                    .createArrayOf("timestamptz", asked.stream().map(one -> one.getValue().toString()).toArray()));
        }, row -> {
            taken.put(row.getObject("task_id", UUID.class), new EarlyCallbacks.Result(
                    row.getBoolean("succeeded"), row.getString("remote_id"), row.getString("message")));
        });
        return taken;
    }

    private static boolean applies(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED, LATE -> true;
            case EARLY, DUPLICATE, FORGED, STALE, INVALID, IGNORED -> false;
        };
    }
}
