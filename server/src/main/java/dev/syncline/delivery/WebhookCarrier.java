package dev.syncline.delivery;

import dev.syncline.callback.Signature;
import dev.syncline.connector.Settings;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpReply;
import dev.syncline.connectors.http.HttpVerdict;
import dev.syncline.connectors.http.Urls;
import dev.syncline.problem.ProblemException.FieldError;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A program that takes messages as JSON, signed as Standard Webhooks (standardwebhooks.com) says. */
@Component
class WebhookCarrier implements Carrier {

    private static final String URL = "url";
    private static final String SIGNING_SECRET = "signingSecret";
    private static final String AUTHORIZATION = "authorization";

    private final JsonMapper json;
    private final Clock clock;

    WebhookCarrier(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Channel.Kind kind() {
        return Channel.Kind.WEBHOOK;
    }

    @Override
    public Set<String> settings() {
        return Set.of(URL, "caCertificate");
    }

    @Override
    public Set<String> secrets() {
        return Set.of(SIGNING_SECRET, AUTHORIZATION);
    }

    @Override
    public List<FieldError> check(Settings settings) {
        return new Wishes(settings)
                .url(URL)
                .matching(SIGNING_SECRET, Signature::isKey, "The signing secret must be whsec_ followed by 24 to 64 bytes in Base64.")
                .optional(AUTHORIZATION, value -> value.chars().allMatch(c -> c >= ' ' && c < 0x7f), "A header takes printable ASCII characters alone.")
                .trust()
                .errors();
    }

    @Override
    public Receipt carry(Parcel parcel, Settings settings) {
        String body = json.writeValueAsString(new Body("notification." + parcel.message().type().name().toLowerCase(Locale.ROOT),
                parcel.message().at(), parcel.message()));
        Instant now = clock.instant();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", parcel.id().toString());
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature",
                Signature.of(settings.text(SIGNING_SECRET), parcel.id().toString(), now, body.getBytes(StandardCharsets.UTF_8)));
        settings.find(AUTHORIZATION).ifPresent(value -> headers.put("Authorization", value));
        try {
            HttpReply reply = HttpPost.send(Urls.absolute(URL, settings.text(URL)), headers, body, settings);
            return reply.ok()
                    ? Receipt.sent("The webhook answered " + reply.status() + ".")
                    : Receipt.of(new HttpVerdict(clock).failed(reply, "Sending the message").outcome());
        } catch (Stopped e) {
            return Receipt.of(e.outcome());
        }
    }

    /** Standard Webhooks, section "Payload structure". */
    private record Body(String type, Instant timestamp, Message data) {}
}
