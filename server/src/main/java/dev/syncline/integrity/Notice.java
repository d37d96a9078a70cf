package dev.syncline.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Why something is no longer there.
 *
 * @param what PERSON, PAYLOADS, TASKS or AUDIT
 * @param applicationId only of this application; null for any
 * @param fromId a whole range of ids was dropped, from this one on, below {@code toId}; null when records name the notice
 * @param digest over the ids of the records that name it; null for a range
 */
record Notice(UUID id, String kind, String what, UUID applicationId, UUID fromId, UUID toId, long records, byte[] digest) {

    static final String SELECT = "select id, kind, what, application_id, from_id, to_id, records, digest from sealed_notice order by id";

    static Notice of(ResultSet row) throws SQLException {
        return new Notice(row.getObject("id", UUID.class), row.getString("kind"), row.getString("what"),
                row.getObject("application_id", UUID.class), row.getObject("from_id", UUID.class), row.getObject("to_id", UUID.class),
                row.getLong("records"), row.getBytes("digest"));
    }

    /** Whether it says that this record, or its payloads, were dropped with their month. */
    boolean covers(String dropped, UUID record) {
        return kind.equals("EXPIRED") && what.equals(dropped) && fromId != null && toId != null
                && unsigned(record, fromId) >= 0 && unsigned(record, toId) < 0;
    }

    /** As PostgreSQL orders ids; Java takes their halves for signed numbers. */
    static int unsigned(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
