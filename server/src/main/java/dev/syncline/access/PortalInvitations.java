package dev.syncline.access;

import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets users into the portal. */
@Service
class PortalInvitations {

    static final Duration GOOD_FOR = Duration.ofDays(7);

    private final Users users;
    private final AdministratorRepository administrators;
    private final PortalSignInRepository signIns;
    private final SessionRepository sessions;
    private final Passwords passwords;
    private final LockOut lockOut;
    private final Clock clock;

    PortalInvitations(Users users, AdministratorRepository administrators, PortalSignInRepository signIns, SessionRepository sessions,
            Passwords passwords, LockOut lockOut, Clock clock) {
        this.users = users;
        this.administrators = administrators;
        this.signIns = signIns;
        this.sessions = sessions;
        this.passwords = passwords;
        this.lockOut = lockOut;
        this.clock = clock;
    }

    /** @param oneTimePassword shown once and not stored */
    record Invitation(String userName, String oneTimePassword, Instant expiresAt) {
        @Override
        public String toString() {
            return "Invitation[" + userName + "]";
        }
    }

    /** Invites once more, too: then the old password and every session of the user end. */
    @Transactional
    public Invitation invite(UUID userId) {
        User user = users.get(userId);
        if (user.status() != User.Status.ENABLED) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE,
                    "The user " + user.displayName() + " is not enabled, and only enabled users can sign in. Enable the user first.");
        }
        if (administrators.byUserName(user.userName()).isPresent()) {
            throw new ProblemException(ErrorCode.CONFLICT, "An administrator signs in as " + user.userName()
                    + " already. Give the user another user name, so that the sign-in knows who is meant.");
        }
        String password = Passwords.generate();
        Instant now = clock.instant();
        Instant until = now.plus(GOOD_FOR);
        signIns.invite(userId, passwords.hash(password), until, now);
        sessions.deleteOfUsers(List.of(userId));
        lockOut.forget(user.userName());
        return new Invitation(user.userName(), password, until);
    }

    /** Empty for a user who was not invited. */
    Optional<PortalUser> find(UUID userId) {
        return signIns.of(users.get(userId));
    }

    /** Empty when wrong passwords do not keep the user out. */
    Optional<Instant> lockedUntil(PortalUser user) {
        return lockOut.lockedUntil(user.userName());
    }

    void unlock(UUID userId) {
        lockOut.forget(users.get(userId).userName());
    }

    @Transactional
    public void withdraw(UUID userId) {
        users.get(userId);
        signIns.delete(List.of(userId));
    }
}
