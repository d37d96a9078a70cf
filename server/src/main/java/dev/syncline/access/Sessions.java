package dev.syncline.access;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sign-in of administrators, and what their cookie is worth. */
@Service
class Sessions {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration COARSE = Duration.ofMinutes(1);

    private final AdministratorRepository administrators;
    private final SessionRepository sessions;
    private final Passwords passwords;
    private final Clock clock;

    Sessions(AdministratorRepository administrators, SessionRepository sessions, Passwords passwords, Clock clock) {
        this.administrators = administrators;
        this.sessions = sessions;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** @param cookie value of the session cookie, known only to the browser */
    record SignedIn(Administrator administrator, String cookie) {}

    /**
     * Not in one transaction: a counted failure has to stay although the sign-in is refused.
     *
     * @throws ProblemException UNAUTHENTICATED, or TOO_MANY_REQUESTS while locked
     */
    SignedIn signIn(String userName, String password) {
        Administrator administrator = administrators.byUserName(userName).orElse(null);
        refuseLocked(administrator);
        if (!passwords.matches(password, administrator == null ? null : administrator.passwordHash())) {
            countFailure(administrator);
            throw new ProblemException(ErrorCode.UNAUTHENTICATED, "User name or password is wrong.");
        }
        administrators.forgetFailures(administrator.id());
        String cookie = Token.generate();
        Instant now = clock.instant();
        sessions.insert(Token.hash(cookie), administrator.id(), now, now.plus(LONGEST));
        return new SignedIn(administrator, cookie);
    }

    private void refuseLocked(Administrator administrator) {
        Instant now = clock.instant();
        if (administrator != null && administrator.locked(now)) {
            long minutes = Math.ceilDiv(Duration.between(now, administrator.lockedUntil()).toSeconds(), 60);
            throw new ProblemException(ErrorCode.TOO_MANY_REQUESTS, "Too many wrong passwords: " + administrator.userName()
                    + " is locked for another " + minutes + (minutes == 1 ? " minute." : " minutes."));
        }
    }

    private void countFailure(Administrator administrator) {
        if (administrator != null) {
            Instant now = clock.instant();
            int failures = administrators.countFailure(administrator.id(), now);
            LockOut.after(failures).ifPresent(duration -> administrators.lock(administrator.id(), now.plus(duration)));
        }
    }

    /** Empty when the session is unknown, idle too long or over. */
    Optional<Caller> caller(String cookie) {
        Instant now = clock.instant();
        byte[] hash = Token.hash(cookie);
        Optional<Caller> caller = sessions.live(hash, now, now.minus(IDLE));
        caller.filter(found -> found.seenAt().plus(COARSE).isBefore(now)).ifPresent(found -> sessions.seen(hash, now));
        return caller;
    }

    Administrator administrator(Actor actor) {
        return administrators.byId(actor.id()).orElseThrow(() -> ProblemException.notFound("administrator", actor.id()));
    }

    void signOut(String cookie) {
        sessions.delete(Token.hash(cookie));
    }

    /** Wrong guesses of the current password count like wrong sign-ins: a stolen session must not find it out. */
    void changePassword(Actor actor, String cookie, String current, String wanted) {
        Administrator administrator = administrator(actor);
        refuseLocked(administrator);
        if (!passwords.matches(current, administrator.passwordHash())) {
            countFailure(administrator);
            throw ProblemException.invalid("currentPassword", "The current password is wrong.");
        }
        PasswordRule.check(wanted, current, administrator.userName());
        administrators.changePassword(administrator.id(), passwords.hash(wanted), clock.instant());
        sessions.deleteOthers(administrator.id(), Token.hash(cookie));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    @Transactional
    public void sweep() {
        Instant now = clock.instant();
        sessions.deleteOver(now, now.minus(IDLE));
    }
}
