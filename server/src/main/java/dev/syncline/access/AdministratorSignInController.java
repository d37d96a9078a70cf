package dev.syncline.access;

import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What another administrator can do for one who cannot sign in. */
@RestController
@RequestMapping("/api/v1/administrators/{id}/sign-in")
@Tag(name = "Administrators")
@Needs(Right.ADMINISTER_ACCESS)
class AdministratorSignInController {

    private final AdministratorRepository administrators;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final LockOut lockOut;

    AdministratorSignInController(AdministratorRepository administrators, SecondFactors factors, Sessions sessions, LockOut lockOut) {
        this.administrators = administrators;
        this.factors = factors;
        this.sessions = sessions;
        this.lockOut = lockOut;
    }

    /**
     * @param secondFactorSince null without one
     * @param lockedUntil until when wrong passwords or codes keep the administrator out; null when they do not
     */
    record AdministratorSignIn(@Nullable Instant secondFactorSince, @Nullable Instant lockedUntil) {}

    @GetMapping
    @Operation(summary = "Whether an administrator has a second factor, or is locked")
    AdministratorSignIn get(@PathVariable UUID id) {
        Administrator one = one(id);
        return new AdministratorSignIn(factors.of(id).since(), lockOut.lockedUntil(one.userName()).orElse(null));
    }

    @DeleteMapping("/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let an administrator who is locked after wrong passwords or codes try again at once")
    void unlock(@PathVariable UUID id) {
        lockOut.forget(one(id).userName());
    }

    @DeleteMapping("/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Reset a lost second factor; sessions end", description = "Look who asks for it: from then on the password alone lets in. "
            + "Where a second factor is required, the next sign-in sets up another one.")
    void resetSecondFactor(@PathVariable UUID id) {
        one(id);
        factors.remove(id);
        sessions.endAll(id);
    }

    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End all sessions of an administrator")
    void endSessions(@PathVariable UUID id) {
        one(id);
        sessions.endAll(id);
    }

    private Administrator one(UUID id) {
        return administrators.byId(id).orElseThrow(() -> ProblemException.notFound("administrator", id));
    }
}
