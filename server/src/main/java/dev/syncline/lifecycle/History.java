package dev.syncline.lifecycle;

import dev.syncline.identity.KeptChange;
import dev.syncline.identity.Organization;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.identity.UserChange;
import dev.syncline.identity.Users;
import dev.syncline.lifecycle.HistoryEntry.Kind;
import dev.syncline.lifecycle.HistoryEntry.TaskView;
import dev.syncline.problem.ProblemException;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What was changed about a user, also one who is long gone: edits of the user and of the user's permissions, in one list. */
@Service
class History {

    private static final int MOST_TASKS = 2_000;

    private final Users users;
    private final Organizations organizations;
    private final PermissionEditRepository edits;
    private final Ledger ledger;

    History(Users users, Organizations organizations, PermissionEditRepository edits, Ledger ledger) {
        this.users = users;
        this.organizations = organizations;
        this.edits = edits;
        this.ledger = ledger;
    }

    /** Newest first, those before the given one (null for the newest). */
    List<HistoryEntry> of(UUID userId, @Nullable UUID before, int limit) {
        List<KeptChange> changes = users.history(userId, before, limit);
        List<PermissionEdit> permissionEdits = edits.of(userId, before, limit);
        if (changes.isEmpty() && permissionEdits.isEmpty() && before == null) {
            throw ProblemException.notFound("user", userId);
        }
        // Ids of one clock: their order is the order in time. Java compares them as signed numbers, their texts as the database does.
        List<UUID> page = Stream.concat(changes.stream().map(kept -> kept.change().id()), permissionEdits.stream().map(PermissionEdit::id))
                .sorted(Comparator.comparing(UUID::toString).reversed())
                .limit(limit)
                .toList();
        return entries(page, changes, permissionEdits);
    }

    private List<HistoryEntry> entries(List<UUID> page, List<KeptChange> changes, List<PermissionEdit> permissionEdits) {
        Map<UUID, List<TaskView>> caused = ledger.because(page, MOST_TASKS).stream()
                .sorted(Comparator.comparing((Task task) -> task.id().toString()))
                .collect(Collectors.groupingBy(History::causeOf, Collectors.mapping(TaskView::of, Collectors.toList())));
        UserDifferences differences = new UserDifferences(named(changes), managers(changes));
        Map<UUID, HistoryEntry> entries = Stream.concat(
                        changes.stream().map(kept -> entry(kept, differences, caused)),
                        permissionEdits.stream().map(edit -> entry(edit, caused)))
                .collect(Collectors.toMap(HistoryEntry::id, Function.identity()));
        return page.stream().map(entries::get).toList();
    }

    private static UUID causeOf(Task task) {
        return Objects.requireNonNull(task.cause(), "these tasks were found by their cause").id();
    }

    private static HistoryEntry entry(KeptChange kept, UserDifferences differences, Map<UUID, List<TaskView>> caused) {
        UserChange change = kept.change();
        return new HistoryEntry(change.id(), kind(change), Happening.of(change, differences.organizations()), kept.at(), kept.actor(),
                differences.of(change), List.of(), List.of(), caused.getOrDefault(change.id(), List.of()));
    }

    private static HistoryEntry entry(PermissionEdit edit, Map<UUID, List<TaskView>> caused) {
        return new HistoryEntry(edit.id(), Kind.PERMISSIONS, "Permissions were edited", edit.at(), edit.actor(), List.of(),
                edit.bound(), edit.unbound(), caused.getOrDefault(edit.id(), List.of()));
    }

    private static Kind kind(UserChange change) {
        User.Status status = change.after().status();
        if (change.created()) {
            return Kind.CREATED;
        }
        if (change.became(status)) {
            return switch (status) {
                case ENABLED -> Kind.ENABLED;
                case DISABLED -> Kind.DISABLED;
                case DELETED -> Kind.DELETED;
            };
        }
        return change.moved() ? Kind.MOVED : Kind.EDITED;
    }

    private Map<UUID, Organization> named(List<KeptChange> changes) {
        return organizations.findAll(ids(changes, User::organizationId));
    }

    private Map<UUID, User> managers(List<KeptChange> changes) {
        return users.findAll(ids(changes, User::managerId));
    }

    private static List<UUID> ids(List<KeptChange> changes, Function<User, UUID> which) {
        return changes.stream()
                .flatMap(kept -> Stream.of(kept.change().before(), kept.change().after()))
                .filter(Objects::nonNull)
                .map(which)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
