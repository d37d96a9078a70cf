package dev.syncline.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A link of the chain. */
record SealedBatch(long number, Instant sealedAt, int records, byte[] root, byte[] previous, byte[] hash, byte[] signature) {

    static final byte[] BEFORE_THE_FIRST = new byte[Hashes.LENGTH];

    byte[] computedHash() {
        return Hashes.batch(number, sealedAt, records, root, previous);
    }

    static SealedBatch of(ResultSet row) throws SQLException {
        return new SealedBatch(row.getLong("number"), row.getObject("sealed_at", OffsetDateTime.class).toInstant(), row.getInt("records"),
                row.getBytes("root"), row.getBytes("previous"), row.getBytes("hash"), row.getBytes("signature"));
    }
}
