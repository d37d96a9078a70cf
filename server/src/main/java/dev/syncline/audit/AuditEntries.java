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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

    /** A NUL in JSON, when no backslash before it takes its meaning away. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private static final ArrayColumns<Intent> INTENT_COLUMNS = new ArrayColumns<>(
            uuid(Intent::id), time(Intent::at), text(intent -> kind(intent.actor())), uuid(of(Intent::actor, Actor::id)),
            kept(of(Intent::actor, Actor::name)), kept(Intent::act), kept(of(Intent::subject, Subject::type)),
            kept(of(Intent::subject, Subject::id)), kept(of(Intent::subject, Subject::name)), kept(intent -> intent.whence().method()),
            kept(intent -> intent.whence().path()), kept(intent -> intent.whence().remoteAddress()),
            kept(intent -> intent.whence().userAgent()), kept(intent -> intent.whence().requestId()));

    private static final ArrayColumns<Ending> ENDING_COLUMNS = new ArrayColumns<>(
            uuid(Ending::id), time(Ending::at), name(Ending::outcome), kept(Ending::code), integer(Ending::status),
            text(ending -> kind(ending.actor())), uuid(of(Ending::actor, Actor::id)), kept(of(Ending::actor, Actor::name)),
            kept(of(Ending::subject, Subject::type)), kept(of(Ending::subject, Subject::id)), kept(of(Ending::subject, Subject::name)),
            uuid(Ending::applicationId), kept(Ending::reason), json(Ending::before), json(Ending::after), integer(Ending::times));

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

    /** PostgreSQL keeps no NUL, and what somebody sent must not keep an entry, and those written with it, from being written. */
    private static <T> ArrayColumns.Column<T> kept(Function<T, String> value) {
        return text(row -> {
            String text = value.apply(row);
            return text == null ? null : text.replace('\0', '\uFFFD');
        });
    }

    private static <T> ArrayColumns.Column<T> json(Function<T, String> value) {
        return text(row -> {
            String text = value.apply(row);
            return text == null ? null : NUL.matcher(text).replaceAll("$1\\\\ufffd");
        });
    }

    private static @Nullable String kind(@Nullable Actor actor) {
        return actor == null ? null : actor.kind().name();
    }

    private static <T, P, V> Function<T, V> of(Function<T, P> part, Function<P, V> value) {
        return row -> {
            P found = part.apply(row);
            return found == null ? null : value.apply(found);
        };
    }
}
