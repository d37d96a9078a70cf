package dev.syncline.connectors.scim;

import dev.syncline.connector.Field;
import dev.syncline.connector.Secrets;
import dev.syncline.connector.Settings;
import dev.syncline.connectors.Choice;
import dev.syncline.connectors.ConflictRule;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.Trust;
import dev.syncline.connectors.http.HttpCall;
import dev.syncline.connectors.http.Urls;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The settings of one connection, checked. */
record ScimConfig(
        String baseUrl, SignIn signIn, Style style, ConflictRule conflict, Optional<UserPath> lastSignIn, SSLContext trust, Duration timeout, Secrets secrets) {

    enum Style {
        PATCH,
        PUT
    }

    private enum Auth {
        BEARER,
        OAUTH
    }

    /** How a request is authorized. */
    sealed interface SignIn {
        record Bearer(String token) implements SignIn {
            @Override
            public String toString() {
                return "Bearer[]";
            }
        }

        /** @param basic the client's id and secret as basic authentication carries them */
        record Client(URI tokenUrl, String basic, Optional<String> scope) implements SignIn {
            @Override
            public String toString() {
                return "Client[" + tokenUrl + "]";
            }
        }
    }

    /** @throws IllegalArgumentException with a sentence that names the setting */
    static ScimConfig of(Settings settings) {
        String base = Urls.absolute(ScimFields.BASE.name(), settings.text(ScimFields.BASE.name())).toString();
        SignIn signIn = signIn(settings);
        Secrets secrets = Secrets.of(ScimFields.ALL, settings);
        return new ScimConfig(
                base.endsWith("/") ? base.substring(0, base.length() - 1) : base,
                signIn,
                Choice.of(Style.class, settings, ScimFields.STYLE),
                ConflictRule.of(settings),
                settings.find(ScimFields.LAST_SIGN_IN.name()).map(ScimConfig::path),
                Trust.of(settings),
                settings.requestTimeout(),
                signIn instanceof SignIn.Client client ? secrets.with(client.basic()) : secrets);
    }

    private static UserPath path(String text) {
        try {
            return UserPath.of(text.strip());
        } catch (Stopped e) {
            throw new IllegalArgumentException("The setting \"%s\" cannot work. %s".formatted(ScimFields.LAST_SIGN_IN.name(), e.sentence()), e);
        }
    }

    private static SignIn signIn(Settings settings) {
        return switch (Choice.of(Auth.class, settings, ScimFields.AUTH)) {
            case BEARER -> new SignIn.Bearer(needed(settings, ScimFields.TOKEN).strip());
            case OAUTH -> new SignIn.Client(
                    Urls.absolute(ScimFields.TOKEN_URL.name(), needed(settings, ScimFields.TOKEN_URL)),
                    // RFC 6749, 2.3.1: id and secret are form-encoded before they become basic credentials.
                    HttpCall.basic(
                            Urls.encoded(needed(settings, ScimFields.CLIENT_ID)), Urls.encoded(needed(settings, ScimFields.CLIENT_SECRET))),
                    settings.find(ScimFields.SCOPE.name()));
        };
    }

    private static String needed(Settings settings, Field field) {
        return settings.find(field.name()).orElseThrow(() -> new IllegalArgumentException(
                "The setting \"%s\" is missing: the chosen sign-in needs it.".formatted(field.name())));
    }

    @Override
    public String toString() {
        return "ScimConfig[" + baseUrl + "]";
    }
}
