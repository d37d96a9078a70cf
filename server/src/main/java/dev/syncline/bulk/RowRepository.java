package dev.syncline.bulk;

import static dev.syncline.sql.ArrayColumns.bytes;
import static dev.syncline.sql.ArrayColumns.integer;
import static dev.syncline.sql.ArrayColumns.name;
import static dev.syncline.sql.ArrayColumns.text;
import static dev.syncline.sql.ArrayColumns.uuid;

import dev.syncline.sql.ArrayColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RowRepository {

    private static final ArrayColumns<Row> ROWS = new ArrayColumns<>(
            uuid(Row::batchId), integer(Row::number), text(Row::subject), uuid(Row::userId), text(Row::content), bytes(Row::sealed),
            name(Row::status), text(Row::message), uuid(Row::taskId));

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    RowRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void insert(List<Row> rows) {
        template.update("""
                insert into batch_row (batch_id, number, subject, user_id, content, sealed, status, message, task_id)
                select batch_id, number, subject, user_id, content::jsonb, sealed, status, message, task_id
                from unnest(?::uuid[], ?::int[], ?::text[], ?::uuid[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::uuid[])
                    as r (batch_id, number, subject, user_id, content, sealed, status, message, task_id)""",
                statement -> ROWS.bind(statement, 1, rows));
    }

    /** What became of them; their secrets are no longer needed. */
    void update(List<Row> rows) {
        template.update("""
                update batch_row
                set user_id = r.user_id, sealed = null, status = r.status, message = r.message, task_id = r.task_id
                from unnest(?::uuid[], ?::int[], ?::text[], ?::uuid[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::uuid[])
                    as r (batch_id, number, subject, user_id, content, sealed, status, message, task_id)
                where batch_row.batch_id = r.batch_id and batch_row.number = r.number""",
                statement -> ROWS.bind(statement, 1, rows));
    }

    List<Row> waiting(UUID batchId, int limit) {
        return jdbc.sql("select * from batch_row where batch_id = :batch and status = 'WAITING' order by number limit :limit")
                .param("batch", batchId)
                .param("limit", limit)
                .query(RowRepository::read)
                .list();
    }

    List<Row> waiting(UUID batchId, Collection<Integer> numbers) {
        return jdbc.sql("""
                select * from batch_row
                where batch_id = :batch and number = any (:numbers) and status = 'WAITING'
                order by number""")
                .param("batch", batchId)
                .param("numbers", numbers.toArray(Integer[]::new))
                .query(RowRepository::read)
                .list();
    }

    /**
     * A waiting row of a file of users, and whom it makes the manager. Names in lower case.
     *
     * @param manager null when none is named, or none any more
     */
    record Reporting(int number, String userName, @Nullable String manager) {

        Optional<String> managerIfAny() {
            return Optional.ofNullable(manager);
        }
    }

    List<Reporting> reporting(UUID batchId) {
        return jdbc.sql("""
                select number, lower(subject) as user_name, nullif(lower(content ->> 'manager'), '') as manager
                from batch_row
                where batch_id = :batch and status = 'WAITING'
                order by number""")
                .param("batch", batchId)
                .query((row, number) -> new Reporting(row.getInt("number"), row.getString("user_name"), row.getString("manager")))
                .list();
    }

    /** Good rows that turn out to be bad, with what is wrong with each. */
    void refuse(UUID batchId, Map<Integer, String> messages) {
        List<Integer> numbers = List.copyOf(messages.keySet());
        jdbc.sql("""
                update batch_row set status = 'BAD', message = r.message
                from unnest(:numbers, :messages) as r (number, message)
                where batch_id = :batch and batch_row.number = r.number""")
                .param("batch", batchId)
                .param("numbers", numbers.toArray(Integer[]::new))
                .param("messages", numbers.stream().map(messages::get).toArray(String[]::new))
                .update();
    }

    /** Null when the batch changes users themselves, and when it is gone. */
    @Nullable UUID applicationOf(UUID batchId) {
        return jdbc.sql("select application_id from batch where id = :batch").param("batch", batchId)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class))).optional().flatMap(found -> found).orElse(null);
    }

    /** @param status null for any */
    List<Row> page(UUID batchId, Row.@Nullable Status status, int afterNumber, int limit) {
        return jdbc.sql("""
                select * from batch_row
                where batch_id = :batch and (:status = '' or status = :status) and number > :after
                order by number
                limit :limit""")
                .param("batch", batchId)
                .param("status", status == null ? "" : status.name())
                .param("after", afterNumber)
                .param("limit", limit)
                .query(RowRepository::read)
                .list();
    }

    /** Of these subjects in lower case, those that occur already, with the line where they first do. */
    Map<String, Integer> linesOf(UUID batchId, Collection<String> subjects) {
        Map<String, Integer> lines = new HashMap<>();
        jdbc.sql("""
                select lower(subject) as subject, min(number) as number
                from batch_row
                where batch_id = :batch and lower(subject) = any (:subjects)
                group by lower(subject)""")
                .param("batch", batchId)
                .param("subjects", subjects.toArray(String[]::new))
                .query(row -> {
                    lines.put(row.getString("subject"), row.getInt("number"));
                });
        return lines;
    }

    /** The number and subject of the last row: where a batch provisioning goes on. Number 0 and "" before the first. */
    Row last(UUID batchId) {
        return jdbc.sql("select * from batch_row where batch_id = :batch order by number desc limit 1")
                .param("batch", batchId)
                .query(RowRepository::read)
                .optional()
                .orElse(new Row(batchId, 0, "", null, null, null, Row.Status.WAITING, null, null));
    }

    int cancelWaiting(UUID batchId) {
        return jdbc.sql("update batch_row set status = 'CANCELLED', sealed = null where batch_id = :batch and status = 'WAITING'")
                .param("batch", batchId)
                .update();
    }

    /** Bad rows keep no secrets once the others have been let go. */
    void forgetSecrets(UUID batchId) {
        jdbc.sql("update batch_row set sealed = null where batch_id = :batch and sealed is not null").param("batch", batchId).update();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("batch_id", UUID.class),
                row.getInt("number"),
                row.getString("subject"),
                row.getObject("user_id", UUID.class),
                row.getString("content"),
                row.getBytes("sealed"),
                Row.Status.valueOf(row.getString("status")),
                row.getString("message"),
                row.getObject("task_id", UUID.class));
    }
}
