package dev.syncline.access;

import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Role;
import dev.syncline.rights.RoleAssignments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sign-in of administrators and of users to the portal, and what their cookie is worth. */
@Service
class Sessions {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration COARSE = Duration.ofMinutes(1);

    private final AdministratorRepository administrators;
    private final PortalSignInRepository portal;
    private final Users users;
    private final SessionRepository sessions;
    private final Passwords passwords;
    private final RoleAssignments roles;
    private final Clock clock;

    Sessions(AdministratorRepository administrators, PortalSignInRepository portal, Users users, SessionRepository sessions,
            Passwords passwords, RoleAssignments roles, Clock clock) {
        this.administrators = administrators;
        this.portal = portal;
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.roles = roles;
        this.clock = clock;
    }

    /** @param cookie value of the session cookie, known only to the browser */
    record SignedIn(SignIn who, String cookie) {}

    /**
     * Not in one transaction: a counted failure has to stay although the sign-in is refused.
     *
     * @throws ProblemException UNAUTHENTICATED, or TOO_MANY_REQUESTS while locked
     */
    SignedIn signIn(String userName, String password) {
        SignIn who = named(userName).orElse(null);
        refuseLocked(who);
        if (!passwords.matches(password, who == null ? null : who.passwordHash())) {
            countFailure(who);
            throw new ProblemException(ErrorCode.UNAUTHENTICATED, "User name or password is wrong.");
        }
        refuseExpired(who);
        kept(who).forgetFailures(who.id());
        String cookie = Token.generate();
        Instant now = clock.instant();
        sessions.insert(Token.hash(cookie), who, now, now.plus(LONGEST));
        return new SignedIn(who, cookie);
    }

    /** An administrator, or an enabled user who was invited. */
    private Optional<SignIn> named(String userName) {
        Optional<SignIn> administrator = administrators.byUserName(userName).map(SignIn.class::cast);
        return administrator.isPresent()
                ? administrator
                : users.byUserName(List.of(userName)).values().stream().findFirst().flatMap(this::invited);
    }

    private Optional<SignIn> invited(User user) {
        return user.status() == User.Status.ENABLED ? portal.of(user).map(SignIn.class::cast) : Optional.empty();
    }

    private SignIns kept(SignIn who) {
        return switch (who) {
            case Administrator _ -> administrators;
            case PortalUser _ -> portal;
        };
    }

    private void refuseExpired(SignIn who) {
        if (who instanceof PortalUser user && user.expired(clock.instant())) {
            throw new ProblemException(ErrorCode.UNAUTHENTICATED,
                    "The one-time password has expired. Ask an administrator to invite you again.");
        }
    }

    private void refuseLocked(SignIn who) {
        Instant now = clock.instant();
        if (who != null && who.locked(now)) {
            long minutes = Math.ceilDiv(Duration.between(now, who.lockedUntil()).toSeconds(), 60);
            throw new ProblemException(ErrorCode.TOO_MANY_REQUESTS, "Too many wrong passwords: " + who.userName()
                    + " is locked for another " + minutes + (minutes == 1 ? " minute." : " minutes."));
        }
    }

    private void countFailure(SignIn who) {
        if (who != null) {
            Instant now = clock.instant();
            int failures = kept(who).countFailure(who.id(), now);
            LockOut.after(failures).ifPresent(duration -> kept(who).lock(who.id(), now.plus(duration)));
        }
    }

    /** Empty when the session is unknown, idle too long or over, or its user is no longer enabled. */
    Optional<Caller> caller(String cookie) {
        Instant now = clock.instant();
        byte[] hash = Token.hash(cookie);
        Optional<Caller> caller = sessions.live(hash, now, now.minus(IDLE)).flatMap(this::caller);
        caller.filter(found -> found.seenAt().plus(COARSE).isBefore(now)).ifPresent(_ -> sessions.seen(hash, now));
        return caller;
    }

    private Optional<Caller> caller(SessionRepository.Live live) {
        Optional<Actor> actor = live.administratorName() == null
                ? users.find(live.id()).filter(user -> user.status() == User.Status.ENABLED)
                        .map(user -> new Actor(Actor.Kind.USER, user.id(), user.displayName()))
                : Optional.of(new Actor(Actor.Kind.ADMINISTRATOR, live.id(), live.administratorName()));
        return actor.map(found -> new Caller(found, rights(found), live.mustChange(), live.seenAt()));
    }

    Rights rights(SignIn who) {
        return rights(who.actor());
    }

    private Rights rights(Actor actor) {
        return switch (actor.kind()) {
            case ADMINISTRATOR -> roles.rightsOf(actor.id());
            case USER -> Rights.of(Role.PORTAL_USER);
            case API_TOKEN, SYSTEM -> Rights.NONE;
        };
    }

    /** The person behind a session. */
    SignIn who(Actor actor) {
        Optional<SignIn> found = switch (actor.kind()) {
            case ADMINISTRATOR -> administrators.byId(actor.id()).map(SignIn.class::cast);
            case USER -> users.find(actor.id()).flatMap(this::invited);
            case API_TOKEN, SYSTEM -> Optional.empty();
        };
        return found.orElseThrow(() -> ProblemException.notFound(actor.kind().name().toLowerCase(Locale.ROOT), actor.id()));
    }

    void signOut(String cookie) {
        sessions.delete(Token.hash(cookie));
    }

    /** Wrong guesses of the current password count like wrong sign-ins: a stolen session must not find it out. */
    void changePassword(Actor actor, String cookie, String current, String wanted) {
        SignIn who = who(actor);
        refuseLocked(who);
        if (!passwords.matches(current, who.passwordHash())) {
            countFailure(who);
            throw ProblemException.invalid("currentPassword", "The current password is wrong.");
        }
        PasswordRule.check(wanted, current, who.userName());
        kept(who).changePassword(who.id(), passwords.hash(wanted), clock.instant());
        sessions.deleteOthers(who.id(), Token.hash(cookie));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    @Transactional
    public void sweep() {
        Instant now = clock.instant();
        sessions.deleteOver(now, now.minus(IDLE));
    }
}
