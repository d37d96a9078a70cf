package dev.syncline.audit;

import static dev.syncline.sql.ArrayColumns.integer;
import static dev.syncline.sql.ArrayColumns.name;
import static dev.syncline.sql.ArrayColumns.text;
import static dev.syncline.sql.ArrayColumns.time;
import static dev.syncline.sql.ArrayColumns.uuid;

import dev.syncline.journal.Actor;
import dev.syncline.sql.ArrayColumns;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of the audit. Every method is one statement for the whole list, in the caller's transaction. */
@Repository
class AuditEntries {

    private static final String INTENTS = """
            insert into audit_entry (id, at, actor_kind, actor_id, actor_name, act, object_type, object_id, object_name,
                method, path, remote_address, user_agent, request_id)
            select * from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            """;

    private static final String ENDINGS = """
            update audit_entry e
            set ended_at = u.ended_at, outcome = u.outcome, code = u.code, status = u.status,
                actor_kind = coalesce(u.actor_kind, e.actor_kind), actor_id = coalesce(u.actor_id, e.actor_id),
                actor_name = coalesce(u.actor_name, e.actor_name),
                object_type = coalesce(u.object_type, e.object_type), object_id = coalesce(u.object_id, e.object_id),
                object_name = coalesce(u.object_name, e.object_name), application_id = u.application_id, reason = u.reason,
                before = u.before::jsonb, after = u.after::jsonb, times = u.times
            from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::int[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::int[])
                as u(id, ended_at, outcome, code, status, actor_kind, actor_id, actor_name, object_type, object_id, object_name,
                    application_id, reason, before, after, times)
            where e.id = u.id and e.outcome is null
            """;

    private static final String ABANDONED = """
            update audit_entry set ended_at = ?, outcome = 'UNKNOWN' where outcome is null and id < ?
            """;

    private static final ArrayColumns<Intent> INTENT_COLUMNS = new ArrayColumns<>(
            uuid(Intent::id), time(Intent::at), text(intent -> kind(intent.actor())), uuid(of(Intent::actor, Actor::id)),
            text(of(Intent::actor, Actor::name)), text(Intent::act), text(of(Intent::subject, Subject::type)),
            text(of(Intent::subject, Subject::id)), text(of(Intent::subject, Subject::name)), text(intent -> intent.whence().method()),
            text(intent -> intent.whence().path()), text(intent -> intent.whence().remoteAddress()),
            text(intent -> intent.whence().userAgent()), text(intent -> intent.whence().requestId()));

    private static final ArrayColumns<Ending> ENDING_COLUMNS = new ArrayColumns<>(
            uuid(Ending::id), time(Ending::at), name(Ending::outcome), text(Ending::code), integer(Ending::status),
            text(ending -> kind(ending.actor())), uuid(of(Ending::actor, Actor::id)), text(of(Ending::actor, Actor::name)),
            text(of(Ending::subject, Subject::type)), text(of(Ending::subject, Subject::id)), text(of(Ending::subject, Subject::name)),
            uuid(Ending::applicationId), text(Ending::reason), text(Ending::before), text(Ending::after), integer(Ending::times));

    private final JdbcTemplate jdbc;

    AuditEntries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void begin(List<Intent> intents) {
        jdbc.update(INTENTS, statement -> INTENT_COLUMNS.bind(statement, 1, intents));
    }

    /** An entry that has an outcome keeps it. */
    void end(List<Ending> endings) {
        jdbc.update(ENDINGS, statement -> ENDING_COLUMNS.bind(statement, 1, endings));
    }

    /** What is under way since before the given id has lost its server. */
    void abandon(UUID before, Instant now) {
        jdbc.update(ABANDONED, Timestamp.from(now), before);
    }

    private static String kind(Actor actor) {
        return actor == null ? null : actor.kind().name();
    }

    private static <T, P, V> Function<T, V> of(Function<T, P> part, Function<P, V> value) {
        return row -> {
            P found = part.apply(row);
            return found == null ? null : value.apply(found);
        };
    }
}
