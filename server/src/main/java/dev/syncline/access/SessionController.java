package dev.syncline.access;

import dev.syncline.journal.Actor;
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
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
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

    private final PasswordSignIn signIn;
    private final Sessions sessions;
    private final SignInDirectory directory;
    private final SessionCookie cookies;

    SessionController(PasswordSignIn signIn, Sessions sessions, SignInDirectory directory, SessionCookie cookies) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.directory = directory;
        this.cookies = cookies;
    }

    record Credentials(@NotBlank @Size(max = 200) String userName, @NotNull @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "Credentials[" + userName + "]";
        }
    }

    record Code(@NotBlank @Size(max = 50) String code) {
        @Override
        public String toString() {
            return "Code[]";
        }
    }

    record PasswordChange(@NotNull @Size(max = 200) String currentPassword, @NotNull @Size(max = 1000) String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    record SignedOut(URI continueAt) {}

    record Who(@Nullable UUID id, String userName, String displayName) {}

    /**
     * @param kind a USER is in the portal, the others are in the console or a program
     * @param step what has to be done before anything else is possible; NONE when everything is
     * @param mustChangePassword whether that is the change of the password
     * @param rights what the caller may do somewhere
     * @param applications ids of the applications in which alone {@code ownedRights} count
     */
    record Session(Actor.Kind kind, Who user, Step step, boolean mustChangePassword, Set<Right> rights, Set<Right> ownedRights,
            Set<UUID> applications) {

        static Session of(SignIn who, Caller caller) {
            return of(who.kind(), new Who(who.id(), who.userName(), who.displayName()), caller.step(), caller.rights());
        }

        static Session of(Actor.Kind kind, Who who, Step step, Rights rights) {
            Set<Right> owned = new TreeSet<>(rights.owned());
            owned.removeAll(rights.everywhere());
            return new Session(kind, who, step, step == Step.PASSWORD, new TreeSet<>(rights.all()), owned, new TreeSet<>(rights.applications()));
        }
    }

    @Open("Who signs in is not known yet.")
    @PostMapping
    @Operation(summary = "Sign in", description = "With a second factor the session is good for nothing but its code, for five minutes.")
    ResponseEntity<Session> signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        cookies.read(request).ifPresent(sessions::signOut);
        return signedIn(signIn.signIn(credentials.userName(), credentials.password(), Visitor.of(request)), request);
    }

    @PostMapping("/code")
    @Operation(summary = "Send the code of the second factor", description = "Six digits of the authenticator, or a recovery code.")
    ResponseEntity<Session> code(@Valid @RequestBody Code code, Actor actor, HttpServletRequest request) {
        return signedIn(signIn.code(actor, cookies.required(request), code.code(), Visitor.of(request)), request);
    }

    @GetMapping
    @Operation(summary = "Who is signed in, and what that one may do")
    Session whoAmI(Actor actor, Rights rights, HttpServletRequest request) {
        return switch (actor.kind()) {
            case ADMINISTRATOR, USER -> session(cookies.required(request));
            case API_TOKEN, SYSTEM -> Session.of(actor.kind(), new Who(actor.id(), actor.name(), actor.name()), Step.NONE, rights);
        };
    }

    @DeleteMapping
    @Operation(summary = "Sign out", description = "Who signed in at an identity provider is told where the browser has to go to sign out there too.")
    ResponseEntity<SignedOut> signOut(HttpServletRequest request) {
        Optional<URI> onwards = cookies.read(request).flatMap(sessions::signOut);
        return onwards.map(at -> ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookies.gone(request)).body(new SignedOut(at)))
                .orElseGet(() -> ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookies.gone(request)).build());
    }

    @PostMapping("/password")
    @Operation(summary = "Change the password; other sessions end")
    ResponseEntity<Void> changePassword(@Valid @RequestBody PasswordChange change, Actor actor, HttpServletRequest request) {
        String cookie = signIn.changePassword(actor, cookies.required(request), change.currentPassword(), change.newPassword(), Visitor.of(request));
        return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookies.of(cookie, request)).build();
    }

    private ResponseEntity<Session> signedIn(String cookie, HttpServletRequest request) {
        return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookies.of(cookie, request)).body(session(cookie));
    }

    private Session session(String cookie) {
        Caller caller = sessions.caller(cookie).orElseThrow();
        return Session.of(directory.behind(caller.actor()), caller);
    }
}
