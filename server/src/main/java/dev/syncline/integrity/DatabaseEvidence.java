package dev.syncline.integrity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A database, seen as it was at one moment, however long the look takes. */
final class DatabaseEvidence implements Evidence {

    /** Rows of so many records are in memory together. */
    private static final int TOGETHER = 50;
    private static final int BATCHES = 20;

    private static final String SOME_BATCHES = """
            select number, sealed_at, records, root, previous, hash, signature from sealed_batch where number > ? order by number limit ?
            """;

    private static final String RECORDS = """
            select r.position, r.kind, r.id, r.salt, r.parts, r.kept, r.erased_by, r.gone_by,
                exists (select from sealed_record n where n.id = r.id and n.batch > r.batch) as followed
            from sealed_record r
            where r.batch = ?
            order by r.position
            """;

    private static final String NEVER_SEALED = """
            (select 'Task ' || t.id as what
            from task t, seal_state s
            where t.settled_at < s.tasks_from - interval '2 hours' and not exists (select from sealed_record r where r.id = t.id)
            limit 1)
            union all
            (select 'Audit entry ' || e.id
            from audit_entry e, seal_state s
            where e.ended_at < s.audit_from - interval '2 hours' and not exists (select from sealed_record r where r.id = e.id)
            limit 1)
            limit 1
            """;

    private final Connection database;

    /** @param database is closed with this */
    DatabaseEvidence(Connection database) throws SQLException {
        this.database = database;
        database.setAutoCommit(false);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        database.setReadOnly(true);
    }

    @Override
    public long batches() throws SQLException {
        return one("select count(*)::text from sealed_batch").map(Long::parseLong).orElse(0L);
    }

    @Override
    public List<Notice> notices() throws SQLException {
        List<Notice> notices = new ArrayList<>();
        try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery(Notice.SELECT)) {
            while (rows.next()) {
                notices.add(Notice.of(rows));
            }
        }
        return notices;
    }

    @Override
    public void read(Reader reader) throws SQLException {
        readWithRows((batch, records) -> {
            List<Found> found = new ArrayList<>();
            for (int from = 0; from < records.size(); from += TOGETHER) {
                List<SealedRecord> some = records.subList(from, Math.min(records.size(), from + TOGETHER));
                Map<UUID, List<List<Row>>> rows = rows(some);
                some.forEach(record -> found.add(Found.of(record, rows.get(record.id()))));
            }
            reader.batch(batch, found);
        });
    }

    interface BatchWork {
        void work(SealedBatch batch, List<SealedRecord> records) throws SQLException;
    }

    void readWithRows(BatchWork work) throws SQLException {
        long after = 0;
        for (List<SealedBatch> some = batches(after); !some.isEmpty(); some = batches(after)) {
            for (SealedBatch batch : some) {
                work.work(batch, records(batch.number()));
            }
            after = some.getLast().number();
        }
    }

    /** What is there of some records; those that were sealed again are read once, with the last one. */
    Map<UUID, List<List<Row>>> rows(List<SealedRecord> records) throws SQLException {
        Map<UUID, List<List<Row>>> rows = new HashMap<>();
        Map<Kind, List<UUID>> byKind = records.stream().filter(record -> !record.followed())
                .collect(Collectors.groupingBy(SealedRecord::kind, Collectors.mapping(SealedRecord::id, Collectors.toList())));
        for (Map.Entry<Kind, List<UUID>> kind : byKind.entrySet()) {
            rows.putAll(Rows.read(database, kind.getKey(), kind.getValue()));
        }
        return rows;
    }

    private List<SealedBatch> batches(long after) throws SQLException {
        List<SealedBatch> batches = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(SOME_BATCHES)) {
            statement.setLong(1, after);
            statement.setInt(2, BATCHES);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    batches.add(SealedBatch.of(rows));
                }
            }
        }
        return batches;
    }

    private List<SealedRecord> records(long batch) throws SQLException {
        List<SealedRecord> records = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(RECORDS)) {
            statement.setLong(1, batch);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    records.add(SealedRecord.of(rows));
                }
            }
        }
        return records;
    }

    @Override
    public Optional<String> neverSealed() throws SQLException {
        return one(NEVER_SEALED);
    }

    private Optional<String> one(String query) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    @Override
    public void close() throws SQLException {
        database.rollback();
        database.close();
    }
}
