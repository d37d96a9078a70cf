package dev.syncline.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What the detectors that look at accounts one by one share: the key is the account's id. */
final class AccountRows {

    static final UUID FIRST = new UUID(0, 0);

    private AccountRows() {}

    static UUID after(String place) {
        return place.isEmpty() ? FIRST : UUID.fromString(place);
    }

    static UUID[] of(Collection<Finding> findings) {
        return findings.stream().map(Finding::accountId).filter(Objects::nonNull).distinct().toArray(UUID[]::new);
    }

    /** From the columns id, name, user_id and display_name. */
    static Found found(Found.Kind kind, ResultSet row, UUID applicationId, Map<String, Object> facts) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Found(kind, id.toString(), applicationId, id, null, row.getString("name"), row.getObject("user_id", UUID.class),
                row.getString("display_name"), List.of(new Hold(id, null, null)), facts);
    }
}
