package dev.syncline.auditlog;

import static dev.syncline.sql.LikePattern.literal;

import dev.syncline.audit.Outcome;
import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the audit, newest first, within a time limit. */
@Repository
class AuditReads {

    private static final int LIMIT_SECONDS = 8;
    private static final String CANCELLED = "57014";

    private static final String PAGE = """
            select id, at, actor_kind, actor_id, actor_name, act, object_type, object_id, object_name, application_id, reason,
                remote_address, outcome, code, status, times
            from audit_entry
            where (:after::uuid is null or id < :after::uuid)
              and (:from::uuid is null or id >= :from::uuid)
              and (:to::uuid is null or id < :to::uuid)
              and (cardinality(:actors::uuid[]) = 0 or actor_id = any (:actors::uuid[]))
              and (cardinality(:acts::text[]) = 0 or act = any (:acts::text[]) or act like any (:actBeginnings::text[]))
              and (cardinality(:types::text[]) = 0 or object_type = any (:types::text[]))
              and (cardinality(:objects::text[]) = 0 or object_id = any (:objects::text[]))
              and (cardinality(:applications::uuid[]) = 0 or application_id = any (:applications::uuid[]))
              and (cardinality(:outcomes::text[]) = 0 or outcome = any (:outcomes::text[]))
              and (:part::text is null or actor_name ilike :part or object_name ilike :part or reason ilike :part
                   or remote_address = :whole or request_id = :whole)
            order by id desc
            limit :limit
            """;

    private static final String ONE = """
            select id, at, actor_kind, actor_id, actor_name, act, object_type, object_id, object_name, application_id, reason,
                remote_address, outcome, code, status, times, before::text, after::text, method, path, user_agent, request_id, ended_at
            from audit_entry
            where id = :id
            """;

    private static final String ACTS = """
            with recursive known as (
                (select act from audit_entry order by act limit 1)
                union all
                select (select e.act from audit_entry e where e.act > known.act order by e.act limit 1) from known where known.act is not null)
            select act from known where act is not null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditReads(DataSource dataSource, JsonMapper json) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setQueryTimeout(LIMIT_SECONDS);
        this.jdbc = JdbcClient.create(template);
        this.json = json;
    }

    /**
     * @param after the last entry of the page before; null for the first page
     * @throws ProblemException TOOK_TOO_LONG when nothing could be found within the limit
     */
    List<AuditRow> page(AuditFilter filter, @Nullable UUID after, int limit) {
        try {
            return jdbc.sql(PAGE)
                    .param("after", after, Types.OTHER)
                    .param("from", lowest(filter.from()), Types.OTHER)
                    .param("to", lowest(filter.to()), Types.OTHER)
                    .param("actors", filter.actor().toArray(UUID[]::new))
                    .param("acts", filter.act().toArray(String[]::new))
                    .param("actBeginnings", filter.act().stream().map(act -> literal(act) + ".%").toArray(String[]::new))
                    .param("types", filter.objectType().toArray(String[]::new))
                    .param("objects", filter.objectId().toArray(String[]::new))
                    .param("applications", filter.application().toArray(UUID[]::new))
                    .param("outcomes", filter.outcome().stream().map(Enum::name).toArray(String[]::new))
                    .param("part", filter.q() == null ? null : "%" + literal(filter.q()) + "%", Types.VARCHAR)
                    .param("whole", filter.q(), Types.VARCHAR)
                    .param("limit", limit)
                    .query((row, n) -> row(row))
                    .list();
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())) {
                throw new ProblemException(ErrorCode.TOOK_TOO_LONG, "Looking through the audit for this took longer than " + LIMIT_SECONDS
                        + " seconds. Narrow it down: a period, who did it, or what.");
            }
            throw e;
        }
    }

    Optional<AuditDetail> find(UUID id) {
        return jdbc.sql(ONE).param("id", id).query((row, n) -> new AuditDetail(row(row), tree(row, "before"), tree(row, "after"),
                row.getString("method"), row.getString("path"), row.getString("user_agent"), row.getString("request_id"),
                instant(row, "ended_at"))).optional();
    }

    /** The codes there are, each found by one step in the index. */
    List<String> acts() {
        return jdbc.sql(ACTS).query(String.class).list();
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        String kind = row.getString("actor_kind");
        String outcome = row.getString("outcome");
        AuditRow.Who who = new AuditRow.Who(kind == null ? null : Actor.Kind.valueOf(kind), row.getObject("actor_id", UUID.class),
                row.getString("actor_name"));
        AuditRow.What what = new AuditRow.What(row.getString("object_type"), row.getString("object_id"), row.getString("object_name"));
        return new AuditRow(row.getObject("id", UUID.class), instant(row, "at"), who, row.getString("act"), what,
                row.getObject("application_id", UUID.class), row.getString("reason"), row.getString("remote_address"),
                outcome == null ? null : Outcome.valueOf(outcome), row.getString("code"), row.getObject("status", Integer.class),
                row.getInt("times"));
    }

    private @Nullable JsonNode tree(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : json.readTree(text);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable UUID lowest(Instant at) {
        return at == null ? null : Ids.lowest(at);
    }
}
