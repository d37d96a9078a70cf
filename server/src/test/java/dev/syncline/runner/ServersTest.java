package dev.syncline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.TestDatabase;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ServersTest {

    private static final Instant FAR = Instant.parse("2031-05-10T12:00:00Z");

    @Test
    void aMonthThatHasRowsInTheDefaultPartitionStaysThereAndTheServerStarts() {
        try (TestDatabase database = TestDatabase.fresh()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            UUID task = jdbc.queryForObject("select uuid_floor(?)", UUID.class, Timestamp.from(FAR));
            jdbc.update("insert into entry (id, task_id, at, event) values (gen_random_uuid(), ?, ?, 'OPENED')", task, Timestamp.from(FAR));

            new Servers(jdbc).partitions(FAR);

            assertThat(jdbc.queryForObject("select count(*) from entry_default where task_id = ?", Long.class, task)).isEqualTo(1);
            assertThat(partitionsOf(jdbc, "203105"))
                    .containsExactlyInAnyOrder("attempt_203105", "task_203105", "wire_message_203105", "audit_entry_203105");
            assertThat(partitionsOf(jdbc, "203106")).hasSize(5);
        }
    }

    private static List<String> partitionsOf(JdbcTemplate jdbc, String month) {
        return jdbc.queryForList("select relname from pg_class where relispartition and relkind = 'r' and right(relname, 6) = ?",
                String.class, month);
    }
}
