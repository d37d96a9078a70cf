package dev.syncline.access;

import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everybody who can sign in: enabled administrators, and enabled users who were invited to the portal. */
@Component
class SignInDirectory {

    private final AdministratorRepository administrators;
    private final PortalSignInRepository portal;
    private final Users users;

    SignInDirectory(AdministratorRepository administrators, PortalSignInRepository portal, Users users) {
        this.administrators = administrators;
        this.portal = portal;
        this.users = users;
    }

    /** Who signs in with a password; an administrator who does so elsewhere does not stand in the way of the user of the same name. */
    Optional<SignIn> named(String userName) {
        Optional<Administrator> administrator = administrators.byUserName(userName).filter(one -> one.passwordHash() != null);
        return administrator.isPresent()
                ? administrator.filter(Administrator::enabled).map(SignIn.class::cast)
                : users.byUserName(List.of(userName)).values().stream().findFirst().flatMap(this::invited);
    }

    Optional<SignIn> invited(User user) {
        return user.status() == User.Status.ENABLED ? portal.of(user).map(SignIn.class::cast) : Optional.empty();
    }

    /** The person behind a session. */
    SignIn behind(Actor actor) {
        Optional<SignIn> found = switch (actor.kind()) {
            case ADMINISTRATOR -> administrators.byId(actor.someone()).map(SignIn.class::cast);
            case USER -> users.find(actor.someone()).flatMap(this::invited);
            case API_TOKEN, SYSTEM -> Optional.empty();
        };
        return found.orElseThrow(() -> ProblemException.notFound(actor.kind().name().toLowerCase(Locale.ROOT), actor.id()));
    }

    /** Where the sign-in of somebody of this kind is kept. */
    SignIns of(SignIn who) {
        return switch (who) {
            case Administrator _ -> administrators;
            case PortalUser _ -> portal;
        };
    }
}
