package dev.syncline.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the detectors that look at bindings one by one share: the key is the account's id and the permission's. */
final class BindingRows {

    private BindingRows() {}

    /** @param at 0 for the account, 1 for the permission */
    static UUID part(String key, int at) {
        return key.isEmpty() ? AccountRows.FIRST : UUID.fromString(key.split("/")[at]);
    }

    static UUID[] parts(Collection<Finding> findings, int at) {
        return findings.stream().filter(finding -> finding.key().contains("/")).map(finding -> part(finding.key(), at)).toArray(UUID[]::new);
    }

    /** From the columns id, name, application_id, user_id, display_name, permission_id and permission_name. */
    static Found found(Found.Kind kind, ResultSet row) throws SQLException {
        UUID account = row.getObject("id", UUID.class);
        UUID permission = row.getObject("permission_id", UUID.class);
        return new Found(kind, account + "/" + permission, row.getObject("application_id", UUID.class), account, null, row.getString("name"),
                row.getObject("user_id", UUID.class), row.getString("display_name"), List.of(new Hold(account, permission, null)),
                Map.of("permission", row.getString("permission_name")));
    }
}
