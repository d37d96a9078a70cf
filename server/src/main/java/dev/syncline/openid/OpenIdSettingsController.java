package dev.syncline.openid;

import dev.syncline.audit.Audit;
import dev.syncline.openid.OpenIdSettings.RoleOf;
import dev.syncline.openid.OpenIdSettings.UnknownPeople;
import dev.syncline.openid.OpenIdSettings.UserAttribute;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Needs;
import dev.syncline.rights.Right;
import dev.syncline.secret.SecretBox;
import dev.syncline.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sign-in/openid/settings")
@Tag(name = "Sign-in")
@Needs(Right.ADMINISTER_ACCESS)
class OpenIdSettingsController {

    private final OpenIdSettingsRepository settings;
    private final ProviderTrial test;
    private final TokenEndpoint tokens;
    private final SignOutAtProvider signOut;
    private final SecretBox box;
    private final Audit audit;

    OpenIdSettingsController(OpenIdSettingsRepository settings, ProviderTrial test, TokenEndpoint tokens, SignOutAtProvider signOut, SecretBox box,
            Audit audit) {
        this.settings = settings;
        this.test = test;
        this.tokens = tokens;
        this.signOut = signOut;
        this.box = box;
        this.audit = audit;
    }

    /**
     * @param redirectUri to be registered at the provider
     * @param signedOutUri to be registered at the provider as where to go after signing out
     */
    record View(boolean enabled, String name, String issuer, String clientId, boolean hasClientSecret, List<String> scopes, String nameClaim,
            @Nullable String roleClaim, List<RoleOf> roleMapping, UnknownPeople unknownPeople, @Nullable String userClaim,
            UserAttribute userAttribute, URI redirectUri, URI signedOutUri, int version) {}

    @GetMapping
    @Operation(summary = "The identity provider people sign in at")
    ResponseEntity<View> get() {
        return answer(settings.read());
    }

    @PutMapping
    @Operation(summary = "Change the identity provider", description = """
            The client secret is sealed and never answered; left out it stays with its issuer, an empty text removes it. Sessions that are open go \
            on.""")
    ResponseEntity<View> put(@Valid @RequestBody OpenIdSettingsBody body,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        OpenIdSettings before = settings.read();
        OpenIdSettings wanted = body.wanted(before.hasClientSecret(), ETags.required(ifMatch));
        if (before.hasClientSecret() && body.clientSecret() == null && !before.issuer().equals(wanted.issuer())) {
            throw ProblemException.invalid("clientSecret", "Give the client secret of this issuer: the stored one goes to nobody but the issuer it"
                    + " was stored for. An empty text removes it.");
        }
        if (!settings.update(wanted, sealed(body.clientSecret()))) {
            throw ETags.mismatch("The identity provider");
        }
        if (body.clientSecret() != null) {
            audit.secretChanged("clientSecret");
        }
        return answer(settings.read());
    }

    private byte @Nullable [] sealed(String secret) {
        if (secret == null) {
            return null;
        }
        return secret.isEmpty() ? new byte[0] : box.seal(secret, TokenEndpoint.SECRET);
    }

    @PostMapping("/test")
    @Operation(summary = "Try settings out without keeping them", description = """
            Reads the discovery document and the keys, and asks the token endpoint whether it knows client and secret. Without a secret
            the stored one is taken, when the issuer is the stored one too.""")
    ProviderTrial.Result test(@Valid @RequestBody OpenIdSettingsBody body) {
        return test.of(body);
    }

    private ResponseEntity<View> answer(OpenIdSettings set) {
        View view = new View(set.enabled(), set.name(), set.issuer(), set.clientId(), set.hasClientSecret(), set.scopes(), set.nameClaim(),
                set.roleClaim(), set.roleMapping(), set.unknownPeople(), set.userClaim(), set.userAttribute(), tokens.redirectUri(),
                signOut.signedOutUri(), set.version());
        return ResponseEntity.ok().eTag(ETags.of(set.version())).body(view);
    }
}
