package dev.syncline.scim;

import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.identity.UserData;
import dev.syncline.identity.UserState;
import dev.syncline.problem.ProblemException.FieldError;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one request does to users. A single request writes at once. A bulk request collects consecutive creations, and consecutive
 * changes, and writes each such run as one set; meanwhile this answers as if they were written, so that every operation sees those
 * before it and is accepted or refused by itself.
 */
final class UserWork {

    private final UserParts parts;
    private final Act act;
    private final boolean inSets;
    private final Placement placement;

    private final Map<UUID, Person> known = new HashMap<>();
    /** Who has a user name, in lower case, or an external id; null for nobody. */
    private final Map<String, UUID> names = new HashMap<>();
    private final Map<String, UUID> externalIds = new HashMap<>();

    /** Users that are there and that nobody has asked to change. */
    private final Set<UUID> others = new HashSet<>();

    private final Map<UUID, UserState> created = new LinkedHashMap<>();
    private final Map<UUID, UserState> changed = new LinkedHashMap<>();
    private final Map<UUID, Kept> keeping = new LinkedHashMap<>();
    private final Map<UUID, Integer> versions = new HashMap<>();

    UserWork(UserParts parts, Act act, boolean inSets) {
        this.parts = parts;
        this.act = act;
        this.inSets = inSets;
        this.placement = new Placement(parts.organizations());
    }

    boolean inSets() {
        return inSets;
    }

    Placement placement() {
        return placement;
    }

    // ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────

    /** Asks for everything a bulk request is going to need, with one statement for each kind of thing. Users to be changed are locked. */
    void learn(BulkNeeds needs) {
        lock(needs.users());
        needs.userNames().forEach(name -> names.put(key(name), null));
        parts.users().byUserName(needs.userNames()).forEach((name, user) -> names.put(name, user.id()));
        needs.externalIds().forEach(externalId -> externalIds.put(externalId, null));
        externalIds.putAll(parts.kept().byExternalId(needs.externalIds()));
        placement.learn(needs.words());
        parts.users().findAll(needs.managers()).values().stream()
                .filter(user -> user.status() != User.Status.DELETED)
                .forEach(user -> others.add(user.id()));
    }

    private void lock(Collection<UUID> userIds) {
        Map<UUID, Kept> kept = parts.kept().byUser(userIds);
        parts.users().lock(userIds).forEach(user ->
                known.put(user.id(), new Person(user, kept.getOrDefault(user.id(), Kept.nothing(user.id())))));
    }

    /** Locked until the transaction ends; null when there is none. */
    @Nullable Person forUpdate(@Nullable String id) {
        UUID userId = Refusals.id(id);
        if (userId == null) {
            return null;
        }
        if (!known.containsKey(userId)) {
            lock(List.of(userId));
        }
        Person person = known.get(userId);
        return person == null || person.user().status() == User.Status.DELETED ? null : person;
    }

    boolean exists(UUID userId) {
        Person person = known.get(userId);
        if (person == null && others.contains(userId)) {
            return true;
        }
        return person == null
                ? parts.users().find(userId).filter(user -> user.status() != User.Status.DELETED).isPresent()
                : person.user().status() != User.Status.DELETED;
    }

    /** After something else than this has changed users. */
    void forget() {
        known.clear();
    }

    // ── changing ──────────────────────────────────────────────────────────────────────────────────────────────────

    Person create(UserData data, User.@Nullable Status status, Kept wanted) {
        refuse(data);
        refuseTaken(data, wanted.externalId(), null);
        if (!changed.isEmpty()) {
            flush();
        }
        UUID id = parts.ids().next();
        Instant now = parts.clock().instant();
        User user = data.user(id, status == null ? User.Status.ENABLED : status, List.of(), 1, now, now);
        Kept kept = new Kept(id, wanted.externalId(), wanted.document(), 1, now);
        created.put(id, new UserState(data, status));
        return remember(new Person(user, kept), true);
    }

    Person change(Person person, UserData data, User.@Nullable Status status, Kept wanted) {
        refuse(data);
        refuseTaken(data, wanted.externalId(), person.user().id());
        return write(person, data, status, wanted);
    }

    void delete(Person person) {
        write(person, UserData.of(person.user()), User.Status.DELETED, new Kept(null, null, person.kept().document(), 0, null));
    }

