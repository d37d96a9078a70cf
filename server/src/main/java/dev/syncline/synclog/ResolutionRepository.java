package dev.syncline.synclog;

import dev.syncline.connector.Action;
import dev.syncline.synclog.Resolution.How;
import dev.syncline.task.Parameters;
import dev.syncline.task.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Finds how failures of one cause were settled before. The cause is the group the failure was counted into. */
@Repository
class ResolutionRepository {

    /** Tasks of the group that are looked at, newest first. */
    private static final int NEWEST = 500;
    private static final int SHOWN = 20;

    private static final String RESOLUTIONS = """
            with newest as (
                select * from task where failure_group = :group and id <> :id order by id desc limit :newest),
            settled as (
                select n.id, n.object_name, n.action, n.parameters, n.settled_by, n.settle_reason, n.settled_at,
                    c.id as correction, c.parameters as corrected, c.initiator_name as corrector, c.settled_at as corrected_at,
                    case n.status when 'CONFIRMED' then 'CONFIRMED' when 'CANCELLED' then 'CANCELLED' when 'SUCCEEDED' then 'RETRIED'
                        when 'SUPERSEDED' then 'CORRECTED' end as how
                from newest n
                left join task c on c.id = n.superseded_by_id and c.supersedes_id = n.id and c.status in ('SUCCEEDED', 'CONFIRMED')
                where n.status in ('CONFIRMED', 'CANCELLED', 'SUCCEEDED') or n.status = 'SUPERSEDED' and c.id is not null
                order by n.id desc
                limit :shown)
            select s.*, act.actor, act.message
            from settled s
            left join lateral (
                select e.actor, e.message from entry e
                where e.task_id = coalesce(s.correction, s.id) and e.event = case s.how when 'RETRIED' then 'RETRIED' else 'MODIFIED' end
                order by e.id desc limit 1) act on s.how in ('RETRIED', 'CORRECTED')
            order by s.id desc
            """;

    private final Reading reading;
    private final JsonMapper json;

    ResolutionRepository(Reading reading, JsonMapper json) {
        this.reading = reading;
        this.json = json;
    }

    /** Newest first; none when the task never failed. */
    List<Resolution> like(Task task) {
        if (task.failureGroup() == null) {
            return List.of();
        }
        return reading.read(jdbc -> jdbc.sql(RESOLUTIONS)
                .param("group", task.failureGroup())
                .param("id", task.id())
                .param("newest", NEWEST)
                .param("shown", SHOWN)
                .query((row, number) -> resolution(row))
                .list());
    }

    private Resolution resolution(ResultSet row) throws SQLException {
        How how = How.valueOf(row.getString("how"));
        UUID correction = row.getObject("correction", UUID.class);
        boolean byPerson = how == How.CONFIRMED || how == How.CANCELLED;
        return new Resolution(
                row.getObject("id", UUID.class),
                row.getString("object_name"),
                Action.valueOf(row.getString("action")),
                how,
                byPerson ? row.getString("settled_by") : row.getString("actor"),
                byPerson ? row.getString("settle_reason") : row.getString("message"),
                row.getObject(how == How.CORRECTED ? "corrected_at" : "settled_at", OffsetDateTime.class).toInstant(),
                correction,
                correction == null ? List.of() : Difference.between(parameters(row, "parameters"), parameters(row, "corrected")));
    }

    private Parameters parameters(ResultSet row, String column) throws SQLException {
        return json.readValue(row.getString(column), Parameters.class);
    }
}
