package dev.syncline.integrity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is to be sealed next. It is looked for in order of settling, from where the last look ended; but that order is not the one of commits,
 * and clocks of servers differ. So each look begins some minutes earlier, and once a day with the very first task: what is sealed already
 * is passed over, and nothing that commits late is missed for ever.
 */
@Component
class Candidates {

    private static final Duration OVERLAP = Duration.ofMinutes(3);
    private static final Duration WHOLE_EVERY = Duration.ofDays(1);

    private static final String STATE = "select tasks_from, audit_from, whole_at from seal_state for update skip locked";

    private static final String TASKS = """
            select t.id, t.settled_at as at
            from task t
            where t.settled_at >= :from and t.settled_at < :until and not exists (select from sealed_record s where s.id = t.id)
            order by t.settled_at, t.id
            limit :limit
            """;

    private static final String AUDIT = """
            select e.id, e.ended_at as at
            from audit_entry e
            where e.ended_at >= :from and e.ended_at < :until and not exists (select from sealed_record s where s.id = e.id)
            order by e.ended_at, e.id
            limit :limit
            """;

    private static final String NOTICES = """
            select n.id, n.at from sealed_notice n where not exists (select from sealed_record s where s.id = n.id) order by n.id limit :limit
            """;

    /** What is not sealed yet will be, with everything it has then. */
    private static final String AGAIN = """
            with taken as (
                delete from seal_again where ctid = any (array(select ctid from seal_again limit :limit)) returning task_id)
            select distinct t.task_id as id, k.settled_at as at
            from taken t join task k on k.id = t.task_id and k.settled_at < :until
            where exists (select from sealed_record s where s.id = t.task_id)
              and not exists (select from sealed_record s where s.id = t.task_id and s.erased_by is not null)
            """;

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param mayBeMore whether the look did not come to its end */
    record Found(Map<Kind, List<UUID>> byKind, boolean mayBeMore) {}

    private record One(UUID id, OffsetDateTime at) {}

    private record State(OffsetDateTime tasks, OffsetDateTime audit, OffsetDateTime whole) {}

    /** Empty when another server is at it. Holds the state until the transaction ends. */
    Optional<Found> locked(Instant until, Instant now, int limit) {
        Optional<State> state = jdbc.sql(STATE).query((row, n) -> new State(row.getObject(1, OffsetDateTime.class),
                row.getObject(2, OffsetDateTime.class), row.getObject(3, OffsetDateTime.class))).optional();
        return state.map(from -> look(from, until, now, limit));
    }

    private Found look(State state, Instant until, Instant now, int limit) {
        List<One> tasks = found(TASKS, state.tasks(), until, limit);
        List<One> audit = found(AUDIT, state.audit(), until, limit);
        boolean more = tasks.size() == limit || audit.size() == limit;
        boolean anew = !more && !state.whole().isAfter(at(now.minus(WHOLE_EVERY)));
        keep(anew ? OffsetDateTime.MIN : next(tasks, until, limit), anew ? OffsetDateTime.MIN : next(audit, until, limit),
                anew ? at(now) : state.whole());
        List<One> notices = jdbc.sql(NOTICES).param("limit", limit).query(Candidates::one).list();
        List<One> again = jdbc.sql(AGAIN).param("until", at(until)).param("limit", limit).query(Candidates::one).list();
        Map<Kind, List<UUID>> byKind = new EnumMap<>(Kind.class);
        byKind.put(Kind.TASK, java.util.stream.Stream.concat(tasks.stream(), again.stream()).map(One::id).distinct().toList());
        byKind.put(Kind.AUDIT, audit.stream().map(One::id).toList());
        byKind.put(Kind.NOTICE, notices.stream().map(One::id).toList());
        return new Found(byKind, more || anew);
    }

    private static OffsetDateTime next(List<One> found, Instant until, int limit) {
        return found.size() == limit ? found.getLast().at() : at(until.minus(OVERLAP));
    }

    private List<One> found(String statement, OffsetDateTime from, Instant until, int limit) {
        return jdbc.sql(statement).param("from", from).param("until", at(until)).param("limit", limit).query(Candidates::one).list();
    }

    private void keep(OffsetDateTime tasks, OffsetDateTime audit, OffsetDateTime whole) {
        jdbc.sql("update seal_state set tasks_from = :tasks, audit_from = :audit, whole_at = :whole")
                .param("tasks", tasks).param("audit", audit).param("whole", whole).update();
    }

    private static One one(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new One(row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
