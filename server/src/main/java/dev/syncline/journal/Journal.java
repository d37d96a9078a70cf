package dev.syncline.journal;

import static dev.syncline.sql.ArrayColumns.bool;
import static dev.syncline.sql.ArrayColumns.bytes;
import static dev.syncline.sql.ArrayColumns.integer;
import static dev.syncline.sql.ArrayColumns.name;
import static dev.syncline.sql.ArrayColumns.text;
import static dev.syncline.sql.ArrayColumns.time;
import static dev.syncline.sql.ArrayColumns.uuid;

import dev.syncline.id.Ids;
import dev.syncline.sql.ArrayColumns;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes the record. Every method is one statement for the whole list, in the caller's transaction if there is one. */
@Repository
public class Journal {

    private static final String ENTRIES = """
            insert into entry (id, task_id, at, event, actor, message, detail)
            select u.id, u.task_id, u.at, u.event, u.actor, u.message, u.detail::jsonb
            from unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[])
                as u(id, task_id, at, event, actor, message, detail)
            """;

    // A worker that lost its attempt and the sweep that took it may both tell how it ended: the first one stands.
    private static final String ATTEMPTS = """
            insert into attempt (task_id, number, runner_id, started_at, ended_at, outcome, failure_kind, message, counted)
            select * from unnest(?::uuid[], ?::int[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::bool[])
            on conflict do nothing
            """;

    private static final String MESSAGES = """
            insert into wire_message
                (task_id, attempt, seq, kind, at, protocol, operation, target, status, codec, body, size, cut)
            select * from unnest(?::uuid[], ?::int[], ?::int[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::smallint[], ?::bytea[], ?::int[], ?::int[])
            on conflict do nothing
            """;

    private static final ArrayColumns<Attempt> ATTEMPT_COLUMNS = new ArrayColumns<>(
            uuid(Attempt::taskId), integer(Attempt::number), uuid(Attempt::runnerId), time(Attempt::startedAt), time(Attempt::endedAt),
            text(Attempt::outcome), text(Attempt::failureKind), text(Attempt::message), bool(Attempt::counted));

    private static final ArrayColumns<WireMessage> MESSAGE_COLUMNS = new ArrayColumns<>(
            uuid(WireMessage::taskId), integer(WireMessage::attempt), integer(WireMessage::seq), name(WireMessage::kind),
            time(WireMessage::at), text(WireMessage::protocol), text(WireMessage::operation), text(WireMessage::target),
            text(WireMessage::status), integer(WireMessage::codec), bytes(WireMessage::body), integer(WireMessage::size),
            integer(WireMessage::cut));

    private final JdbcTemplate jdbc;
    private final ArrayColumns<Entry> entryColumns;

    public Journal(JdbcTemplate jdbc, Ids ids, JsonMapper json) {
        this.jdbc = jdbc;
        this.entryColumns = new ArrayColumns<>(
                uuid(entry -> ids.next()), uuid(Entry::taskId), time(Entry::at), name(Entry::event), text(Entry::actor),
                text(Entry::message), text(entry -> entry.detail() == null ? null : json.writeValueAsString(entry.detail())));
    }

    /** Adds to the operation log. */
    public void record(List<Entry> entries) {
        write(ENTRIES, entryColumns, entries);
    }

    /** Keeps finished attempts. */
    public void recordAttempts(List<Attempt> attempts) {
        write(ATTEMPTS, ATTEMPT_COLUMNS, attempts);
    }

    /** Keeps what went over the wire. */
    public void recordMessages(List<WireMessage> messages) {
        write(MESSAGES, MESSAGE_COLUMNS, messages);
    }

    private <T> void write(String sql, ArrayColumns<T> columns, List<T> rows) {
        if (!rows.isEmpty()) {
            jdbc.update(sql, statement -> columns.bind(statement, 1, rows));
        }
    }
}
