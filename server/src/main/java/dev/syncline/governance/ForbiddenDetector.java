package dev.syncline.governance;

import dev.syncline.governance.Definition.ForbiddenGrant;
import dev.syncline.governance.Windows.Held;
import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.mapping.Expression;
import dev.syncline.mapping.Expressions;
import dev.syncline.mapping.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Permissions held by users for whom the expression holds. Users and organizations are read for a whole page at once. */
@Repository
class ForbiddenDetector implements Detector {

    private static final String QUERY = """
            select a.id, a.name, a.application_id, a.user_id, u.display_name, b.permission_id, p.name as permission_name
            from unnest(:accounts, :theirs) as k (account_id, permission_id)
            join binding b on b.account_id = k.account_id and b.permission_id = k.permission_id
            join account a on a.id = b.account_id
            join users u on u.id = a.user_id
            join permission p on p.id = b.permission_id
            where b.permission_id = any (:permissions)
              and b.status in ('REQUESTED', 'HELD')
              and a.status in ('REQUESTED', 'ACTIVE')
            order by b.account_id, b.permission_id""";

    private final JdbcClient jdbc;
    private final Windows windows;
    private final Users users;
    private final Organizations organizations;
    private final Expressions expressions;

    ForbiddenDetector(JdbcClient jdbc, Windows windows, Users users, Organizations organizations, Expressions expressions) {
        this.jdbc = jdbc;
        this.windows = windows;
        this.users = users;
        this.organizations = organizations;
        this.expressions = expressions;
    }

    @Override
    public boolean looksFor(Definition definition) {
        return definition instanceof ForbiddenGrant;
    }

    @Override
    public Page after(Run run, String place, int size) {
        List<Held> window = windows.holders(((ForbiddenGrant) run.definition()).permissionIds(), place, size);
        List<Found> held = held(run, window.stream().map(Held::accountId).toArray(UUID[]::new),
                window.stream().map(Held::permissionId).toArray(UUID[]::new));
        return new Page(forbidden(run, held), window.size() < size ? null : window.getLast().place());
    }

    @Override
    public List<Found> still(Run run, Collection<Finding> findings) {
        return forbidden(run, held(run, BindingRows.parts(findings, 0), BindingRows.parts(findings, 1)));
    }

    private List<Found> held(Run run, UUID[] accounts, UUID[] permissions) {
        return jdbc.sql(QUERY)
                .param("permissions", ((ForbiddenGrant) run.definition()).permissionIds().toArray(UUID[]::new))
                .param("accounts", accounts)
                .param("theirs", permissions)
                .query((row, _) -> BindingRows.found(Found.Kind.FORBIDDEN_GRANT, row))
                .list();
    }

    private List<Found> forbidden(Run run, List<Found> held) {
        if (held.isEmpty()) {
            return held;
        }
        Expression expression = expressions.compile(((ForbiddenGrant) run.definition()).expression());
        Map<UUID, User> people = users.findAll(held.stream().map(Found::userId).collect(Collectors.toSet()));
        Map<UUID, Organization> theirs = organizations.findAll(
                people.values().stream().map(User::organizationId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Set<UUID> meant = people.values().stream()
                .filter(user -> expression.holds(Subject.of(user, user.organizationId() == null ? null : theirs.get(user.organizationId()))))
                .map(User::id)
                .collect(Collectors.toSet());
        return held.stream().filter(found -> meant.contains(found.userId())).toList();
    }
}
