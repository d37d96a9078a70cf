package dev.syncline.governance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a page looks at: so many keys, one after the other, whatever is found among them. So a page costs the same however many accounts
 * there are, and however few of them a check objects to.
 */
@Repository
class Windows {

    private final JdbcClient jdbc;

    Windows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account and a permission it holds, is about to hold or is about to lose. */
    record Held(@Nullable UUID permissionId, UUID accountId) {

        String place() {
            return permissionId + "/" + accountId;
        }
    }

    List<UUID> accounts(UUID applicationId, UUID after, int size) {
        return jdbc.sql("select id from account where application_id = :application and id > :after order by id limit :size")
                .param("application", applicationId)
                .param("after", after)
                .param("size", size)
                .query(UUID.class)
                .list();
    }

    List<UUID> accounts(UUID after, int size) {
        return jdbc.sql("select id from account where id > :after order by id limit :size")
                .param("after", after)
                .param("size", size)
                .query(UUID.class)
                .list();
    }

    /** One for each account: whoever has several comes several times. */
    List<UUID> users(UUID after, int size) {
        return jdbc.sql("select user_id from account where user_id > :after order by user_id limit :size")
                .param("after", after)
                .param("size", size)
                .query(UUID.class)
                .list();
    }

    /** Permission by permission. */
    List<Held> holders(Collection<UUID> permissions, String place, int size) {
        List<Held> holders = new ArrayList<>();
        String reached = place.isEmpty() ? "" : place.split("/")[0];
        // Java compares ids as signed numbers, their texts as the database does.
        for (String permission : permissions.stream().map(UUID::toString).distinct().sorted().toList()) {
            if (permission.compareTo(reached) >= 0 && holders.size() < size) {
                UUID after = permission.equals(reached) ? UUID.fromString(place.split("/")[1]) : AccountRows.FIRST;
                holders.addAll(holders(UUID.fromString(permission), after, size - holders.size()));
            }
        }
        return holders;
    }

    private List<Held> holders(UUID permission, UUID after, int size) {
        return jdbc.sql("""
                select account_id from binding
                where permission_id = :permission and account_id > :after
                order by account_id
                limit :size""")
                .param("permission", permission)
                .param("after", after)
                .param("size", size)
                .query((row, _) -> new Held(permission, row.getObject("account_id", UUID.class)))
                .list();
    }
}
