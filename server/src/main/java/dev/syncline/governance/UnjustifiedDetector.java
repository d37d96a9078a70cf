package dev.syncline.governance;

import static dev.syncline.governance.CheckRepository.timestamp;

import dev.syncline.governance.Definition.UnjustifiedGrant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Permissions, and then accounts, that no entitlement justifies: no provisioning policy, no approved request, no exception. Only
 * accounts of users that are REQUESTED or ACTIVE count; a permission's entitlement also justifies the account.
 */
@Repository
class UnjustifiedDetector implements Detector {

    private static final String ACCOUNTS = "account:";

    private static final String UNJUSTIFIED_BINDINGS = """
            select a.id, a.name, a.application_id, a.user_id, u.display_name, b.permission_id, p.name as permission_name
            from binding b
            join account a on a.id = b.account_id
            join users u on u.id = a.user_id
            join permission p on p.id = b.permission_id
            where b.status in ('REQUESTED', 'HELD')
              and a.status in ('REQUESTED', 'ACTIVE')
              and (:everywhere or a.application_id = any (:applications))
              and not exists (select 1 from entitlement e
                              where e.user_id = a.user_id and e.permission_id = b.permission_id and (e.ends_at is null or e.ends_at > :now))
              and (:all or (b.account_id, b.permission_id) in (select * from unnest(:accounts, :theirs)))
              and (b.account_id, b.permission_id) > (:afterAccount, :afterPermission)
            order by b.account_id, b.permission_id
            limit :limit""";

    private static final String UNJUSTIFIED_ACCOUNTS = """
            select a.id, a.name, a.application_id, a.user_id, u.display_name
            from account a
            join users u on u.id = a.user_id
            where a.status in ('REQUESTED', 'ACTIVE')
              and (:everywhere or a.application_id = any (:applications))
              and not exists (select 1 from entitlement e
                              where e.user_id = a.user_id and e.application_id = a.application_id and (e.ends_at is null or e.ends_at > :now))
              and (:all or a.id = any (:accounts))
              and a.id > :afterAccount
            order by a.id
            limit :limit""";

    private final JdbcClient jdbc;
    private final Clock clock;

    UnjustifiedDetector(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean looksFor(Definition definition) {
        return definition instanceof UnjustifiedGrant;
    }

    @Override
    public Page after(Run run, String place, int size) {
        UnjustifiedGrant definition = (UnjustifiedGrant) run.definition();
        if (!place.startsWith(ACCOUNTS)) {
            List<Found> bindings = definition.permissions() ? bindings(run, place, null, size) : List.of();
            return new Page(bindings, bindings.size() == size ? bindings.getLast().key() : definition.accounts() ? ACCOUNTS : null);
        }
        List<Found> accounts = accounts(run, AccountRows.after(place.substring(ACCOUNTS.length())), null, size);
        return new Page(accounts, accounts.size() < size ? null : accounts.getLast().key());
    }

    @Override
    public List<Found> still(Run run, Collection<Finding> findings) {
        List<Found> still = new ArrayList<>(bindings(run, "", findings, Integer.MAX_VALUE));
        UUID[] theirs = findings.stream().filter(finding -> finding.kind() == Found.Kind.UNJUSTIFIED_ACCOUNT).map(Finding::accountId)
                .filter(Objects::nonNull).toArray(UUID[]::new);
        if (theirs.length > 0) {
            still.addAll(accounts(run, AccountRows.FIRST, theirs, Integer.MAX_VALUE));
        }
        return still;
    }

    private List<Found> bindings(Run run, String place, Collection<Finding> only, int limit) {
        return query(UNJUSTIFIED_BINDINGS, run)
                .param("all", only == null)
                .param("accounts", only == null ? new UUID[0] : BindingRows.parts(only, 0))
                .param("theirs", only == null ? new UUID[0] : BindingRows.parts(only, 1))
                .param("afterAccount", BindingRows.part(place, 0))
                .param("afterPermission", BindingRows.part(place, 1))
                .param("limit", limit)
                .query((row, _) -> BindingRows.found(Found.Kind.UNJUSTIFIED_PERMISSION, row))
                .list();
    }

    private List<Found> accounts(Run run, UUID after, UUID[] only, int limit) {
        return query(UNJUSTIFIED_ACCOUNTS, run)
                .param("all", only == null)
                .param("accounts", only == null ? new UUID[0] : only)
                .param("afterAccount", after)
                .param("limit", limit)
                .query((row, _) -> {
                    Found found = AccountRows.found(Found.Kind.UNJUSTIFIED_ACCOUNT, row, row.getObject("application_id", UUID.class), Map.of());
                    return found.withKey(ACCOUNTS + found.key());
                })
                .list();
    }

    private JdbcClient.StatementSpec query(String statement, Run run) {
        List<UUID> applications = ((UnjustifiedGrant) run.definition()).applicationIds();
        return jdbc.sql(statement)
                .param("everywhere", applications.isEmpty())
                .param("applications", applications.toArray(UUID[]::new))
                .param("now", timestamp(clock.instant()));
    }
}
