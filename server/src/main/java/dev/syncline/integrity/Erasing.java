package dev.syncline.integrity;

import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what is personal out of sealed records without breaking the chain: their commitments are kept, the salts are not, and a notice says
 * who erased them and why. What is not sealed yet is sealed as it is then.
 */
@Component
public class Erasing {

    private static final String SEALED = """
            select r.batch, r.position, r.id, r.salt from sealed_record r where r.id = any (?) and r.kind = ? and r.erased_by is null for update
            """;
    private static final String KEEP = """
            update sealed_record r set kept = u.kept, salt = null, erased_by = ?
            from unnest(?::bigint[], ?::int[], ?::bytea[]) as u(batch, position, kept)
            where r.batch = u.batch and r.position = u.position
            """;
    private static final String NOTICE = """
            insert into sealed_notice (id, at, kind, what, subject_id, records, digest, actor_kind, actor_id, actor_name, reason)
            values (?, ?, 'ERASED', 'PERSON', ?, ?, ?, ?, ?, ?, ?)
            """;

    /** The log first: whose name it tells, the task says. */
    private static final List<String> ERASE_TASKS = List.of("""
            update entry e set message = null, detail = null,
                actor = case when e.actor = t.user_name or t.initiator_id = ? and e.actor = t.initiator_name then 'erased' else e.actor end
            from task t
            where t.id = e.task_id and t.id = any (?)
            """, """
            update task set object_name = 'erased', user_name = case when user_id is null then null else 'erased' end,
                initiator_name = case when initiator_id = ? then 'erased' else initiator_name end,
                cause_name = case when cause_name is null then null else 'erased' end,
                parameters = '{"name": "erased"}'::jsonb, invalid = null, note = null, remote_id = null,
                failure_message = case when failure_message is null then null else 'erased' end,
                settle_reason = case when settle_reason is null then null else 'erased' end
            where id = any (?)
            """, """
            update attempt set message = null where ?::uuid is not null and task_id = any (?)
            """, """
            update wire_message set target = null, body = ''::bytea, codec = codec where ?::uuid is not null and task_id = any (?)
            """, """
            update callback set body = '', headers = '{}'::jsonb, message = null, remote_id = null where ?::uuid is not null and task_id = any (?)
            """);

    private static final List<String> ERASE_AUDIT = List.of("""
            update audit_entry set actor_name = case when actor_id = ? then 'erased' else actor_name end,
                object_name = case when object_name is null then null else 'erased' end, reason = null, before = null, after = null,
                path = null, remote_address = null, user_agent = null
            where id = any (?)
            """);

    private final JdbcTemplate jdbc;
    private final Ids ids;
    private final Clock clock;

    Erasing(JdbcTemplate jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Why a person's data is erased, and who says so. */
    public record Order(UUID person, Actor by, String reason) {}

    private record Sealed(long batch, int position, UUID id, byte[] salt) {}

    /** Tasks of a person, all of them settled; some hundred at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tasks(Order order, Collection<UUID> tasks) {
        erase(order, Kind.TASK, tasks, ERASE_TASKS);
    }

    /** Ended audit entries about a person, or of what that one did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void audit(Order order, Collection<UUID> entries) {
        erase(order, Kind.AUDIT, entries, ERASE_AUDIT);
    }

    private void erase(Order order, Kind kind, Collection<UUID> records, List<String> statements) {
        jdbc.execute((ConnectionCallback<Integer>) database -> {
            commit(database, order, kind, records);
            int rows = 0;
            for (String statement : statements) {
                try (PreparedStatement update = database.prepareStatement(statement)) {
                    update.setObject(1, order.person());
                    update.setArray(2, database.createArrayOf("uuid", records.toArray()));
                    rows += update.executeUpdate();
                }
            }
            return rows;
        });
    }

    /** Before anything is erased: afterwards nobody could tell what the commitments were. */
    private void commit(Connection database, Order order, Kind kind, Collection<UUID> records) throws SQLException {
        // The sealing waits, so that nothing is sealed half erased.
        jdbc.query("select 1 from seal_state for update", _ -> {});
        List<Sealed> sealed = sealed(database, kind, records);
        Map<UUID, List<List<Row>>> rows = Rows.read(database, kind, records);
        UUID notice = ids.next();
        byte[] sum = new byte[Hashes.LENGTH];
        List<UUID> counted = sealed.stream().map(Sealed::id).distinct().toList();
        for (UUID id : counted) {
            sum = Hashes.plus(sum, id);
        }
        if (!sealed.isEmpty()) {
            notice(database, notice, order, counted.size(), sum);
            keep(database, notice, kind, sealed, rows);
        }
    }

    private static List<Sealed> sealed(Connection database, Kind kind, Collection<UUID> records) throws SQLException {
        List<Sealed> sealed = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement(SEALED)) {
            select.setArray(1, database.createArrayOf("uuid", records.toArray()));
            select.setString(2, kind.name());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    sealed.add(new Sealed(rows.getLong(1), rows.getInt(2), rows.getObject(3, UUID.class), rows.getBytes(4)));
                }
            }
        }
        return sealed;
    }

    private static void keep(Connection database, UUID notice, Kind kind, List<Sealed> sealed, Map<UUID, List<List<Row>>> rows)
            throws SQLException {
        List<Sealed> there = sealed.stream().filter(record -> rows.containsKey(record.id())).toList();
        byte[][] kept = new byte[there.size()][];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = Hashes.commitments(kind, Objects.requireNonNull(rows.get(there.get(i).id()), "it is there"), there.get(i).salt());
        }
        try (PreparedStatement update = database.prepareStatement(KEEP)) {
            update.setObject(1, notice);
            update.setArray(2, database.createArrayOf("int8", there.stream().map(Sealed::batch).toArray()));
            update.setArray(3, database.createArrayOf("int4", there.stream().map(Sealed::position).toArray()));
            update.setArray(4, database.createArrayOf("bytea", kept));
            update.executeUpdate();
        }
    }

    private void notice(Connection database, UUID id, Order order, int records, byte[] sum) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(NOTICE)) {
            insert.setObject(1, id);
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.setObject(3, order.person());
            insert.setLong(4, records);
            insert.setBytes(5, sum);
            insert.setString(6, order.by().kind().name());
            insert.setObject(7, order.by().id(), Types.OTHER);
            insert.setString(8, order.by().name());
            insert.setString(9, order.reason());
            insert.executeUpdate();
        }
    }
}
