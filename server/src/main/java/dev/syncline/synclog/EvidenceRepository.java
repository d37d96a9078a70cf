package dev.syncline.synclog;

import dev.syncline.journal.MaskedBy;
import dev.syncline.journal.WireBodies;
import dev.syncline.synclog.TaskDetail.Callback;
import dev.syncline.synclog.TaskDetail.Request;
import dev.syncline.synclog.TaskDetail.Response;
import dev.syncline.synclog.TaskDetail.Step;
import dev.syncline.synclog.TaskDetail.Try;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is on record about one task: its log, its attempts, what went over the wire, what was called back. */
@Repository
class EvidenceRepository {

    /** Headers and body as they are stored. */
    private record Content(Map<String, List<String>> headers, String body, @Nullable List<MaskedBy> masked) {
        @SuppressWarnings("UnusedMethod") // made by the JSON mapper
        Content {
            masked = masked == null ? List.of() : masked;
        }
    }

    /** A task that was retried for days has many attempts; the last ones matter. */
    private static final int MOST = 500;

    private static final String LOG = """
            select * from (
                select id, at, event, actor, message, detail from entry where task_id = :task order by id desc limit :most) newest
            order by id
            """;

    private static final String TRIES = """
            select * from (
                select number, started_at, ended_at, outcome, failure_kind, message, counted
                from attempt where task_id = :task order by number desc limit :most) newest
            order by number
            """;

    private static final String REQUESTS = """
            select * from (
                select attempt, seq, at, protocol, operation, target, codec, body, size, cut
                from wire_message where task_id = :task and kind = 'REQUEST'
                order by attempt desc, seq desc limit :most) newest
            order by attempt, seq
            """;

    private static final String RESPONSES = """
            select * from (
                select m.attempt, m.seq, m.kind, m.at, m.status, m.codec, m.body, m.size, m.cut, r.at as asked_at
                from wire_message m
                left join wire_message r on r.task_id = m.task_id and r.attempt = m.attempt and r.seq = m.seq and r.kind = 'REQUEST'
                where m.task_id = :task and m.kind in ('RESPONSE', 'BROKEN')
                order by m.attempt desc, m.seq desc limit :most) newest
            order by attempt, seq
            """;

    private static final String CALLBACKS = """
            select received_at, verdict, webhook_id, message, headers, body, repeats
            from callback where task_id = :task order by id limit :most
            """;

    private final Reading reading;
    private final WireBodies bodies;
    private final JsonMapper json;

    EvidenceRepository(Reading reading, WireBodies bodies, JsonMapper json) {
        this.reading = reading;
        this.bodies = bodies;
        this.json = json;
    }

    List<Step> log(UUID task) {
        return all(LOG, task, (row, number) -> new Step(row.getObject("id", UUID.class), time(row, "at"), row.getString("event"),
                row.getString("actor"), row.getString("message"), tree(row.getString("detail"))));
    }

    List<Try> tries(UUID task) {
        return all(TRIES, task, (row, number) -> new Try(row.getInt("number"), time(row, "started_at"), time(row, "ended_at"),
                Duration.between(time(row, "started_at"), time(row, "ended_at")).toMillis(), row.getString("outcome"),
                row.getString("failure_kind"), row.getString("message"), row.getBoolean("counted")));
    }

    List<Request> requests(UUID task) {
        return all(REQUESTS, task, (row, number) -> {
            Content content = content(task, row);
            return new Request(row.getInt("attempt"), row.getInt("seq"), time(row, "at"), row.getString("protocol"),
                    row.getString("operation"), row.getString("target"), content.headers, content.body, row.getInt("size"),
                    row.getInt("cut"), content.masked);
        });
    }

    List<Response> responses(UUID task) {
        return all(RESPONSES, task, (row, number) -> {
            Content content = content(task, row);
            Instant askedAt = time(row, "asked_at");
            return new Response(row.getInt("attempt"), row.getInt("seq"), time(row, "at"), row.getString("status"), content.headers,
                    content.body, row.getInt("size"), row.getInt("cut"), content.masked, row.getString("kind").equals("BROKEN"),
                    askedAt == null ? null : Duration.between(askedAt, time(row, "at")).toMillis());
        });
    }

    List<Callback> callbacks(UUID task) {
        return all(CALLBACKS, task, (row, number) -> new Callback(time(row, "received_at"), row.getString("verdict"),
                row.getString("webhook_id"), row.getString("message"), tree(row.getString("headers")), row.getString("body"),
                row.getInt("repeats")));
    }

    private <T> List<T> all(String sql, UUID task, RowMapper<T> mapper) {
        return reading.read(jdbc -> jdbc.sql(sql).param("task", task).param("most", MOST).query(mapper).list());
    }

    private Content content(UUID task, ResultSet row) throws SQLException {
        String stored = bodies.decode(task, row.getInt("codec"), row.getBytes("body"));
        // Nothing is left of what was erased.
        return stored.isEmpty() ? new Content(Map.of(), "", null) : json.readValue(stored, Content.class);
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
