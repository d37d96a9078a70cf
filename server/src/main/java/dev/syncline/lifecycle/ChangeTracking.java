package dev.syncline.lifecycle;

import static dev.syncline.task.Source.PERMISSION_CHANGE;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.application.Application;
import dev.syncline.identity.Act;
import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.identity.UserChange;
import dev.syncline.identity.UserReaction;
import dev.syncline.intake.Origin;
import dev.syncline.mapping.Subject;
import dev.syncline.task.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Applications with change tracking are told of the mapped values that changed with a user. Comes last: users who were disabled or
 * deleted are the global policy's, and what a provisioning policy has sent already is not sent again.
 */
@Component
@Order(30)
class ChangeTracking implements UserReaction {

    static final String CAUSE = "USER_CHANGE";

    private final TrackedUpdates updates;
    private final Accounts accounts;
    private final Organizations organizations;

    ChangeTracking(TrackedUpdates updates, Accounts accounts, Organizations organizations) {
        this.updates = updates;
        this.accounts = accounts;
        this.organizations = organizations;
    }

    @Override
    public void changed(List<UserChange> changes, Act act) {
        List<UserChange> edits = changes.stream().filter(ChangeTracking::concernsTargets).toList();
        if (edits.isEmpty()) {
            return;
        }
        Map<UUID, List<Account>> theirs = accounts.ofUsers(edits.stream().map(change -> change.after().id()).toList());
        Map<UUID, Application> tracking = updates.tracking(
                theirs.values().stream().flatMap(List::stream).toList(), act.applicationId());
        if (!tracking.isEmpty()) {
            updates.send(tracked(edits, theirs, tracking, act), tracking);
        }
    }

    private static boolean concernsTargets(UserChange change) {
        return !change.created() && change.after().status() != User.Status.DELETED && !change.became(User.Status.DISABLED);
    }

    private List<TrackedAccount> tracked(
            List<UserChange> edits, Map<UUID, List<Account>> theirs, Map<UUID, Application> tracking, Act act) {
        Map<UUID, Organization> known = organizations.findAll(edits.stream()
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .map(User::organizationId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<TrackedAccount> tracked = new ArrayList<>();
        for (UserChange change : edits) {
            Origin origin = Origin.following(PERMISSION_CHANGE, act, new Cause(CAUSE, change.id(), Happening.of(change, known)))
                    .oneOf(edits.size());
            Subject before = subject(Objects.requireNonNull(change.before(), "creations were left out"), known);
            Subject after = subject(change.after(), known);
            theirs.getOrDefault(change.after().id(), List.of()).stream()
                    .filter(account -> tracking.containsKey(account.applicationId()))
                    .filter(account -> account.status() != Account.Status.DELETING)
                    .forEach(account -> tracked.add(new TrackedAccount(account, before, after, origin)));
        }
        return tracked;
    }

    private static Subject subject(User user, Map<UUID, Organization> organizations) {
        return Subject.of(user, user.organizationId() == null ? null : organizations.get(user.organizationId()));
    }
}
