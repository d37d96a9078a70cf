package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.connector.Exchanges;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpCall;
import dev.syncline.connectors.http.HttpReply;
import dev.syncline.connectors.http.HttpVerdict;
import dev.syncline.connectors.http.KeptToken;
import dev.syncline.connectors.http.RecordingHttp;
import dev.syncline.connectors.http.Urls;
import java.time.Duration;
import java.time.InstantSource;

/** The token that authorizes requests: the fixed one, or one got with client credentials and kept until shortly before it expires. */
final class Tokens {

    /** A token this close to its end is replaced, so that it does not expire on the way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final ScimConfig.SignIn signIn;
    private final RecordingHttp http;
    private final HttpVerdict verdict;
    private final KeptToken kept;

    Tokens(ScimConfig.SignIn signIn, RecordingHttp http, HttpVerdict verdict, InstantSource clock) {
        this.signIn = signIn;
        this.http = http;
        this.verdict = verdict;
        this.kept = new KeptToken(MARGIN, clock);
    }

    /** A token to send, declared to the record. */
    String current(Exchanges exchanges) throws Stopped {
        String token = switch (signIn) {
            case ScimConfig.SignIn.Bearer(String fixed) -> fixed;
            case ScimConfig.SignIn.Client client -> kept.current(() -> ask(client, exchanges));
        };
        exchanges.secret(token);
        return token;
    }

    /** Drops a token the service no longer takes. False when there is no other to be had. */
    boolean drop(String refused) {
        kept.drop(refused);
        return signIn instanceof ScimConfig.SignIn.Client;
    }

    private KeptToken.Given ask(ScimConfig.SignIn.Client client, Exchanges exchanges) throws Stopped {
        String form = "grant_type=client_credentials"
                + client.scope().map(scope -> "&scope=" + Urls.encoded(scope)).orElse("");
        HttpCall call = HttpCall.of("POST", client.tokenUrl())
                .with("Authorization", "Basic " + client.basic())
                .with("Accept", "application/json")
                .body("application/x-www-form-urlencoded", form);
        HttpReply reply = http.send(call, exchanges, answer -> Json.text(answer.body(), "access_token").ifPresent(exchanges::secret));
        if (!reply.ok()) {
            throw verdict.failed(reply, "Getting a token from " + client.tokenUrl());
        }
        String value = Json.text(reply.body(), "access_token").orElseThrow(() -> Stopped.refused(
                Integer.toString(reply.status()), "The token endpoint answered %d without an access token. Check the token URL."
                        .formatted(reply.status())));
        return new KeptToken.Given(value, lifetime(Json.parse(reply.body()).path("expires_in")));
    }

    /** RFC 6749, 5.1: seconds; where it is left out, five minutes are a safe guess because a refused token is replaced. */
    private static Duration lifetime(JsonNode expiresIn) {
        return Duration.ofSeconds(expiresIn.asLong(300));
    }
}
