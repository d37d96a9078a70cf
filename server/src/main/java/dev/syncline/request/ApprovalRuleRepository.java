package dev.syncline.request;

import dev.syncline.request.ApprovalStep.Approvers;
import dev.syncline.request.ApprovalStep.Escalation;
import dev.syncline.request.ApprovalStep.Quorum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApprovalRuleRepository {

    private final JdbcClient jdbc;

    ApprovalRuleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Both null: the rule for everything that has none of its own. */
    Optional<ApprovalRule> find(@Nullable UUID applicationId, @Nullable UUID packageId) {
        return jdbc.sql("""
                select * from approval_rule
                where application_id is not distinct from cast(:application as uuid)
                  and package_id is not distinct from cast(:package as uuid)""")
                .param("application", applicationId, Types.OTHER)
                .param("package", packageId, Types.OTHER)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new ApprovalRule(id, applicationId, packageId, steps(id), row.getInt("version"));
                })
                .optional();
    }

    private List<ApprovalStep> steps(UUID rule) {
        return jdbc.sql("select * from approval_rule_step where rule_id = :rule order by position")
                .param("rule", rule)
                .query((row, n) -> step(row))
                .list();
    }

    /** @return whether the stored version was the one given; 0 for none stored */
    boolean save(ApprovalRule rule, Instant now) {
        boolean saved = rule.version() == 0 ? insert(rule, now) : update(rule, now);
        if (saved) {
            jdbc.sql("delete from approval_rule_step where rule_id = :rule").param("rule", rule.id()).update();
            int position = 1;
            for (ApprovalStep step : rule.steps()) {
                insert(rule.id(), position++, step);
            }
        }
        return saved;
    }

    private boolean insert(ApprovalRule rule, Instant now) {
        return jdbc.sql("""
                insert into approval_rule (id, application_id, package_id, updated_at) values (:id, :application, :package, :now)
                on conflict do nothing""")
                .param("id", rule.id())
                .param("application", rule.applicationId(), Types.OTHER)
                .param("package", rule.packageId(), Types.OTHER)
                .param("now", Timestamp.from(now))
                .update() == 1;
    }

    private boolean update(ApprovalRule rule, Instant now) {
        return jdbc.sql("update approval_rule set version = version + 1, updated_at = :now where id = :id and version = :version")
                .param("id", rule.id())
                .param("version", rule.version())
                .param("now", Timestamp.from(now))
                .update() == 1;
    }

    /** A rule has at most ten steps. */
    private void insert(UUID rule, int position, ApprovalStep step) {
        jdbc.sql("""
                insert into approval_rule_step
                    (rule_id, position, approvers, named, quorum, escalate_after_hours, escalate_to, fallback)
                values (:rule, :position, :approvers, :named, :quorum, :hours, :to, :fallback)""")
                .param("rule", rule)
                .param("position", position)
                .param("approvers", step.approvers().name())
                .param("named", step.named().toArray(UUID[]::new))
                .param("quorum", step.quorum().name())
                .param("hours", step.escalateAfterHours())
                .param("to", step.escalateTo() == null ? null : step.escalateTo().name())
                .param("fallback", step.fallback().toArray(UUID[]::new))
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from approval_rule where id = :id").param("id", id).update();
    }

    /** The columns of a step are called the same in a rule and in a request. */
    static ApprovalStep step(ResultSet row) throws SQLException {
        String to = row.getString("escalate_to");
        return new ApprovalStep(
                Approvers.valueOf(row.getString("approvers")),
                uuids(row, "named"),
                Quorum.valueOf(row.getString("quorum")),
                row.getObject("escalate_after_hours", Integer.class),
                to == null ? null : Escalation.valueOf(to),
                uuids(row, "fallback"));
    }

    static List<UUID> uuids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray(column).getArray());
    }
}
