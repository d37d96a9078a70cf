package dev.syncline.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.TestServer;
import dev.syncline.governance.Definition.Adopt;
import dev.syncline.governance.Definition.Dormant;
import dev.syncline.governance.Definition.Duplicate;
import dev.syncline.governance.Definition.ForbiddenGrant;
import dev.syncline.governance.Definition.Keep;
import dev.syncline.governance.Definition.Orphan;
import dev.syncline.governance.Definition.SeparationOfDuties;
import dev.syncline.governance.Definition.Side;
import dev.syncline.governance.Definition.UnjustifiedGrant;
import dev.syncline.journal.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * With 100,000 accounts a page reads what it looks at and what belongs to that, and no table as a whole, whatever is looked for. What counts are the rows the database reads, not the time it takes, so that no slow machine fails this.
 */
class GovernanceSizeTest {

    private static final int ACCOUNTS = 100_000;
    private static final int ONE_IN_TEN = ACCOUNTS / 10;
    private static final int PAGE = 500;
    /** For each it looks at: the account, its user, bindings and reasons, some of them twice. One look at a whole table is ten times that. */
    private static final long MOST_READ_BY_A_PAGE = 20L * PAGE;

    private static TestServer server;
    private static UUID application;
    private static UUID one;
    private static UUID other;
    private static UUID listing;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        application = made("/api/v1/applications", Map.of("name", "Large", "connector", "memory", "settings", Map.of("name", "large")));
        one = made("/api/v1/permissions", Map.of("applicationId", application, "kind", "GROUP", "name", "one", "value", "one"));
        other = made("/api/v1/permissions", Map.of("applicationId", application, "kind", "GROUP", "name", "other", "value", "other"));
        UUID policy = made("/api/v1/account-policies", Map.of("applicationId", application, "name", "Orphans",
                "definition", Map.of("kind", "ORPHAN", "readTarget", false), "action", "NOTIFY"));
        listing = made("/api/v1/account-policies/" + policy + "/runs", Map.of("dryRun", true));
        // What it has listed goes when it ends.
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() ->
                server.api().get("/api/v1/account-policies/runs/" + listing).field("status").equals("DONE"));
        everybody();
    }

    private static UUID made(String path, Map<String, ?> body) {
        return UUID.fromString(server.api().post(path, body).field("id"));
    }

    /** One account in ten is dormant, one without a user, one a user's second, one unknown to us in the target; all hold one permission. */
    private static void everybody() {
        for (String statement : List.of("""
                insert into users (id, user_name, display_name, status, created_at, updated_at)
                select cast(lpad(to_hex(n), 32, '0') as uuid), 'u' || n, 'User ' || n, 'ENABLED', now(), now()
                from generate_series(1, :count) n""", """
                insert into account (id, application_id, user_id, name, remote_id, status, last_sign_in_at, created_at, updated_at)
                select cast('a' || lpad(to_hex(n), 31, '0') as uuid), :application,
                       case n % 10 when 0 then null else cast(lpad(to_hex(case n % 10 when 1 then n + 1 else n end), 32, '0') as uuid) end,
                       'a' || n, 'r' || n, 'ACTIVE', case n % 10 when 2 then now() - interval '1 year' else now() end,
                       now() - n * interval '1 second', now()
                from generate_series(1, :count) n""", """
                insert into binding (account_id, permission_id, status, created_at, updated_at)
                select id, p, 'HELD', now(), now() from account, unnest(array[:one, :other]) p
                where application_id = :application and (p = :one or cast(substr(name, 2) as int) % 10 = 3)""", """
                insert into entitlement (user_id, application_id, permission_id, reason, reason_id, since)
                select distinct user_id, application_id, :one, 'REQUEST', user_id, now() from account
                where user_id is not null and cast(substr(name, 2) as int) % 10 <> 4""", """
                insert into governance_listed (run_id, remote_id, name, attributes)
                select :listing, case n % 10 when 5 then 'x' else 'r' end || n, case n % 10 when 5 then 'x' else 'a' end || n, '{}'
                from generate_series(1, :count) n""", "analyze")) {
            JdbcClient.StatementSpec spec = server.database().jdbc().sql(statement);
            Map<String, Object> values = Map.of("count", ACCOUNTS, "application", application, "one", one, "other", other, "listing", listing);
            values.forEach((name, value) -> {
                if (statement.contains(":" + name)) {
                    spec.param(name, value);
                }
            });
            spec.update();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void dormantAccounts() {
        assertThat(found(new Dormant(90, false, false))).isEqualTo(ONE_IN_TEN);
    }

    @Test
    void orphansHereAndInTheTarget() {
        server.bean(ListedRepository.class).match(listing, application);
        assertThat(found(new Orphan(true, Adopt.NONE))).isEqualTo(2 * ONE_IN_TEN);
    }

    @Test
    void duplicates() {
        assertThat(found(new Duplicate(Keep.NEWEST))).isEqualTo(ONE_IN_TEN);
        assertThat(found(new Duplicate(Keep.OLDEST))).isEqualTo(ONE_IN_TEN);
    }

    @Test
    void separationOfDuties() {
        assertThat(found(new SeparationOfDuties(List.of(one), List.of(other), Side.A))).isEqualTo(ONE_IN_TEN);
        assertThat(found(new SeparationOfDuties(List.of(other), List.of(one), Side.A))).isEqualTo(ONE_IN_TEN);
    }

    @Test
    void forbiddenGrants() {
        assertThat(found(new ForbiddenGrant("user.userName.endsWith(\"3\")", List.of(other)))).isEqualTo(ONE_IN_TEN);
    }

    @Test
    void unjustifiedGrants() {
        assertThat(found(new UnjustifiedGrant(List.of(application), true, true))).isEqualTo(3 * ONE_IN_TEN);
        assertThat(found(new UnjustifiedGrant(List.of(), true, false))).as("everywhere, permissions alone").isEqualTo(2 * ONE_IN_TEN);
        assertThat(found(new UnjustifiedGrant(List.of(UUID.randomUUID()), true, true))).as("elsewhere").isZero();
    }

    /** Of a whole run, each page of which is a transaction. */
    private static int found(Definition definition) {
        Detector detector = server.bean(Detectors.class).of(definition);
        Run run = run(definition);
        TransactionTemplate transactions = server.bean(TransactionTemplate.class);
        JdbcClient jdbc = server.bean(JdbcClient.class);
        int found = 0;
        long read = 0;
        String place = "";
        while (place != null) {
            String from = place;
            long[] rows = new long[1];
            Detector.Page page = transactions.execute(_ -> {
                long before = rowsRead(jdbc);
                Detector.Page next = detector.after(run, from, PAGE);
                rows[0] = rowsRead(jdbc) - before;
                return next;
            });
            found += page.found().size();
            read = Math.max(read, rows[0]);
            place = page.next();
        }
        assertThat(read).as("rows read by one page of %s", definition).isBetween((long) PAGE, MOST_READ_BY_A_PAGE);
        return found;
    }

    /** By this connection since it last handed its figures over, which may be several transactions ago. */
    private static long rowsRead(JdbcClient jdbc) {
        return jdbc.sql("select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint from pg_stat_xact_user_tables").query(Long.class).single();
    }

    private static Run run(Definition definition) {
        return new Run(listing, listing, Family.COMPLIANCE, "Run", application, definition, Remedy.NOTIFY, Limits.USUAL, true, Run.Status.RUNNING,
                Run.Phase.FINDING, "", 0, 0, 0, 0, 0, 0, 0, 0, null, null, Actor.SYSTEM, Instant.now(), null);
    }
}
