package dev.syncline.integrity;

import dev.syncline.secret.Seal;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds a link to the chain. One server at a time: the others find the state locked, and nothing to do. */
@Component
class Sealing {

    /** A batch's rows are in memory together. */
    static final int LARGEST = 250;

    /** What was settled this recently may still get a last entry. */
    static final Duration LAG = Duration.ofSeconds(30);

    private static final String LAST = """
            select number, sealed_at, records, root, previous, hash, signature from sealed_batch order by number desc limit 1
            """;
    private static final String ADD_BATCH = """
            insert into sealed_batch (number, sealed_at, records, root, previous, hash, signature) values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADD_RECORDS = """
            insert into sealed_record (batch, position, kind, id, salt, parts)
            select ?, u.* from unnest(?::int[], ?::text[], ?::uuid[], ?::bytea[], ?::bytea[]) u
            """;

    private final JdbcTemplate jdbc;
    private final Candidates candidates;
    private final Seal seal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sealing(JdbcTemplate jdbc, Candidates candidates, Seal seal, Clock clock) {
        this.jdbc = jdbc;
        this.candidates = candidates;
        this.seal = seal;
        this.clock = clock;
    }

    private record Wanted(Kind kind, UUID id) {}

    private record Hashed(Wanted record, byte[] salt, byte[] parts) {}

    /** @return whether there may be more to seal at once */
    @Transactional
    public boolean next() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return candidates.locked(now.minus(LAG), now, LARGEST).map(found -> {
            List<Wanted> wanted = new ArrayList<>();
            found.byKind().forEach((kind, ids) -> ids.forEach(id -> wanted.add(new Wanted(kind, id))));
            if (!wanted.isEmpty()) {
                jdbc.execute((ConnectionCallback<Integer>) database -> seal(database, wanted, now));
            }
            return found.mayBeMore();
        }).orElse(false);
    }

    /** @return how many of them were there to be sealed */
    private int seal(Connection database, List<Wanted> wanted, Instant now) throws SQLException {
        List<Hashed> hashed = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            hashed.addAll(hashed(database, kind, wanted.stream().filter(one -> one.kind() == kind).map(Wanted::id).toList()));
        }
        if (!hashed.isEmpty()) {
            add(database, hashed, now);
        }
        return hashed.size();
    }

    private List<Hashed> hashed(Connection database, Kind kind, List<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<List<Row>>> rows = Rows.read(database, kind, ids);
        List<Hashed> hashed = new ArrayList<>();
        for (UUID id : ids) {
            if (rows.containsKey(id)) {
                byte[] salt = new byte[16];
                random.nextBytes(salt);
                hashed.add(new Hashed(new Wanted(kind, id), salt, Hashes.parts(kind, rows.get(id), salt)));
            }
        }
        return hashed;
    }

    private void add(Connection database, List<Hashed> records, Instant now) throws SQLException {
        Optional<SealedBatch> last = last(database);
        long number = last.map(SealedBatch::number).orElse(0L) + 1;
        byte[] previous = last.map(SealedBatch::hash).orElse(SealedBatch.BEFORE_THE_FIRST);
        byte[] root = Hashes.root(records.stream().map(one -> Hashes.leaf(one.record().kind(), one.record().id(), one.parts())).toList());
        byte[] hash = Hashes.batch(number, now, records.size(), root, previous);
        try (PreparedStatement insert = database.prepareStatement(ADD_BATCH)) {
            insert.setLong(1, number);
            insert.setTimestamp(2, Timestamp.from(now));
            insert.setInt(3, records.size());
            insert.setBytes(4, root);
            insert.setBytes(5, previous);
            insert.setBytes(6, hash);
            insert.setBytes(7, seal.sign(hash));
            insert.executeUpdate();
        }
        addRecords(database, number, records);
    }

    private static void addRecords(Connection database, long number, List<Hashed> records) throws SQLException {
        int size = records.size();
        Object[] positions = new Object[size];
        byte[][] salts = new byte[size][];
        byte[][] parts = new byte[size][];
        for (int i = 0; i < size; i++) {
            positions[i] = i;
            salts[i] = records.get(i).salt();
            parts[i] = records.get(i).parts();
        }
        try (PreparedStatement insert = database.prepareStatement(ADD_RECORDS)) {
            insert.setLong(1, number);
            insert.setArray(2, database.createArrayOf("int4", positions));
            insert.setArray(3, database.createArrayOf("text", records.stream().map(one -> one.record().kind().name()).toArray()));
            insert.setArray(4, database.createArrayOf("uuid", records.stream().map(one -> one.record().id()).toArray()));
            insert.setArray(5, database.createArrayOf("bytea", salts));
            insert.setArray(6, database.createArrayOf("bytea", parts));
            insert.executeUpdate();
        }
    }

    static Optional<SealedBatch> last(Connection database) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(LAST); ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(SealedBatch.of(row)) : Optional.empty();
        }
    }
}
