package dev.syncline.access;

import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Role;
import dev.syncline.rights.RoleAssignments;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sessions of administrators and of users in the portal, and what a cookie is worth. How long they last says the policy of sign-in. */
@Service
class Sessions {

    private static final Duration COARSE = Duration.ofMinutes(1);

    private final Users users;
    private final SessionRepository sessions;
    private final RoleAssignments roles;
    private final List<FurtherSignOut> further;
    private final Clock clock;

    Sessions(Users users, SessionRepository sessions, RoleAssignments roles, List<FurtherSignOut> further, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.roles = roles;
        this.further = List.copyOf(further);
        this.clock = clock;
    }

    /** @return value of the cookie, known only to the browser */
    String open(SignIn who, SessionMethod method, boolean asksCode, Visitor visitor) {
        String cookie = Token.generate();
        sessions.insert(new SessionRepository.New(Token.hash(cookie), who, method, asksCode, visitor), clock.instant());
        return cookie;
    }

    /** Empty when the session is unknown, idle too long or over, or its person is no longer enabled. */
    Optional<Caller> caller(String cookie) {
        Instant now = clock.instant();
        byte[] hash = Token.hash(cookie);
        Optional<SessionRepository.Live> live = sessions.live(hash, now);
        Optional<Caller> caller = live.flatMap(this::caller);
        caller.flatMap(_ -> live).filter(found -> found.seenAt().plus(COARSE).isBefore(now)).ifPresent(_ -> sessions.seen(hash, now));
        return caller;
    }

    private Optional<Caller> caller(SessionRepository.Live live) {
        Optional<Actor> actor = live.administratorName() == null
                ? users.find(live.id()).filter(user -> user.status() == User.Status.ENABLED)
                        .map(user -> new Actor(Actor.Kind.USER, user.id(), user.displayName()))
                : Optional.of(new Actor(Actor.Kind.ADMINISTRATOR, live.id(), live.administratorName()));
        return actor.map(found -> new Caller(found, rights(found), live.step(), live.seenAt()));
    }

    private Rights rights(Actor actor) {
        return switch (actor.kind()) {
            case ADMINISTRATOR -> roles.rightsOf(actor.someone());
            case USER -> Rights.of(Role.PORTAL_USER);
            case API_TOKEN, SYSTEM -> Rights.NONE;
        };
    }

    UUID idOf(String cookie) {
        return sessions.idOf(Token.hash(cookie)).orElseThrow();
    }

    /** The sign-in is complete. @return value of the cookie from now on: what was known before is worth nothing more */
    String codeGiven(String cookie) {
        return renewed(cookie, true);
    }

    /** After a change of how the person signs in only who changed it stays. @return value of the cookie from now on */
    @Transactional
    public String alone(UUID person, String cookie) {
        sessions.deleteOthers(person, Token.hash(cookie));
        return renewed(cookie, false);
    }

    private String renewed(String cookie, boolean codeGiven) {
        String renewed = Token.generate();
        sessions.renew(Token.hash(cookie), Token.hash(renewed), codeGiven);
        return renewed;
    }

    /** The person's own, newest first. */
    List<OwnSession> of(Actor actor, String cookie) {
        return sessions.of(actor.someone(), Token.hash(cookie), clock.instant());
    }

    void end(Actor actor, UUID session) {
        if (!sessions.deleteOne(actor.someone(), session)) {
            throw ProblemException.notFound("session of yours", session);
        }
    }

    void endOthers(Actor actor, String cookie) {
        sessions.deleteOthers(actor.someone(), Token.hash(cookie));
    }

    void endAll(UUID person) {
        sessions.deleteOthers(person, new byte[0]);
    }

    /** @return where the browser has to go on to sign out; empty when it need not */
    Optional<URI> signOut(String cookie) {
        byte[] hash = Token.hash(cookie);
        Optional<URI> onwards = sessions.idOf(hash).flatMap(id -> further.stream().flatMap(one -> one.continueAt(id).stream()).findFirst());
        sessions.delete(hash);
        return onwards;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    @Transactional
    public void sweep() {
        sessions.deleteOver(clock.instant());
    }
}
