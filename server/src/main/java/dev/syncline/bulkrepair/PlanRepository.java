package dev.syncline.bulkrepair;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.synclog.TaskSelections.Selection;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes plans, each step one statement however many tasks there are, and reads what they are about. */
@Repository
class PlanRepository {

    private static final Selection CHOSEN = new Selection("""
            select w.id, t.status, t.claims, t.line_id, t.turn, t.takes_away
            from (select distinct id from unnest(cast(:chosen as uuid[])) as c(id)) w
            left join task t on t.id = w.id and (:seesAll or t.application_id = any (:visible))""", Map.of());

    /** Of {@code task t}, as a selection to be frozen has to have them. */
    static final String COLUMNS = "t.id, t.status, t.claims, t.line_id, t.turn, t.takes_away";

    // Both parts see the same moment: what the filter finds is found once.
    private static final String FREEZE = """
            with found as materialized (%s)
            , placed as (
                insert into bulk_repair_task (repair_id, number, task_id, claims, result, why)
                select :plan, row_number() over (order by id), id, claims,
                    case when status in (:on) then 'WAITING' else 'LEFT_OUT' end,
                    case when status in (:on) then null else %s end
                from found
                where :each or status in (:on))
            insert into bulk_repair_left_out (repair_id, why, tasks)
            select :plan, %2$s, count(*) from found where status is null or status not in (:on) group by 2
            """;

    // A task that takes access away passes failed ones, so it is never held by them.
    private static final String WHY = """
            case coalesce(status, '')
                when '' then 'UNKNOWN'
                when 'RUNNING' then 'ON_THE_WIRE'
                when 'AWAITING_CALLBACK' then 'ON_THE_WIRE'
                when 'QUEUED' then case when not takes_away and exists (
                        select 1 from task e
                        where e.line_id = found.line_id and e.settled_at is null and e.status = 'FAILED' and e.turn < found.turn)
                    then 'BLOCKED' else 'QUEUED' end
                else 'ALREADY_' || status end""";

    // The rarest are counted together. A group of failures that is new has its pattern where it waits to be counted; one from before there were
    // groups has none.
    private static final String COUNT_CAUSES = """
            with counted as (
                select t.application_id, max(t.application_name) as application_name, t.action, t.object_type, t.failure_kind, t.failure_group,
                    count(*) as tasks
                from bulk_repair_task i
                join task t on t.id = i.task_id
                where i.repair_id = :repair and i.result = 'WAITING'
                group by t.application_id, t.action, t.object_type, t.failure_kind, t.failure_group)
            , ranked as (select *, row_number() over (order by tasks desc, application_name, failure_group) > :most as rare from counted)
            , causes as (
                select application_id, max(application_name) as application_name, action, object_type, failure_kind,
                    case when not rare then failure_group end as failure_group, rare,
                    sum(tasks) as tasks
                from ranked
                group by application_id, action, object_type, failure_kind, case when not rare then failure_group end, rare)
            insert into bulk_repair_cause (repair_id, number, application_id, application_name, action, object_type, failure_kind,
                failure_group, message, various, tasks)
            select :repair, row_number() over (order by c.rare, c.tasks desc, c.application_name, c.action), c.application_id,
                c.application_name, c.action, c.object_type, c.failure_kind, c.failure_group,
                coalesce(g.pattern, (select f.pattern from failure f where f.group_id = c.failure_group limit 1)), c.rare,
                c.tasks
            from causes c
            left join failure_group g on g.id = c.failure_group
            """;

    /** Causes counted one by one. */
    private static final int MOST_CAUSES = 100;

    private final JdbcClient jdbc;

    PlanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down what the filter finds now; of what is left out, how many. */
    void freeze(BulkRepair repair, Selection found) {
        freeze(repair, found, false).params(found.parameters()).update();
    }

    /** Writes down what was chosen; what is left out as well, one by one. */
    void freezeChosen(BulkRepair repair) {
        List<UUID> chosen = Objects.requireNonNull(repair.selection(), "what has no filter has a selection");
        freeze(repair, CHOSEN, true).param("chosen", chosen.toArray(UUID[]::new))
                .param("seesAll", repair.visible().isAll()).param("visible", repair.visible().ids()).update();
    }

    private JdbcClient.StatementSpec freeze(BulkRepair repair, Selection found, boolean each) {
        return jdbc.sql(FREEZE.formatted(found.sql(), WHY))
                .param("plan", repair.id())
                .param("on", repair.action().on().stream().map(Status::name).collect(Collectors.toSet()))
                .param("each", each);
    }

    void countCauses(UUID repair) {
        jdbc.sql(COUNT_CAUSES).param("repair", repair).param("most", MOST_CAUSES).update();
    }

    /** The most frequent first. */
    List<PlannedCause> causes(UUID repair) {
        return jdbc.sql("select * from bulk_repair_cause where repair_id = :repair order by number")
                .param("repair", repair)
                .query((row, number) -> new PlannedCause(
                        row.getObject("application_id", UUID.class),
                        row.getString("application_name"),
                        Action.valueOf(row.getString("action")),
                        ObjectType.valueOf(row.getString("object_type")),
                        row.getString("failure_kind") == null ? null : FailureKind.valueOf(row.getString("failure_kind")),
                        row.getObject("failure_group", UUID.class),
                        row.getString("message"),
                        row.getBoolean("various"),
                        row.getInt("tasks")))
                .list();
    }

    List<LeftOut> leftOut(UUID repair) {
        return jdbc.sql("select why, tasks from bulk_repair_left_out where repair_id = :repair order by tasks desc, why")
                .param("repair", repair)
                .query((row, number) -> new LeftOut(Why.valueOf(row.getString("why")), row.getInt("tasks")))
                .list();
    }
}
