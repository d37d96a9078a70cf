package dev.syncline.access;

import dev.syncline.audit.Audit;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Service;

/**
 * Sign-in with user name, password and, where there is one, the code of a second factor. Not in one transaction: a counted failure has to
 * stay although the sign-in is refused.
 */
@Service
class PasswordSignIn {

    private final SignInDirectory directory;
    private final Sessions sessions;
    private final SecondFactors secondFactors;
    private final LockOut lockOut;
    private final Passwords passwords;
    private final PasswordRule rule;
    private final Audit audit;
    private final Clock clock;

    PasswordSignIn(SignInDirectory directory, Sessions sessions, SecondFactors secondFactors, LockOut lockOut, Passwords passwords, PasswordRule rule,
            Audit audit, Clock clock) {
        this.directory = directory;
        this.sessions = sessions;
        this.secondFactors = secondFactors;
        this.lockOut = lockOut;
        this.passwords = passwords;
        this.rule = rule;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A name nobody has takes as long and ends in the same words as a wrong password.
     *
     * @return value of the session's cookie
     * @throws ProblemException UNAUTHENTICATED, or TOO_MANY_REQUESTS while locked
     */
    String signIn(String userName, String password, Visitor visitor) {
        lockOut.refuseLocked(userName, visitor.address());
        SignIn who = directory.named(userName).orElse(null);
        // A name nobody has is not kept: it may be a password in the wrong field.
        if (who != null) {
            audit.about(who.kind().name().toLowerCase(Locale.ROOT), who.id(), who.userName());
        }
        boolean right = passwords.matches(password, who == null ? null : who.passwordHash());
        if (who == null || !right) {
            lockOut.failed(userName, visitor.address());
            throw new ProblemException(ErrorCode.UNAUTHENTICATED, "User name or password is wrong.");
        }
        audit.by(who.actor());
        refuseExpired(who);
        rehash(who, password);
        boolean asksCode = secondFactors.isOn(who.id());
        if (!asksCode) {
            lockOut.forget(userName);
        }
        return sessions.open(who, SessionMethod.PASSWORD, asksCode, visitor);
    }

    private void refuseExpired(SignIn who) {
        if (who instanceof PortalUser user && user.expired(clock.instant())) {
            throw new ProblemException(ErrorCode.UNAUTHENTICATED,
                    "The one-time password has expired. Ask an administrator to invite you again.");
        }
    }

    private void rehash(SignIn who, String password) {
        String before = Objects.requireNonNull(who.passwordHash(), "the password was right");
        if (passwords.isWeaker(before)) {
            directory.of(who).rehash(who.id(), before, passwords.hash(password));
        }
    }

    /**
     * The second half of a sign-in. Wrong codes count like wrong passwords.
     *
     * @return value of the cookie from now on
     */
    String code(Actor actor, String cookie, String code, Visitor visitor) {
        SignIn who = directory.behind(actor);
        lockOut.refuseLocked(who.userName(), visitor.address());
        if (!secondFactors.use(who.id(), code)) {
            lockOut.failed(who.userName(), visitor.address());
            throw ProblemException.invalid("code", "The code is wrong, or was used already. Wait for the next one, or take a recovery code.");
        }
        lockOut.forget(who.userName());
        return sessions.codeGiven(cookie);
    }

    /** Before something only the person may do. Wrong guesses count like wrong sign-ins: a stolen session must not find the password out. */
    void checkPassword(SignIn who, String field, String password, Visitor visitor) {
        lockOut.refuseLocked(who.userName(), visitor.address());
        if (!passwords.matches(password, who.passwordHash())) {
            lockOut.failed(who.userName(), visitor.address());
            throw ProblemException.invalid(field, "The current password is wrong.");
        }
    }

    /**
     * The other sessions end.
     *
     * @return value of the cookie from now on
     */
    String changePassword(Actor actor, String cookie, String current, String wanted, Visitor visitor) {
        SignIn who = directory.behind(actor);
        checkPassword(who, "currentPassword", current, visitor);
        rule.check(wanted, current, who);
        directory.of(who).changePassword(who.id(), passwords.hash(wanted), clock.instant());
        return sessions.alone(who.id(), cookie);
    }
}
