package dev.syncline.task;

import dev.syncline.journal.Entry;
import dev.syncline.journal.Event;
import dev.syncline.journal.Journal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tasks that another one has taken the place of. */
@Repository
class Superseding {

    /**
     * What a task that takes access away makes pointless: a deletion everything before it that is not on the wire, a disabling
     * every enabling and update before it (but for unbindings, which it does not make true), an unbinding the failed binding of
     * the same permissions.
     */
    private static final String POINTLESS = """
            update task e set status = 'SUPERSEDED', superseded_by_id = d.id, settled_at = ?, due_at = null, wait_reason = null,
                waits_for = null, waits_also = null, sealed_secrets = null
            from task d
            where d.line_id = any (?::uuid[]) and d.settled_at is null and d.takes_away and d.invalid is null
              and e.line_id = d.line_id and e.settled_at is null and e.turn < d.turn and e.status in ('QUEUED', 'FAILED')
              and (d.action = 'DELETE'
                   or d.action = 'DISABLE' and (e.action = 'ENABLE' or e.action = 'UPDATE' and not e.takes_away)
                   or d.action = 'UPDATE' and e.status = 'FAILED' and e.action = 'UPDATE'
                      and e.parameters -> 'attributes' = '{}' and e.parameters -> 'unbind' = '[]' and e.parameters -> 'bind' <> '[]'
                      and not exists (
                          select 1 from jsonb_array_elements(e.parameters -> 'bind') b
                          where not exists (
                              select 1 from jsonb_array_elements(d.parameters -> 'unbind') u where u ->> 'id' = b ->> 'id')))
            returning e.*
            """;

    private static final String REPLACE = """
            update task set status = 'SUPERSEDED', superseded_by_id = u.successor, settled_at = ?, due_at = null, wait_reason = null,
                waits_for = null, waits_also = null, sealed_secrets = null
            from unnest(?::uuid[], ?::uuid[]) as u(id, successor)
            where task.id = u.id and task.status in ('QUEUED', 'FAILED')
            returning task.*
            """;

    private final JdbcTemplate jdbc;
    private final TaskRows rows;
    private final Journal journal;

    Superseding(JdbcTemplate jdbc, TaskRows rows, Journal journal) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.journal = journal;
    }

    /** Settles what the takings-away waiting in these lines make pointless. The lines are locked. */
    List<Task> pointless(Collection<UUID> lines, Instant now) {
        List<Task> superseded = jdbc.query(POINTLESS, rows, Timestamp.from(now), lines.toArray(UUID[]::new));
        // With several takings-away behind it, a row joins more than one of them but is updated, and returned, once.
        return journaled(superseded, Event.SUPERSEDED, "Made pointless by a newer task", now);
    }

    /** Settles each of these tasks in favour of its successor. The lines are locked. */
    List<Task> replace(Map<UUID, UUID> successors, Event event, String message, Instant now) {
        if (successors.isEmpty()) {
            return List.of();
        }
        List<Map.Entry<UUID, UUID>> pairs = List.copyOf(successors.entrySet());
        List<Task> superseded = jdbc.query(REPLACE, rows, Timestamp.from(now),
                pairs.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                pairs.stream().map(Map.Entry::getValue).toArray(UUID[]::new));
        return journaled(superseded, event, message, now);
    }

    private List<Task> journaled(List<Task> superseded, Event event, String message, Instant now) {
        List<Entry> entries = new ArrayList<>();
        for (Task task : superseded) {
            entries.add(new Entry(task.id(), now, event, null, message, Map.of("supersededBy", task.supersededById())));
        }
        journal.record(entries);
        return superseded;
    }
}
