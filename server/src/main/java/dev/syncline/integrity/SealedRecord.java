package dev.syncline.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The hashes of one task, audit entry or notice.
 *
 * @param salt null once it was erased
 * @param kept the commitments that stand for what was erased; null for none
 * @param followed whether it was sealed again later: then that one counts
 */
record SealedRecord(int position, Kind kind, UUID id, byte[] salt, byte[] parts, byte[] kept, UUID erasedBy, UUID goneBy, boolean followed) {

    static SealedRecord of(ResultSet row) throws SQLException {
        return new SealedRecord(row.getInt("position"), Kind.valueOf(row.getString("kind")), row.getObject("id", UUID.class),
                row.getBytes("salt"), row.getBytes("parts"), row.getBytes("kept"), row.getObject("erased_by", UUID.class),
                row.getObject("gone_by", UUID.class), row.getBoolean("followed"));
    }

    byte[] leaf() {
        return Hashes.leaf(kind, id, parts);
    }
}
