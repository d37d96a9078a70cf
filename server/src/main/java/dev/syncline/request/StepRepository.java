package dev.syncline.request;

import static dev.syncline.request.RequestRepository.instant;
import static dev.syncline.request.RequestRepository.timestamp;

import dev.syncline.request.Step.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of requests, and who is asked. */
@Repository
class StepRepository {

    private final JdbcClient jdbc;

    StepRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the steps of a rule as they are now. */
    void copy(UUID request, UUID rule) {
        jdbc.sql("""
                insert into access_request_step
                    (request_id, position, approvers, named, quorum, escalate_after_hours, escalate_to, fallback, status)
                select :request, position, approvers, named, quorum, escalate_after_hours, escalate_to, fallback, 'NEXT'
                from approval_rule_step
                where rule_id = :rule""")
                .param("request", request)
                .param("rule", rule)
                .update();
    }

    /** By request, in their order. */
    Map<UUID, List<Step>> of(Collection<UUID> requests) {
        Map<UUID, Map<Integer, List<Asked>>> asked = jdbc.sql("""
                select * from access_request_approver where request_id = any (:ids) order by request_id, position, asked_at, user_name""")
                .param("ids", requests.toArray(UUID[]::new))
                .query((row, n) -> new Place(row.getObject("request_id", UUID.class), row.getInt("position"), asked(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Place::request,
                        Collectors.groupingBy(Place::position, Collectors.mapping(Place::asked, Collectors.toList()))));
        return jdbc.sql("select * from access_request_step where request_id = any (:ids) order by request_id, position")
                .param("ids", requests.toArray(UUID[]::new))
                .query((row, n) -> step(row, asked))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Step::requestId));
    }

    Optional<Step> open(UUID request) {
        return first(request, Step.Status.OPEN);
    }

    Optional<Step> next(UUID request) {
        return first(request, Step.Status.NEXT);
    }

    private Optional<Step> first(UUID request, Step.Status status) {
        return of(List.of(request)).getOrDefault(request, List.of()).stream().filter(step -> step.status() == status).findFirst();
    }

    private record Place(UUID request, int position, Asked asked) {}

    void open(UUID request, int position, boolean toAdministrators, @Nullable Instant escalatesAt, Instant now) {
        jdbc.sql("""
                update access_request_step
                set status = 'OPEN', to_administrators = :toAdministrators, opened_at = :now, escalates_at = :escalatesAt
                where request_id = :request and position = :position and status = 'NEXT'""")
                .param("request", request)
                .param("position", position)
                .param("toAdministrators", toAdministrators)
                .param("escalatesAt", timestamp(escalatesAt))
                .param("now", Timestamp.from(now))
                .update();
    }

    void ask(UUID request, int position, List<Person> people, Asked.Role role, Instant now) {
        jdbc.sql("""
                insert into access_request_approver (request_id, position, user_id, user_name, role, asked_at)
                select :request, :position, id, name, :role, :now
                from unnest(:ids, :names) as p (id, name)
                on conflict do nothing""")
                .param("request", request)
                .param("position", position)
                .param("role", role.name())
                .param("ids", people.stream().map(Person::id).toArray(UUID[]::new))
                .param("names", people.stream().map(Person::name).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    void approved(UUID request, int position, @Nullable UUID user, Instant now) {
        jdbc.sql("""
                update access_request_approver set approved_at = :now
                where request_id = :request and position = :position and user_id = :user""")
                .param("request", request)
                .param("position", position)
                .param("user", user)
                .param("now", Timestamp.from(now))
                .update();
    }

    void decide(UUID request, int position, Step.Status status, Instant now) {
        jdbc.sql("""
                update access_request_step set status = :status, decided_at = :now, escalates_at = null
                where request_id = :request and position = :position""")
                .param("request", request)
                .param("position", position)
                .param("status", status.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** What has not been decided will not be. */
    void drop(Collection<UUID> requests) {
        jdbc.sql("""
                update access_request_step set status = 'DROPPED', escalates_at = null
                where request_id = any (:ids) and status in ('NEXT', 'OPEN')""")
                .param("ids", requests.toArray(UUID[]::new))
                .update();
    }

    void toAdministrators(UUID request, int position) {
        jdbc.sql("update access_request_step set to_administrators = true, escalates_at = null where request_id = :request and position = :position")
                .param("request", request)
                .param("position", position)
                .update();
    }

    void escalated(UUID request, int position) {
        jdbc.sql("update access_request_step set escalates_at = null where request_id = :request and position = :position")
                .param("request", request)
                .param("position", position)
                .update();
    }

    /** Requests whose open step has waited long enough. */
    List<UUID> overdue(Instant now, int limit) {
        return jdbc.sql("select request_id from access_request_step where escalates_at <= :now order by escalates_at limit :limit")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** The requests whose open step waits for one of these users. */
    List<UUID> asking(Collection<UUID> users) {
        return jdbc.sql("""
                select distinct a.request_id
                from access_request_approver a join access_request_step s using (request_id, position)
                where a.user_id = any (:users) and a.approved_at is null and not a.gone and s.status = 'OPEN'""")
                .param("users", users.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Nobody waits for these users any more. */
    void gone(Collection<UUID> users) {
        jdbc.sql("""
                update access_request_approver a set gone = true
                from access_request_step s
                where a.user_id = any (:users) and a.approved_at is null and not a.gone
                  and s.request_id = a.request_id and s.position = a.position and s.status = 'OPEN'""")
                .param("users", users.toArray(UUID[]::new))
                .update();
    }

    private static Step step(ResultSet row, Map<UUID, Map<Integer, List<Asked>>> asked) throws SQLException {
        UUID request = row.getObject("request_id", UUID.class);
        int position = row.getInt("position");
        return new Step(request, position, ApprovalRuleRepository.step(row), Step.Status.valueOf(row.getString("status")),
                row.getBoolean("to_administrators"), instant(row, "opened_at"), instant(row, "escalates_at"), instant(row, "decided_at"),
                asked.getOrDefault(request, Map.of()).getOrDefault(position, List.of()));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(new Person(row.getObject("user_id", UUID.class), row.getString("user_name")),
                Asked.Role.valueOf(row.getString("role")), instant(row, "asked_at"), instant(row, "approved_at"), row.getBoolean("gone"));
    }
}
