package dev.syncline.access;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;

import dev.syncline.access.Person.Named;
import dev.syncline.id.Ids;
import dev.syncline.identity.Users;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.rights.Role;
import dev.syncline.rights.RoleAssignments;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes administrators, gives and takes their roles, and keeps them out. One who can do everything is always left. */
@Service
class People {

    private final PeopleRepository repository;
    private final PortalSignInRepository portal;
    private final RoleAssignments roles;
    private final Passwords passwords;
    private final Sessions sessions;
    private final LockOut lockOut;
    private final Users users;
    private final Ids ids;
    private final Clock clock;

    People(PeopleRepository repository, PortalSignInRepository portal, RoleAssignments roles, Passwords passwords, Sessions sessions,
            LockOut lockOut, Users users, Ids ids, Clock clock) {
        this.repository = repository;
        this.portal = portal;
        this.roles = roles;
        this.passwords = passwords;
        this.sessions = sessions;
        this.lockOut = lockOut;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param oneTimePassword shown once and not stored */
    record Made(Person person, String oneTimePassword) {
        @Override
        public String toString() {
            return "Made[" + person.userName() + "]";
        }
    }

    List<Person> page(String afterName, int limit) {
        return complete(repository.page(afterName, limit));
    }

    Person get(UUID id) {
        return complete(repository.find(id).stream().toList()).stream().findFirst()
                .orElseThrow(() -> ProblemException.notFound("administrator", id));
    }

    @Transactional
    public Made make(PersonBody body) {
        check(body);
        refuseUsersName(body);
        UUID id = ids.next();
        String password = Passwords.generate();
        try {
            repository.insert(id, body, passwords.hash(password), clock.instant());
        } catch (DuplicateKeyException e) {
            throw nameTaken("There is already an administrator who signs in as " + body.userName().strip() + ".");
        }
        roles.assign(id, body.roles());
        return new Made(get(id), password);
    }

    @Transactional
    public Person change(UUID id, int version, PersonBody body) {
        Person before = get(id);
        check(body);
        if (!before.userName().equals(body.userName().strip())) {
            throw ProblemException.invalid("userName", "The name to sign in with cannot be changed; make another administrator instead.");
        }
        if (!repository.update(id, version, body, clock.instant())) {
            throw ETags.mismatch("The administrator " + before.displayName());
        }
        roles.assign(id, body.roles());
        if (body.isDisabled()) {
            sessions.endAll(id);
        }
        return get(id);
    }

    /** For who has forgotten the password: sessions end, and the first sign-in asks for a new one. */
    @Transactional
    public Made resetPassword(UUID id) {
        Person person = get(id);
        String password = Passwords.generate();
        repository.resetPassword(id, passwords.hash(password), clock.instant());
        sessions.endAll(id);
        lockOut.forget(person.userName());
        return new Made(get(id), password);
    }

    private void check(PersonBody body) {
        body.check();
        if (body.userId() != null && users.find(body.userId()).isEmpty()) {
            throw ProblemException.invalid("userId", "There is no user with the id " + body.userId() + ".");
        }
    }

    /** The sign-in has to know who is meant. */
    private void refuseUsersName(PersonBody body) {
        String name = body.userName().strip();
        boolean invited = users.byUserName(List.of(name)).values().stream().anyMatch(user -> portal.of(user).isPresent());
        if (invited) {
            throw nameTaken("A user signs in to the portal as " + name + ", and the sign-in has to know who is meant.");
        }
    }

    private static ProblemException nameTaken(String sentence) {
        return new ProblemException(ALREADY_EXISTS, sentence + " Choose another name.",
                List.of(new FieldError("userName", "The name is taken; choose another.")));
    }

    private List<Person> complete(List<Person> people) {
        Map<UUID, Set<Role>> assigned = roles.of(people.stream().map(Person::id).toList());
        Map<UUID, Set<UUID>> owned = new HashMap<>();
        people.forEach(person -> owned.put(person.id(), roles.applicationsOf(person.id(), assigned.getOrDefault(person.id(), Set.of()))));
        Map<UUID, String> names = repository.applicationNames(owned.values());
        return people.stream().map(person -> {
            List<Named> applications = owned.getOrDefault(person.id(), Set.of()).stream()
                    .map(id -> new Named(id, names.get(id))).sorted(Comparator.comparing(Named::name)).toList();
            return person.with(assigned.getOrDefault(person.id(), Set.of()), applications, lockOut.lockedUntil(person.userName()).orElse(null));
        }).toList();
    }
}
