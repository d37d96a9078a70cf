package dev.syncline.lifecycle;

import static dev.syncline.task.Source.PERMISSION_CHANGE;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.application.Application;
import dev.syncline.identity.Act;
import dev.syncline.identity.Organization;
import dev.syncline.identity.OrganizationChange;
import dev.syncline.identity.OrganizationReaction;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.intake.Origin;
import dev.syncline.journal.Actor;
import dev.syncline.mapping.Subject;
import dev.syncline.task.Cause;
import dev.syncline.task.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Applications with change tracking are told of the mapped values that changed with an organization, for everybody in and below it. */
@Component
@Order(30)
class OrganizationTracking implements OrganizationReaction {

    private static final String CAUSE = "ORGANIZATION_CHANGE";
    private static final int SET = 1_000;

    private final TrackedUpdates updates;
    private final Users users;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Ledger ledger;

    OrganizationTracking(TrackedUpdates updates, Users users, Organizations organizations, Accounts accounts, Ledger ledger) {
        this.updates = updates;
        this.users = users;
        this.organizations = organizations;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    @Override
    public void changed(List<OrganizationChange> changes, Actor actor) {
        for (OrganizationChange change : changes) {
            Organization was = change.before();
            Organization is = change.after();
            if (was != null && is != null) {
                changed(was, is, actor);
            }
        }
    }

    private void changed(Organization was, Organization is, Actor actor) {
        Set<UUID> tree = organizations.withDescendants(is.id());
        Map<UUID, Organization> after = organizations.findAll(tree);
        Map<UUID, Organization> before = new HashMap<>(after);
        before.put(was.id(), was);
        // All users, then all lines, each in the order of their ids, so that nobody waits for us in a circle.
        List<UUID> members = users.lockMembers(tree);
        lockLines(members);
        Origin origin = Origin.following(PERMISSION_CHANGE, Act.by(actor), new Cause(CAUSE, is.id(), words(was, is)))
                .oneOf(members.size());
        for (int from = 0; from < members.size(); from += SET) {
            send(members.subList(from, Math.min(members.size(), from + SET)), before, after, origin);
        }
    }

    private void lockLines(List<UUID> members) {
        Collection<Account> all = flat(accounts.ofUsers(members));
        Map<UUID, Application> tracking = updates.tracking(all, null);
        List<UUID> lines = all.stream().filter(account -> tracking.containsKey(account.applicationId())).map(Account::id).toList();
        if (!lines.isEmpty()) {
            ledger.lock(lines);
        }
    }

    private void send(List<UUID> members, Map<UUID, Organization> before, Map<UUID, Organization> after, Origin origin) {
        Map<UUID, List<Account>> theirs = accounts.ofUsers(members);
        Map<UUID, Application> tracking = updates.tracking(flat(theirs), null);
        if (tracking.isEmpty()) {
            return;
        }
        List<TrackedAccount> tracked = new ArrayList<>();
        for (User user : users.findAll(theirs.keySet()).values()) {
            Subject was = Subject.of(user, before.get(user.organizationId()));
            Subject is = Subject.of(user, after.get(user.organizationId()));
            theirs.getOrDefault(user.id(), List.of()).stream()
                    .filter(account -> tracking.containsKey(account.applicationId()))
                    .filter(account -> account.status() != Account.Status.DELETING)
                    .forEach(account -> tracked.add(new TrackedAccount(account, was, is, origin)));
        }
        updates.send(tracked, tracking);
    }

    private static List<Account> flat(Map<UUID, List<Account>> byUser) {
        return byUser.values().stream().flatMap(List::stream).toList();
    }

    private static String words(Organization was, Organization is) {
        String name = was.name();
        if (!name.equals(is.name())) {
            return "The organization " + name + " was renamed to " + is.name();
        }
        return Objects.equals(was.parentId(), is.parentId())
                ? "The organization " + name + " was edited"
                : "The organization " + name + " was moved";
    }
}
