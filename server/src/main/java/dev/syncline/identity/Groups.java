package dev.syncline.identity;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;
import static dev.syncline.problem.ErrorCode.INVALID_INPUT;

import dev.syncline.id.Ids;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Groups of users. Whoever comes into a group or leaves it is changed by that: the change is kept and told to the {@link UserReaction}s
 * like any other, so is a new name of the group for all its members. Locks groups before users.
 */
@Service
public class Groups {

    private final GroupRepository repository;
    private final GroupMemberRepository members;
    private final Users users;
    private final ObjectProvider<GroupReaction> reactions;
    private final Ids ids;
    private final Clock clock;

    Groups(GroupRepository repository, GroupMemberRepository members, Users users, ObjectProvider<GroupReaction> reactions,
            Ids ids, Clock clock) {
        this.repository = repository;
        this.members = members;
        this.users = users;
        this.reactions = reactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the order of their names, those after the given one ("" for the first). */
    public List<Group> page(String text, String afterName, int limit) {
        return repository.page(text, afterName, limit);
    }

    public Optional<Group> find(UUID id) {
        return repository.byId(List.of(id)).stream().findFirst();
    }

    public Group get(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("group", id));
    }

    public Map<UUID, Group> findAll(Collection<UUID> groupIds) {
        return repository.byId(groupIds).stream().collect(Collectors.toMap(Group::id, Function.identity()));
    }

    /** Those with one of these names, whatever their case. */
    public List<Group> named(Collection<String> names) {
        return names.isEmpty() ? List.of() : repository.byName(names);
    }

    /** Members that are not deleted, in the order of their user names, those after the given one ("" for the first). */
    public List<GroupMember> members(UUID groupId, String text, String afterUserName, int limit) {
        return members.page(groupId, text, afterUserName, limit);
    }

    /** All members of each group that are not deleted; groups without any are not in it. */
    public Map<UUID, List<GroupMember>> membersOf(Collection<UUID> groupIds) {
        return members.of(groupIds);
    }

    /** The groups each of the users belongs to, by name; users without any are not in it. */
    public Map<UUID, List<Group>> ofUsers(Collection<UUID> userIds) {
        return repository.ofUsers(userIds);
    }

    /** How many members each group has; those without any are not in it. */
    public Map<UUID, Long> countMembers(Collection<UUID> groupIds) {
        return members.count(groupIds);
    }

    @Transactional
    public Group create(GroupData data, Collection<UUID> userIds, Act act) {
        String name = checkedName(data);
        Instant now = clock.instant();
        Group made = new Group(ids.next(), name, data.description(), data.externalId(), 1, now, now);
        if (!repository.insert(made)) {
            throw taken(name, data, null);
        }
        // Told last, with its members: what is made of it elsewhere is made once.
        Group filled = enter(made.id(), wanted(userIds), act) == 0 ? made : get(made.id());
        tell(new GroupChange(null, filled), act);
        return filled;
    }

    @Transactional
    public Group update(UUID id, int version, GroupData data, Act act) {
        Group before = lock(id);
        ETags.match(version, before.version(), "The group " + before.name());
        return write(before, data, act);
    }

    /** Name and members in one; who is not in the collection leaves the group. */
    @Transactional
    public Group replace(UUID id, GroupData data, Collection<UUID> userIds, Act act) {
        write(lock(id), data, act);
        Set<UUID> wanted = new HashSet<>(userIds);
        Set<UUID> leaving = members.of(id);
        leaving.removeAll(wanted);
        leave(id, leaving, act);
        enter(id, wanted(wanted), act);
        return get(id);
    }

    private Group write(Group before, GroupData data, Act act) {
        String name = checkedName(data);
        if (data.equals(GroupData.of(before))) {
            return before;
        }
        refuseTaken(name, data, before.id());
        Group[] after = new Group[1];
        Runnable change = () -> after[0] = repository.update(before.id(), data, clock.instant());
        if (name.equals(before.name())) {
            change.run();
        } else {
            users.regroup(members.of(before.id()), change, act);
        }
        tell(new GroupChange(before, after[0]), act);
        return after[0];
    }

