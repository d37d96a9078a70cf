package dev.syncline.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.TestDatabase;
import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Many accounts are matched in a few statements: what would look at every pair of them never comes to an end here. */
class ReconciliationSizeTest {

    private static final int MANY = 30_000;

    @Test
    void manyAccountsAreMatchedSetBySet() {
        try (TestDatabase database = TestDatabase.fresh()) {
            UUID application = UUID.randomUUID();
            Run run = new Run(UUID.randomUUID(), application,
                    List.of(new CorrelationRule("number", "employeeNumber", false), new CorrelationRule("mail", "email", true)), List.of(), List.of(),
                    Run.Status.RUNNING, Run.Phase.COMPARING, null, 0, 0, 0, null, null, null, null, Actor.SYSTEM, Instant.parse("2026-01-01T00:00:00Z"), null);
            prepare(database, run);
            new AccountMatching(database.jdbc()).match(run);
            Map<String, Integer> kinds = database.jdbc().sql("""
                    select coalesce(kind, 'KNOWN') as kind, count(*)::int as found from reconciliation_finding group by kind""")
                    .query((row, _) -> Map.entry(row.getString("kind"), row.getInt("found"))).list().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            assertThat(kinds).isEqualTo(Map.of("KNOWN", MANY / 3, "MATCHED", MANY / 3, "UNKNOWN", MANY / 3, "MISSING", 10));
        }
    }

    /** A third is known here by id or name, a third has the mail of a user, a third is of nobody. */
    private static void prepare(TestDatabase database, Run run) {
        database.jdbc().sql("""
                insert into application (id, name, connector, data_synchronization, change_tracking, callback_mode, callback_deadline_seconds,
                    max_attempts, first_delay_ms, max_delay_ms, max_concurrency, request_timeout_ms, account_name_expression, created_at, updated_at)
                values (:application, 'Big', 'memory', true, false, false, 60, 1, 1000, 1000, 1, 1000, 'user.userName', now(), now())""").param("application", run.applicationId()).update();
        database.jdbc().sql("""
                insert into users (id, user_name, display_name, email, status, created_at, updated_at)
                select gen_random_uuid(), 'u' || i, 'User ' || i, 'Mail' || i || '@example.com', 'ENABLED', now(), now()
                from generate_series(1, :many) as i""").param("many", MANY).update();
        database.jdbc().sql("""
                insert into account (id, application_id, name, remote_id, status, created_at, updated_at)
                select gen_random_uuid(), :application, 'a' || i, case when i % 2 = 0 then 'r' || i end, 'ACTIVE', timestamptz '2020-01-01', timestamptz '2020-01-01'
                from generate_series(1, :known) as i
                union all
                select gen_random_uuid(), :application, 'gone' || i, 'gone' || i, 'ACTIVE', timestamptz '2020-01-01', timestamptz '2020-01-01'
                from generate_series(1, 10) as i""").param("application", run.applicationId()).param("known", MANY / 3).update();
        database.jdbc().sql("""
                insert into reconciliation_run (id, application_id, rules, objects, status, phase, initiator_kind, initiator_name, created_at)
                values (:run, :application, '[]', '{}', 'RUNNING', 'COMPARING', 'SYSTEM', 'Syncline', now())""")
                .param("run", run.id()).param("application", run.applicationId()).update();
        database.jdbc().sql("""
                insert into reconciliation_finding (run_id, object_type, remote_id, name, attributes)
                select :run, 'ACCOUNT', 'r' || i, 'A' || i,
                       case when i > :known and i <= 2 * :known then jsonb_build_object('mail', jsonb_build_array('x@example.com', 'mail' || i || '@Example.com'))
                            else '{"number": "none"}' end
                from generate_series(1, :many) as i""").param("run", run.id()).param("known", MANY / 3).param("many", MANY).update();
        database.jdbc().sql("analyze reconciliation_finding").update();
    }
}
