package dev.syncline.access;

import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Open;
import dev.syncline.rights.Right;
import dev.syncline.rights.Rights;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/session")
@Tag(name = "Session", description = "Sign-in of administrators, and of users to the portal. With the cookie, requests that change something need the header X-Syncline: 1.")
@Needs(Right.SIGN_IN)
class SessionController {

    private final Sessions sessions;

    SessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    record Credentials(@NotBlank @Size(max = 200) String userName, @NotNull @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Credentials[" + userName + "]";
        }
    }

    record PasswordChange(@NotNull @Size(max = 200) String currentPassword, @NotNull @Size(max = 1000) String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    record Who(UUID id, String userName, String displayName) {}

    /**
     * @param kind a USER is in the portal, the others are in the console or a program
     * @param mustChangePassword until it is changed everything else is refused
     * @param rights what the caller may do somewhere
     * @param applications ids of the applications in which alone {@code ownedRights} count
     */
    record Session(Actor.Kind kind, Who user, boolean mustChangePassword, Set<Right> rights, Set<Right> ownedRights, Set<UUID> applications) {

        static Session of(SignIn who, Rights rights) {
            return of(who.kind(), new Who(who.id(), who.userName(), who.displayName()), who.mustChange(), rights);
        }

        static Session of(Actor.Kind kind, Who who, boolean mustChange, Rights rights) {
            Set<Right> owned = new TreeSet<>(rights.owned());
            owned.removeAll(rights.everywhere());
            return new Session(kind, who, mustChange, new TreeSet<>(rights.all()), owned, new TreeSet<>(rights.applications()));
        }
    }

    @Open("Who signs in is not known yet.")
    @PostMapping
    @Operation(summary = "Sign in")
    ResponseEntity<Session> signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        Sessions.SignedIn signedIn = sessions.signIn(credentials.userName(), credentials.password());
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.of(signedIn.cookie(), request.isSecure()))
                .body(Session.of(signedIn.who(), sessions.rights(signedIn.who())));
    }

    @GetMapping
    @Operation(summary = "Who is signed in, and what that one may do")
    Session whoAmI(Actor actor, Rights rights) {
        return switch (actor.kind()) {
            case ADMINISTRATOR, USER -> Session.of(sessions.who(actor), rights);
            case API_TOKEN, SYSTEM -> Session.of(actor.kind(), new Who(actor.id(), actor.name(), actor.name()), false, rights);
        };
    }

    @DeleteMapping
    @Operation(summary = "Sign out")
    ResponseEntity<Void> signOut(@CookieValue(name = SessionCookie.NAME, required = false) String cookie, HttpServletRequest request) {
        if (cookie != null) {
            sessions.signOut(cookie);
        }
        return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, SessionCookie.gone(request.isSecure())).build();
    }

    @PostMapping("/password")
    @Operation(summary = "Change the password; other sessions end")
    ResponseEntity<Void> changePassword(
            @Valid @RequestBody PasswordChange change, Actor actor, @CookieValue(name = SessionCookie.NAME, required = false) String cookie) {
        if (actor.kind() == Actor.Kind.API_TOKEN || cookie == null) {
            throw new ProblemException(ErrorCode.FORBIDDEN, "Only a person who is signed in can change the password, not an API token.");
        }
        sessions.changePassword(actor, cookie, change.currentPassword(), change.newPassword());
        return ResponseEntity.noContent().build();
    }
}
