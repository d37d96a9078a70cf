package dev.syncline.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * A year of a large company's log, written past the doors by which tasks come: millions in minutes. Nearly all succeeded; of the rest
 * each state, kind of failure, action and source has its share. Indexes are made afterwards, which gives the same ones sooner.
 */
final class LogSeed {

    static final int MONTHS = 12;

    /** Accounts in all applications together; each has its share of the tasks. */
    static final int ACCOUNTS = 200_000;

    private static final int ROWS_OF_A_STATEMENT = 100_000;

    private static final String LINES = """
            insert into line (id, next_turn, search_text)
            select md5('line' || n)::uuid, 1000000, 'user' || n || ' ' || (array['li','wang','zhang','liu','chen','yang','huang','zhao'])[1 + n %% 8]
                || '.' || substr(md5('name' || n), 1, 6)
            from generate_series(0, %d) n
            """.formatted(ACCOUNTS - 1);

    private static final String REMOTE_NAMES = """
            insert into remote_name (line_id, search_text)
            select md5('line' || n)::uuid, 'uid=user' || n || ',ou=people,dc=example,dc=com' from generate_series(0, %d) n
            """.formatted(ACCOUNTS - 1);

    /**
     * Task number n of the log. Its state depends on r, a number from 0 to 9,999 that only looks like chance, so that two runs have the
     * same log.
     */
    private static final String TASKS = """
            insert into task (id, line_id, turn, application_id, application_name, object_type, object_id, object_name, user_id, user_name,
                action, source, takes_away, priority, initiator_kind, initiator_name, cause_type, cause_id, cause_name, parameters,
                status, opened_at, due_at, claims, attempts, started_at, failure_kind, failure_message, remote_id, superseded_by_id,
                settled_at, settled_by, settle_reason)
            select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid,
                line, n, application_ids[application], 'Application ' || application, 'ACCOUNT', line, 'user' || account, person,
                'User ' || account, action,
                case when r < 5000 then 'PROVISIONING_POLICY' when r < 7000 then 'PERMISSION_CHANGE' when r < 9000 then 'MANUAL'
                     when r < 9500 then 'ACCESS_REQUEST' when r < 9700 then 'GLOBAL_PROVISIONING_POLICY' when r < 9800 then 'PERMISSION_EXPIRY'
                     when r < 9850 then 'COMPLIANCE_REVIEW' when r < 9900 then 'APPLICATION_ACCOUNT_POLICY'
                     when r < 9950 then 'SELF_SERVICE_DEPROVISIONING' else 'RETRY_AFTER_MODIFICATION' end,
                action in ('DELETE', 'DISABLE'), 1, 'ADMINISTRATOR', 'Administrator ' || r %% 50, 'POLICY', md5('policy' || r %% 200)::uuid,
                'Policy ' || r %% 200, jsonb_build_object('name', 'user' || account, 'attributes', jsonb_build_object('mail', 'user' || account
                    || '@example.com', 'title', 'Engineer'), 'bind', '[]'::jsonb, 'unbind', '[]'::jsonb),
                status, at, case when status = 'QUEUED' then timestamptz '2999-01-01' end, 1, 1, at,
                case when status = 'FAILED' then failure_kind end,
                case when status = 'FAILED' then 'The target refused attribute ' || (array['mail','title','telephoneNumber','manager'])[1 + r %% 4]
                    || ' of user' || account || ': constraint violation ' || r end,
                'uid=user' || account || ',ou=people,dc=example,dc=com', case when status = 'SUPERSEDED' then md5('after' || n)::uuid end,
                case when status in ('SUCCEEDED', 'CONFIRMED', 'SUPERSEDED', 'CANCELLED') then at + interval '2 seconds' end,
                case when status in ('CONFIRMED', 'CANCELLED') then 'Olga Operator' end,
                case when status in ('CONFIRMED', 'CANCELLED') then 'Done by hand.' end
            from (
                select n, at, h, r, account, md5('line' || account)::uuid as line, md5('person' || account / 4)::uuid as person,
                    1 + account %% array_length(application_ids, 1) as application, application_ids,
                    (array['CREATE','UPDATE','UPDATE','UPDATE','UPDATE','UPDATE','UPDATE','DELETE','ENABLE','DISABLE'])[1 + r / 7 %% 10] as action,
                    (array['REFUSED','REFUSED','REFUSED','UNAVAILABLE','UNCLEAR','NO_CALLBACK','INVALID','INTERNAL'])[1 + r %% 8] as failure_kind,
                    case when r >= 60 then 'SUCCEEDED' when r < 20 then 'FAILED' when r < 30 then 'CONFIRMED' when r < 45 then 'SUPERSEDED'
                         when r < 50 then 'CANCELLED' when r < 51 then 'QUEUED' else 'SUCCEEDED' end as status
                from (
                    select n, timestamptz '%s' + n * interval '%d microseconds' as at, md5(n::text) as h,
                        (hashint8(n) & 2147483647) %% 10000 as r, (hashint8(n * 7919) & 2147483647) %% %d as account, '%s'::uuid[] as application_ids
                    from generate_series(%d::bigint, %d::bigint) n) number) task
            """;

