package dev.syncline.foureyes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FourEyesRules {

    private final JdbcClient jdbc;

    FourEyesRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Rule usual() {
        return jdbc.sql("select * from four_eyes_rule where application_id is null").query(FourEyesRules::read).single();
    }

    Optional<Rule> own(UUID application) {
        return jdbc.sql("select * from four_eyes_rule where application_id = :id").param("id", application).query(FourEyesRules::read).optional();
    }

    /** Those that hold in these applications, in the order of nothing: the own ones, and the usual one where there is none. */
    List<Rule> holdingIn(Collection<UUID> applications) {
        return jdbc.sql("""
                select distinct r.*
                from unnest(:ids) as wanted (id)
                left join four_eyes_rule own on own.application_id = wanted.id
                join four_eyes_rule r on r.application_id = own.application_id or own.version is null and r.application_id is null
                """)
                .param("ids", applications.toArray(UUID[]::new))
                .query(FourEyesRules::read)
                .list();
    }

    /** Whether the stored version was that one. */
    boolean change(@Nullable UUID application, RuleBody body, int version, Instant now) {
        return jdbc.sql("""
                update four_eyes_rule
                set confirm_deletions = :deletions, bulk_repair_over = :over, release_held = :held, version = version + 1, updated_at = :now
                where application_id is not distinct from :application and version = :version
                """)
                .param("deletions", body.confirmDeletions())
                .param("over", body.bulkRepairOver(), Types.INTEGER)
                .param("held", body.releaseHeld())
                .param("application", application, Types.OTHER)
                .param("version", version)
                .param("now", Timestamp.from(now))
                .update() == 1;
    }

    /** False when there is one already. */
    boolean insert(UUID application, RuleBody body, Instant now) {
        return jdbc.sql("""
                insert into four_eyes_rule (application_id, confirm_deletions, bulk_repair_over, release_held, updated_at)
                values (:application, :deletions, :over, :held, :now)
                on conflict do nothing
                """)
                .param("application", application)
                .param("deletions", body.confirmDeletions())
                .param("over", body.bulkRepairOver(), Types.INTEGER)
                .param("held", body.releaseHeld())
                .param("now", Timestamp.from(now))
                .update() == 1;
    }

    void delete(UUID application) {
        jdbc.sql("delete from four_eyes_rule where application_id = :id").param("id", application).update();
    }

    private static Rule read(ResultSet row, int number) throws SQLException {
        return new Rule(row.getObject("application_id", UUID.class), row.getBoolean("confirm_deletions"),
                row.getObject("bulk_repair_over", Integer.class), row.getBoolean("release_held"), row.getInt("version"));
    }
}
