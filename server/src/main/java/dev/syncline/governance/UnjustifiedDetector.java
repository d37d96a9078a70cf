package dev.syncline.governance;

import static dev.syncline.governance.CheckRepository.timestamp;

import dev.syncline.governance.Definition.UnjustifiedGrant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Permissions and accounts that no entitlement justifies: no provisioning policy, no approved request, no exception. Only
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
              and a.id = any (:accounts)
            order by b.account_id, b.permission_id""";

    private static final String UNJUSTIFIED_ACCOUNTS = """
            select a.id, a.name, a.application_id, a.user_id, u.display_name
            from account a
            join users u on u.id = a.user_id
            where a.status in ('REQUESTED', 'ACTIVE')
              and (:everywhere or a.application_id = any (:applications))
              and not exists (select 1 from entitlement e
                              where e.user_id = a.user_id and e.application_id = a.application_id and (e.ends_at is null or e.ends_at > :now))
              and a.id = any (:accounts)
            order by a.id""";

    private final JdbcClient jdbc;
    private final Windows windows;
    private final Clock clock;

    UnjustifiedDetector(JdbcClient jdbc, Windows windows, Clock clock) {
        this.jdbc = jdbc;
        this.windows = windows;
        this.clock = clock;
    }

    @Override
    public boolean looksFor(Definition definition) {
        return definition instanceof UnjustifiedGrant;
    }

    @Override
    public Page after(Run run, String place, int size) {
        UnjustifiedGrant definition = (UnjustifiedGrant) run.definition();
        List<UUID> window = windows.accounts(AccountRows.after(place), size);
        UUID[] accounts = window.toArray(UUID[]::new);
        List<Found> found = new ArrayList<>();
        if (definition.permissions()) {
            found.addAll(bindings(run, accounts));
        }
        if (definition.accounts()) {
            found.addAll(accounts(run, accounts));
        }
        return new Page(found, window.size() < size ? null : window.getLast().toString());
    }

    @Override
    public List<Found> still(Run run, Collection<Finding> findings) {
        UUID[] accounts = AccountRows.of(findings);
        Set<String> asked = findings.stream().map(Finding::key).collect(Collectors.toSet());
        return Stream.concat(bindings(run, accounts).stream(), accounts(run, accounts).stream())
                .filter(found -> asked.contains(found.key()))
                .toList();
    }

    private List<Found> bindings(Run run, UUID[] accounts) {
        return query(UNJUSTIFIED_BINDINGS, run, accounts).query((row, _) -> BindingRows.found(Found.Kind.UNJUSTIFIED_PERMISSION, row)).list();
    }

    private List<Found> accounts(Run run, UUID[] accounts) {
        return query(UNJUSTIFIED_ACCOUNTS, run, accounts).query((row, _) -> {
            Found found = AccountRows.found(Found.Kind.UNJUSTIFIED_ACCOUNT, row, row.getObject("application_id", UUID.class), Map.of());
            return found.withKey(ACCOUNTS + found.key());
        }).list();
    }

    private JdbcClient.StatementSpec query(String statement, Run run, UUID[] accounts) {
        List<UUID> applications = ((UnjustifiedGrant) run.definition()).applicationIds();
        return jdbc.sql(statement)
                .param("everywhere", applications.isEmpty())
                .param("applications", applications.toArray(UUID[]::new))
                .param("accounts", accounts)
                .param("now", timestamp(clock.instant()));
    }
}
