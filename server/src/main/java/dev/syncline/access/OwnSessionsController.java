package dev.syncline.access;

import dev.syncline.journal.Actor;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where one is signed in. */
@RestController
@RequestMapping("/api/v1/session/all")
@Tag(name = "Session")
@Needs(Right.SIGN_IN)
class OwnSessionsController {

    private final Sessions sessions;
    private final SessionCookie cookies;

    OwnSessionsController(Sessions sessions, SessionCookie cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /** @param items all of them, newest first */
    record OwnSessions(List<OwnSession> items) {}

    @GetMapping
    @Operation(summary = "List one's own sessions, newest first")
    OwnSessions list(Actor actor, HttpServletRequest request) {
        return new OwnSessions(sessions.of(actor, cookies.required(request)));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign out elsewhere: end one's other sessions")
    void endOthers(Actor actor, HttpServletRequest request) {
        sessions.endOthers(actor, cookies.required(request));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End one of one's own sessions")
    void end(@PathVariable UUID id, Actor actor, HttpServletRequest request) {
        cookies.required(request);
        sessions.end(actor, id);
    }
}
