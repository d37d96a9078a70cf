package dev.syncline.reconciliation;

import static dev.syncline.reconciliation.ReconciliationRepository.instant;
import static dev.syncline.sql.LikePattern.literal;

import dev.syncline.connector.ObjectType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ReconciliationFindingRepository {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};
    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};
    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReconciliationFindingRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** In the order of their names; what a run is still comparing is not there yet. */
    List<Finding> page(UUID runId, FindingFilter filter, String afterName, @Nullable UUID afterId, int limit) {
        return jdbc.sql("""
                select * from reconciliation_finding
                where run_id = :run and object_type = :type and kind = :kind
                  and (:outcome = '' or outcome = :outcome)
                  and (:text = '' or name ilike '%' || :text || '%' or remote_id ilike '%' || :text || '%')
                  and (lower(name), id) > (:afterName, :afterId)
                order by lower(name), id
                limit :limit""")
                .param("run", runId)
                .param("type", filter.objectType().name())
                .param("kind", filter.kind().name())
                .param("outcome", filter.outcome() == null ? "" : filter.outcome().name())
                .param("text", literal(filter.text()))
                .param("afterName", afterName)
                .param("afterId", afterId == null ? LOWEST : afterId)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    Optional<Finding> find(UUID runId, UUID id) {
        return jdbc.sql("select * from reconciliation_finding where run_id = :run and id = :id and kind is not null")
                .param("run", runId)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    Optional<Finding> lock(UUID runId, UUID id) {
        return jdbc.sql("select * from reconciliation_finding where run_id = :run and id = :id and kind is not null for update")
                .param("run", runId)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /**
     * How many there are.
     *
     * @param differing of them those that differ from what is expected
     */
    record Count(ObjectType objectType, Finding.Kind kind, Finding.Outcome outcome, int count, int differing) {}

    List<Count> counts(UUID runId) {
        return jdbc.sql("""
                select object_type, kind, outcome, count(*) as found, count(*) filter (where differences <> '[]') as differing
                from reconciliation_finding
                where run_id = :run and kind is not null
                group by object_type, kind, outcome
                order by object_type, kind, outcome""")
                .param("run", runId)
                .query((row, _) -> new Count(ObjectType.valueOf(row.getString("object_type")), Finding.Kind.valueOf(row.getString("kind")),
                        Finding.Outcome.valueOf(row.getString("outcome")), row.getInt("found"), row.getInt("differing")))
                .list();
    }

    /** The names of organizations the run has read, by the target's ids. */
    Map<String, String> names(UUID runId, Collection<String> remoteIds) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("""
                select remote_id, name from reconciliation_finding
                where run_id = :run and object_type = 'ORGANIZATION' and remote_id = any (:remoteIds)""")
                .param("run", runId)
                .param("remoteIds", remoteIds.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("remote_id"), row.getString("name"));
                });
        return names;
    }

    /** Accounts that are known here or matched, whose values are still to be compared. */
    List<Finding> toCompare(UUID runId, UUID after, int limit) {
        return jdbc.sql("""
                select * from reconciliation_finding
                where run_id = :run and id > :after and object_type = 'ACCOUNT'
                  and (object_id is not null and kind is null or kind = 'MATCHED')
                order by id
                limit :limit""")
                .param("run", runId)
                .param("after", after == null ? LOWEST : after)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** What the comparison of an account came to. */
    record Compared(UUID id, Finding.Kind kind, @Nullable Integer version, List<Difference> differences) {}

    void compared(List<Compared> all) {
        jdbc.sql("""
                update reconciliation_finding f
                set kind = c.kind, object_version = c.version, differences = cast(c.differences as jsonb)
                from unnest(:ids, :kinds, :versions, :differences) as c (id, kind, version, differences)
                where f.id = c.id""")
                .param("ids", all.stream().map(Compared::id).toArray(UUID[]::new))
                .param("kinds", all.stream().map(compared -> compared.kind().name()).toArray(String[]::new))
                .param("versions", all.stream().map(Compared::version).toArray(Integer[]::new))
                .param("differences", all.stream().map(compared -> json.writeValueAsString(compared.differences())).toArray(String[]::new))
                .update();
    }

    /** Those an act on all of a kind is about, locked, in the order of their ids. */
    List<Finding> lockAfter(UUID runId, Order order, UUID after, int limit) {
        return ordered("select * from reconciliation_finding where %s and id > :after order by id limit :limit for update", runId, order)
                .param("after", after == null ? LOWEST : after)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    int count(UUID runId, Order order) {
        return ordered("select count(*) from reconciliation_finding where %s", runId, order).query(Integer.class).single();
    }

    /** To bring into line what was linked by this run, it has to be linked and to differ; for everything else it has to be open. */
    private JdbcClient.StatementSpec ordered(String statement, UUID runId, Order order) {
        boolean linked = order.act() == Order.Act.ALIGN && order.kind() != Finding.Kind.DIFFERENT;
        return jdbc.sql(statement.formatted("""
                run_id = :run and object_type = :type and kind = :kind
                  and case when :linked then outcome = 'LINKED' and differences <> '[]' else outcome = 'OPEN' end"""))
                .param("run", runId)
                .param("type", order.objectType().name())
                .param("kind", Objects.requireNonNull(order.kind(), "an order for many names their kind").name())
                .param("linked", linked);
    }

    /**
     * What became of a finding.
     *
     * @param outcome null when it stays as it is, because the act was refused
     */
    record Became(
            UUID id,
            Finding.@Nullable Outcome outcome,
            @Nullable String message,
            @Nullable UUID objectId,
            @Nullable Integer version,
            @Nullable UUID subjectId,
            @Nullable UUID taskId,
            List<Difference> differences) {

        static Became refused(Finding finding, String message) {
            return new Became(finding.id(), null, message, null, null, null, null, finding.differences());
        }
    }

    void became(Collection<Became> all, @Nullable String reason, @Nullable String by, Instant now) {
        List<Became> list = List.copyOf(all);
        jdbc.sql("""
                update reconciliation_finding f
                set outcome = coalesce(b.outcome, f.outcome), message = b.message, object_id = coalesce(b.object_id, f.object_id),
                    object_version = coalesce(b.version, f.object_version), subject_id = coalesce(b.subject_id, f.subject_id),
                    task_id = coalesce(b.task_id, f.task_id), differences = cast(b.differences as jsonb),
                    reason = case when b.outcome = 'IGNORED' then :reason when b.outcome is null then f.reason end,
                    decided_by = case when b.outcome is null then f.decided_by else :by end,
                    decided_at = case when b.outcome is null then f.decided_at else cast(:now as timestamptz) end
                from unnest(:ids, :outcomes, :messages, :objects, :versions, :subjects, :tasks, :differences)
                    as b (id, outcome, message, object_id, version, subject_id, task_id, differences)
                where f.id = b.id""")
                .param("ids", list.stream().map(Became::id).toArray(UUID[]::new))
                .param("outcomes", list.stream().map(Became::outcome).map(one -> one == null ? null : one.name()).toArray(String[]::new))
                .param("messages", list.stream().map(Became::message).toArray(String[]::new))
                .param("objects", list.stream().map(Became::objectId).toArray(UUID[]::new))
                .param("versions", list.stream().map(Became::version).toArray(Integer[]::new))
                .param("subjects", list.stream().map(Became::subjectId).toArray(UUID[]::new))
                .param("tasks", list.stream().map(Became::taskId).toArray(UUID[]::new))
                .param("differences", list.stream().map(became -> json.writeValueAsString(became.differences())).toArray(String[]::new))
                .param("reason", reason)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    private Finding read(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        String ambiguity = row.getString("ambiguity");
        return new Finding(
                row.getObject("id", UUID.class),
                row.getObject("run_id", UUID.class),
                ObjectType.valueOf(row.getString("object_type")),
                kind == null ? null : Finding.Kind.valueOf(kind),
                row.getString("remote_id"),
                row.getString("name"),
                row.getString("parent"),
                row.getObject("active", Boolean.class),
                json.readValue(row.getString("attributes"), ATTRIBUTES),
                instant(row.getTimestamp("last_sign_in_at")),
                row.getObject("object_id", UUID.class),
                row.getObject("object_version", Integer.class),
                row.getObject("subject_id", UUID.class),
                json.readValue(row.getString("candidates"), IDS),
                ambiguity == null ? null : Finding.Ambiguity.valueOf(ambiguity),
                row.getString("matched_by"),
                json.readValue(row.getString("differences"), DIFFERENCES),
                Finding.Outcome.valueOf(row.getString("outcome")),
                row.getString("message"),
                row.getObject("task_id", UUID.class),
                row.getString("reason"),
                row.getString("decided_by"),
                instant(row.getTimestamp("decided_at")));
    }
}
