package dev.syncline.structure;

import dev.syncline.connector.ObjectType;
import dev.syncline.identity.Act;
import dev.syncline.identity.Group;
import dev.syncline.identity.GroupChange;
import dev.syncline.identity.GroupReaction;
import dev.syncline.identity.Groups;
import dev.syncline.identity.User;
import dev.syncline.identity.UserChange;
import dev.syncline.identity.UserReaction;
import dev.syncline.intake.ObjectChange;
import dev.syncline.intake.ObjectIntake;
import dev.syncline.intake.Origin;
import dev.syncline.journal.Actor;
import dev.syncline.presence.Presences;
import dev.syncline.task.Cause;
import dev.syncline.task.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells applications of created, renamed and deleted groups, and of who comes into them and leaves them. Whoever changes a group acts on it
 * by hand, so the source is MANUAL.
 */
@Component
@Order(5)
class GroupChanges implements GroupReaction, UserReaction {

    private static final String CAUSE = "GROUP_CHANGE";

    private final Presences presences;
    private final Groups groups;
    private final Wanting wanting;
    private final ObjectIntake intake;

    GroupChanges(Presences presences, Groups groups, Wanting wanting, ObjectIntake intake) {
        this.presences = presences;
        this.groups = groups;
        this.wanting = wanting;
        this.intake = intake;
    }

    @Override
    public void changed(List<GroupChange> changes, Actor actor) {
        Set<UUID> told = presences.applicationsTold(ObjectType.GROUP);
        if (told.isEmpty()) {
            return;
        }
        for (GroupChange change : changes) {
            Group group = change.now();
            List<ObjectChange> wanted = change.after() == null
                    ? told.stream().map(application -> new ObjectChange(application, ObjectType.GROUP, group.id(), null)).toList()
                    : wanting.groups(told, List.of(group));
            intake.take(wanted, origin(group, words(change), Act.by(actor)));
        }
    }

    @Override
    public void changed(List<UserChange> changes, Act act) {
        Set<String> names = new HashSet<>();
        changes.forEach(change -> names.addAll(concerned(change)));
        if (names.isEmpty()) {
            return;
        }
        Set<UUID> told = presences.applicationsTold(ObjectType.GROUP);
        if (!told.isEmpty()) {
            groups.named(names).forEach(group -> intake.take(
                    wanting.groups(told, List.of(group)), origin(group, "The members of the group " + group.name() + " changed", act)));
        }
    }

    /** The groups the user came into or left; all of them for one who was deleted and is listed in none any more. */
    private static Set<String> concerned(UserChange change) {
        Set<String> before = change.before() == null ? Set.of() : Set.copyOf(change.before().groups());
        Set<String> after = Set.copyOf(change.after().groups());
        Set<String> concerned = new HashSet<>(before);
        concerned.addAll(after);
        if (!change.became(User.Status.DELETED)) {
            concerned.removeIf(name -> before.contains(name) && after.contains(name));
        }
        return concerned;
    }

    private static Origin origin(Group group, String words, Act act) {
        return Origin.following(Source.MANUAL, act, new Cause(CAUSE, group.id(), words));
    }

    private static String words(GroupChange change) {
        String now = change.now().name();
        if (change.before() == null) {
            return "The group " + now + " was created";
        }
        String name = change.before().name();
        if (change.after() == null) {
            return "The group " + name + " was deleted";
        }
        return name.equals(now) ? "The group " + name + " was edited" : "The group " + name + " was renamed to " + now;
    }
}
