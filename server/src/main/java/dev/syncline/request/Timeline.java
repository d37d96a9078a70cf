package dev.syncline.request;

import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.request.RequestEvent.Kind;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to requests, kept in the transaction in which it happens. */
@Repository
class Timeline {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Timeline(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    void add(UUID request, Kind kind, Actor actor, @Nullable String comment) {
        add(request, kind, actor, null, List.of(), comment);
    }

    void asked(UUID request, Kind kind, int step, List<Person> people) {
        add(request, kind, Actor.SYSTEM, step, people.stream().map(Person::name).toList(), null);
    }

    void add(UUID request, Kind kind, Actor actor, @Nullable Integer step, List<String> people, @Nullable String comment) {
        jdbc.sql("""
                insert into access_request_event (id, request_id, at, kind, actor_kind, actor_id, actor_name, step, people, comment)
                values (:id, :request, :now, :kind, :actorKind, :actorId, :actorName, :step, :people, :comment)""")
                .param("id", ids.next())
                .param("request", request)
                .param("now", Timestamp.from(clock.instant()))
                .param("kind", kind.name())
                .param("actorKind", actor.kind().name())
                .param("actorId", actor.id())
                .param("actorName", actor.name())
                .param("step", step)
                .param("people", people.toArray(String[]::new))
                .param("comment", comment == null || comment.isBlank() ? null : comment.strip())
                .update();
    }

    /** Oldest first. */
    List<RequestEvent> of(UUID request) {
        return jdbc.sql("select * from access_request_event where request_id = :request order by id")
                .param("request", request)
                .query((row, n) -> new RequestEvent(request, row.getTimestamp("at").toInstant(), Kind.valueOf(row.getString("kind")),
                        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getObject("actor_id", UUID.class),
                                row.getString("actor_name")),
                        row.getObject("step", Integer.class), Arrays.asList((String[]) row.getArray("people").getArray()),
                        row.getString("comment")))
                .list();
    }
}
