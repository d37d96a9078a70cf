package dev.syncline.access;

import dev.syncline.access.PortalInvitations.Invitation;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.web.OneTimeSecret;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For administrators. */
@RestController
@RequestMapping("/api/v1/users/{id}/portal-invitation")
@Tag(name = "Users")
@Needs(Right.ADMINISTER_PEOPLE)
class PortalInvitationController {

    private final PortalInvitations invitations;

    PortalInvitationController(PortalInvitations invitations) {
        this.invitations = invitations;
    }

    /**
     * @param expiresAt until when the one-time password is good; null once it was changed, or without an invitation
     * @param lockedUntil until when wrong passwords keep the user out; null when they do not
     */
    record PortalAccess(boolean invited, boolean mustChangePassword, @Nullable Instant expiresAt, @Nullable Instant lockedUntil) {}

    @GetMapping
    @Operation(summary = "Whether the user can sign in to the portal")
    PortalAccess get(@PathVariable UUID id) {
        return invitations.find(id)
                .map(user -> new PortalAccess(true, user.mustChange(), user.oneTimeUntil(), invitations.lockedUntil(user).orElse(null)))
                .orElse(new PortalAccess(false, false, null, null));
    }

    @PostMapping
    @OneTimeSecret
    @Operation(summary = "Invite the user to the portal", description = "Answers a one-time password, shown only now. It must be changed at "
            + "the first sign-in and ends after seven days. A second invitation replaces the password and ends the user's sessions.")
    Invitation invite(@PathVariable UUID id) {
        return invitations.invite(id);
    }

    @DeleteMapping("/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a user who is locked after wrong passwords try again at once")
    void unlock(@PathVariable UUID id) {
        invitations.unlock(id);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take the sign-in to the portal away; the user's sessions end")
    void withdraw(@PathVariable UUID id) {
        invitations.withdraw(id);
    }
}