    @Transactional
    public void delete(UUID id, int version, Act act) {
        Group group = lock(id);
        ETags.match(version, group.version(), "The group " + group.name());
        leave(id, members.of(id), act);
        tell(new GroupChange(group, null), act);
        repository.delete(id);
    }

    /** How many came and how many left; who was there already, or was not, does not count. */
    public record Moved(int added, int removed) {}

    /** Adds and removes members; a user in both is in the group afterwards. */
    @Transactional
    public Moved change(UUID id, Collection<UUID> add, Collection<UUID> remove, Act act) {
        lock(id);
        Set<UUID> leaving = members.among(id, remove);
        leaving.removeAll(Set.copyOf(add));
        leave(id, leaving, act);
        return new Moved(enter(id, wanted(add), act), leaving.size());
    }

    private void leave(UUID id, Set<UUID> leaving, Act act) {
        if (!leaving.isEmpty()) {
            repository.touch(id, clock.instant());
            users.regroup(leaving, () -> members.remove(id, leaving), act);
        }
    }

    private int enter(UUID id, Set<UUID> wanted, Act act) {
        Set<UUID> entering = new HashSet<>(wanted);
        entering.removeAll(members.among(id, wanted));
        if (!entering.isEmpty()) {
            repository.touch(id, clock.instant());
            users.regroup(entering, () -> members.add(id, entering, clock.instant()), act);
        }
        return entering.size();
    }

    /** The users, all of whom must be there. */
    private Set<UUID> wanted(Collection<UUID> userIds) {
        Set<UUID> wanted = new HashSet<>(userIds);
        Set<UUID> missing = new HashSet<>(wanted);
        users.findAll(wanted).values().stream().filter(user -> user.status() != User.Status.DELETED).map(User::id).forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw ProblemException.invalid("members", "There is no user with the id "
                    + missing.stream().limit(5).map(UUID::toString).sorted().collect(Collectors.joining(", "))
                    + (missing.size() > 5 ? " (and " + (missing.size() - 5) + " more)" : "") + "; leave it out.");
        }
        return wanted;
    }

    /** Locks a group, and with it who belongs to it, for the rest of the caller's transaction. Comes before the locks of users. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Group lock(UUID id) {
        return repository.lock(id).orElseThrow(() -> ProblemException.notFound("group", id));
    }

    private void tell(GroupChange change, Act act) {
        reactions.orderedStream().forEach(reaction -> reaction.changed(List.of(change), act.actor()));
    }

    /** @throws ProblemException INVALID_INPUT */
    private static String checkedName(GroupData data) {
        List<FieldError> errors = data.check();
        if (!errors.isEmpty()) {
            throw new ProblemException(INVALID_INPUT, errors.getFirst().message(), errors);
        }
        return Objects.requireNonNull(data.name(), "without a name there is an error");
    }

    private void refuseTaken(String name, GroupData data, UUID except) {
        boolean free = repository.byName(List.of(name)).stream().allMatch(other -> other.id().equals(except))
                && (data.externalId() == null
                        || repository.byExternalId(data.externalId()).stream().allMatch(other -> other.id().equals(except)));
        if (!free) {
            throw taken(name, data, except);
        }
    }

    private ProblemException taken(String name, GroupData data, @Nullable UUID except) {
        boolean nameTaken = repository.byName(List.of(name)).stream().anyMatch(other -> !other.id().equals(except));
        return nameTaken
                ? new ProblemException(ALREADY_EXISTS, "There is already a group with the name " + name + ".",
                        List.of(new FieldError("name", "The name is taken; choose another.")))
                : new ProblemException(ALREADY_EXISTS, "There is already a group with the external id " + data.externalId() + ".",
                        List.of(new FieldError("externalId", "The external id is taken; choose another.")));
    }
}
