package dev.syncline.openid;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries a provider out, as far as that goes without a person. */
@Component
class ProviderTrial {

    private final OpenIdSettingsRepository settings;
    private final Providers providers;
    private final TokenEndpoint tokens;

    ProviderTrial(OpenIdSettingsRepository settings, Providers providers, TokenEndpoint tokens) {
        this.settings = settings;
        this.providers = providers;
        this.tokens = tokens;
    }

    /** @param steps in their order; the first that is not ok is the last */
    record Result(boolean ok, List<Step> steps) {}

    /** @param what DISCOVERY, KEYS or CLIENT */
    record Step(What what, boolean ok, @Nullable String sentence) {}

    enum What {
        DISCOVERY,
        KEYS,
        CLIENT
    }

    Result of(OpenIdSettingsBody body) {
        OpenIdSettings stored = settings.read();
        OpenIdSettings wanted = body.wanted(stored.hasClientSecret(), stored.version());
        List<Step> steps = new ArrayList<>();
        What now = What.DISCOVERY;
        try {
            Provider provider = providers.discover(wanted.issuer());
            steps.add(new Step(now, true, "The provider calls itself " + provider.metadata().getIssuer() + "."));
            now = What.KEYS;
            steps.add(new Step(now, true, "It shows " + provider.countKeys() + " keys."));
            now = What.CLIENT;
            steps.add(client(provider, wanted, secret(body, stored)));
        } catch (Trouble e) {
            steps.add(new Step(now, false, e.getMessage()));
        }
        return new Result(steps.stream().allMatch(Step::ok), steps);
    }

    /** The stored secret goes to nobody but the provider it was stored for. Null for it. */
    private static String secret(OpenIdSettingsBody body, OpenIdSettings stored) {
        boolean same = stored.issuer().equals(body.issuer() == null ? "" : body.issuer().strip());
        return body.clientSecret() == null && !same ? "" : body.clientSecret();
    }

    private Step client(Provider provider, OpenIdSettings wanted, String secret) {
        AuthorizationCodeGrant none = new AuthorizationCodeGrant(new AuthorizationCode("a-test-of-the-settings"), tokens.redirectUri(), new CodeVerifier());
        Optional<String> complaint = tokens.complaintAboutClient(provider, wanted.clientId(), secret, none);
        return complaint.map(told -> new Step(What.CLIENT, false, "The provider does not take client id and secret: " + told + "."))
                .orElseGet(() -> new Step(What.CLIENT, true, "It knows the client " + wanted.clientId() + "."));
    }
}