    private Person write(Person person, UserData data, User.@Nullable Status status, Kept wanted) {
        UUID id = person.user().id();
        if (!created.isEmpty()) {
            flush();
        }
        boolean otherUser = !data.sameAs(person.user()) || status != null && status != person.user().status();
        boolean otherKept = !wanted.sameAs(person.kept());
        if (!otherUser && !otherKept) {
            return person;
        }
        release(person, data, wanted);
        Instant now = parts.clock().instant();
        if (otherUser) {
            changed.put(id, new UserState(data, status == null ? person.user().status() : status));
        }
        User user = otherUser ? after(person.user(), data, status, now) : person.user();
        Kept kept = otherKept ? new Kept(id, wanted.externalId(), wanted.document(), keptVersion(person), now) : person.kept();
        return remember(new Person(user, kept), otherKept);
    }

    private int keptVersion(Person person) {
        Kept pending = keeping.get(person.user().id());
        return pending == null ? person.kept().version() + 1 : pending.version();
    }

    /** One change, however many operations of the request made it up: one further version. */
    private User after(User before, UserData data, User.@Nullable Status status, Instant now) {
        int version = versions.computeIfAbsent(before.id(), _ -> before.version() + 1);
        return data.user(before.id(), status == null ? before.status() : status, before.groups(), version, before.createdAt(), now);
    }

    private Person remember(Person person, boolean keep) {
        UUID id = person.user().id();
        boolean gone = person.user().status() == User.Status.DELETED;
        known.put(id, person);
        names.put(key(person.user().userName()), gone ? null : id);
        if (person.kept().externalId() != null) {
            externalIds.put(person.kept().externalId(), id);
        }
        if (keep) {
            keeping.put(id, person.kept());
        }
        if (!inSets) {
            flush();
        }
        return known.get(id);
    }

    private void release(Person person, UserData data, Kept wanted) {
        if (!key(person.user().userName()).equals(key(data.userName()))) {
            names.put(key(person.user().userName()), null);
        }
        String externalId = person.kept().externalId();
        if (externalId != null && !externalId.equals(wanted.externalId())) {
            externalIds.put(externalId, null);
        }
    }

    /** Writes what has been collected. A failure here is nobody's operation: the caller rolls back and goes one by one. */
    void flush() {
        if (!created.isEmpty()) {
            List<User> made = parts.users().createAll(new LinkedHashMap<>(created), act);
            if (made.size() < created.size()) {
                throw Refusals.taken("Somebody else has just taken the user name. Read what is there and try again.");
            }
            know(made);
        }
        if (!changed.isEmpty()) {
            know(parts.users().changeAll(new LinkedHashMap<>(changed), act));
        }
        if (!keeping.isEmpty()) {
            parts.kept().save(keeping.values(), parts.clock().instant());
        }
        created.clear();
        changed.clear();
        keeping.clear();
        versions.clear();
    }

    private void know(List<User> written) {
        written.forEach(user -> known.computeIfPresent(user.id(), (_, person) -> new Person(user, person.kept())));
    }

    // ── refusing ──────────────────────────────────────────────────────────────────────────────────────────────────

    private void refuse(UserData data) {
        List<FieldError> errors = parts.users().check(data);
        if (!errors.isEmpty()) {
            throw Refusals.value(errors.getFirst().message());
        }
    }

    private void refuseTaken(UserData data, @Nullable String externalId, @Nullable UUID except) {
        String name = key(data.userName());
        if (!names.containsKey(name)) {
            names.put(name, parts.users().byUserName(Set.of(name)).values().stream().map(User::id).findFirst().orElse(null));
        }
        if (isAnother(names.get(name), except)) {
            throw Refusals.taken("There is already a user with the user name " + Refusals.shortened(data.userName()) + ".");
        }
        if (externalId == null) {
            return;
        }
        if (!externalIds.containsKey(externalId)) {
            externalIds.put(externalId, parts.kept().byExternalId(Set.of(externalId)).get(externalId));
        }
        if (isAnother(externalIds.get(externalId), except)) {
            throw Refusals.taken("There is already a user with the externalId " + Refusals.shortened(externalId) + ".");
        }
    }

    private static boolean isAnother(@Nullable UUID owner, @Nullable UUID except) {
        return owner != null && !Objects.equals(owner, except);
    }

    private static String key(@Nullable String userName) {
        return Objects.requireNonNull(userName, "what has been checked has a user name").toLowerCase(Locale.ROOT);
    }
}
