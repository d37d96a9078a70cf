package dev.syncline.access;

import dev.syncline.id.Ids;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import dev.syncline.rights.Role;
import dev.syncline.rights.RoleAssignments;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sessions of people an identity provider vouches for. */
@Service
public class ExternalSignIn {

    private final AdministratorRepository administrators;
    private final PortalSignInRepository portal;
    private final SignInDirectory directory;
    private final Users users;
    private final RoleAssignments roles;
    private final Sessions sessions;
    private final Ids ids;
    private final Clock clock;

    ExternalSignIn(AdministratorRepository administrators, PortalSignInRepository portal, SignInDirectory directory, Users users,
            RoleAssignments roles, Sessions sessions, Ids ids, Clock clock) {
        this.administrators = administrators;
        this.portal = portal;
        this.directory = directory;
        this.users = users;
        this.roles = roles;
        this.sessions = sessions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who it is: issuer and subject for ever, the names as of now. */
    public record External(String issuer, String subject, String userName, String displayName) {}

    /**
     * @param roles by the word of the provider, none of them {@link Role#PORTAL_USER}; null where they are given in the console
     * @param makes whether an administrator nobody has made before is made
     * @param user the user of the platform who it is; null for none
     */
    public record Terms(@Nullable Set<Role> roles, boolean makes, @Nullable UUID user) {}

    public sealed interface Result {}

    /** @param cookie value of the session's cookie */
    public record Opened(String cookie, UUID session, Actor who) implements Result {}

    public record Refused(Why why) implements Result {}

    public enum Why {
        /** Nobody made an administrator of this name. */
        UNKNOWN,
        /** A local administrator has this name, with a password of one's own. */
        NAME_TAKEN,
        DISABLED,
        /** The provider gives no role. */
        NO_ROLE
    }

    /** Roles are replaced in the same transaction, also where they are all gone and the sign-in is refused. */
    @Transactional
    public Result administrator(External person, Terms terms, Visitor visitor) {
        Optional<Administrator> known = administrators.bySubject(person.issuer(), person.subject());
        if (known.isPresent()) {
            return admit(known.get(), terms, visitor);
        }
        Optional<Administrator> named = administrators.byUserName(person.userName());
        if (named.isPresent()) {
            boolean linked = administrators.link(named.get().id(), person, clock.instant());
            return linked ? admit(named.get(), terms, visitor) : new Refused(Why.NAME_TAKEN);
        }
        return make(person, terms, visitor);
    }

    private Result make(External person, Terms terms, Visitor visitor) {
        if (hasLostAll(terms)) {
            return new Refused(Why.NO_ROLE);
        }
        if (!terms.makes()) {
            return new Refused(Why.UNKNOWN);
        }
        boolean made = administrators.insert(ids.next(), person, clock.instant());
        return made ? admit(administrators.bySubject(person.issuer(), person.subject()).orElseThrow(), terms, visitor)
                : new Refused(Why.NAME_TAKEN);
    }

    private Result admit(Administrator who, Terms terms, Visitor visitor) {
        if (terms.user() != null) {
            administrators.setUser(who.id(), terms.user());
        }
        if (terms.roles() != null) {
            roles.assign(who.id(), terms.roles());
        }
        if (!who.enabled()) {
            return new Refused(Why.DISABLED);
        }
        if (hasLostAll(terms)) {
            sessions.endAll(who.id());
            return new Refused(Why.NO_ROLE);
        }
        return open(who, visitor);
    }

    private static boolean hasLostAll(Terms terms) {
        return terms.roles() != null && terms.roles().isEmpty();
    }

    /** A user's session in the portal; no invitation is needed. */
    @Transactional
    public Result user(UUID id, Visitor visitor) {
        portal.ensure(id, clock.instant());
        return users.find(id).flatMap(directory::invited).<Result>map(who -> open(who, visitor)).orElseGet(() -> new Refused(Why.DISABLED));
    }

    /** The session a browser had before. */
    public void leave(String cookie) {
        sessions.signOut(cookie);
    }

    private Opened open(SignIn who, Visitor visitor) {
        String cookie = sessions.open(who, SessionMethod.OPENID_CONNECT, false, visitor);
        return new Opened(cookie, sessions.idOf(cookie), who.actor());
    }
}