    private static final String INDEXES = """
            select c.relname, pg_get_indexdef(c.oid) as definition
            from pg_index i join pg_class c on c.oid = i.indexrelid
            where i.indrelid = 'task'::regclass and not i.indisprimary
            """;

    private record Index(String name, String definition) {}

    private final DataSource database;
    private final List<UUID> applications;
    private final long tasks;

    LogSeed(DataSource database, List<UUID> applications, long tasks) {
        this.database = database;
        this.applications = applications;
        this.tasks = tasks;
    }

    /** Writes the log of the months that end with this one. Tasks are spread evenly over them. */
    void write(Instant now) throws Exception {
        YearMonth last = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        Instant start = last.minusMonths(MONTHS - 1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        long micros = ChronoUnit.MICROS.between(start, now) / tasks;
        for (int i = 0; i < MONTHS; i++) {
            execute("select month_partitions(timestamptz '" + last.minusMonths(i).atDay(15) + "')");
        }
        List<Index> indexes = indexes();
        for (Index index : indexes) {
            execute("drop index " + index.name);
        }
        execute(LINES);
        execute(REMOTE_NAMES);
        List<String> statements = new ArrayList<>();
        for (long from = 0; from < tasks; from += ROWS_OF_A_STATEMENT) {
            long to = Math.min(tasks, from + ROWS_OF_A_STATEMENT) - 1;
            statements.add(TASKS.formatted(start, micros, ACCOUNTS, ids(), from, to));
        }
        sideBySide(statements);
        sideBySide(indexes.stream().map(index -> index.definition.replace(" ON ONLY ", " ON ")).toList());
        execute("vacuum (analyze) task, line, remote_name");
    }

    private String ids() {
        return "{" + String.join(",", applications.stream().map(UUID::toString).toList()) + "}";
    }

    private List<Index> indexes() throws SQLException {
        List<Index> indexes = new ArrayList<>();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                var rows = statement.executeQuery(INDEXES)) {
            while (rows.next()) {
                indexes.add(new Index(rows.getString("relname"), rows.getString("definition")));
            }
        }
        return indexes;
    }

    private void sideBySide(List<String> statements) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Void>> all = statements.stream().map(sql -> (Callable<Void>) () -> execute(sql)).toList();
            for (Future<Void> done : threads.invokeAll(all)) {
                done.get();
            }
        }
    }

    private Void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off; set maintenance_work_mem = '512MB'");
            try {
                statement.execute(sql);
            } finally {
                statement.execute("reset synchronous_commit; reset maintenance_work_mem");
            }
            return null;
        }
    }
}
