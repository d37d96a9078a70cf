package dev.syncline.delivery;

import dev.syncline.connector.Settings;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpReply;
import dev.syncline.connectors.http.HttpVerdict;
import dev.syncline.connectors.http.Urls;
import dev.syncline.problem.ProblemException.FieldError;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A custom bot in a Feishu (Lark) group. Its address is its key: whoever knows it may write to the group. */
@Component
class FeishuCarrier implements Carrier {

    private static final String URL = "url";
    private static final String SIGNING_SECRET = "signingSecret";
    private static final String FORMAT = "format";

    private final JsonMapper json;
    private final Clock clock;

    FeishuCarrier(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Channel.Kind kind() {
        return Channel.Kind.FEISHU_BOT;
    }

    @Override
    public Set<String> settings() {
        return Set.of(FORMAT, "caCertificate");
    }

    @Override
    public Set<String> secrets() {
        return Set.of(URL, SIGNING_SECRET);
    }

    @Override
    public List<FieldError> check(Settings settings) {
        return new Wishes(settings)
                .url(URL)
                .optional(FORMAT, format -> format.equals("CARD") || format.equals("TEXT"), "Messages are a CARD or a TEXT.")
                .trust()
                .errors();
    }

    @Override
    public Receipt carry(Parcel parcel, Settings settings) {
        Map<String, Object> body = new LinkedHashMap<>();
        settings.find(SIGNING_SECRET).ifPresent(secret -> {
            String timestamp = Long.toString(clock.instant().getEpochSecond());
            body.put("timestamp", timestamp);
            body.put("sign", FeishuSignature.of(timestamp, secret));
        });
        body.putAll(settings.find(FORMAT).filter("TEXT"::equals).isPresent() ? FeishuMessage.text(parcel) : FeishuMessage.card(parcel));
        try {
            return receipt(HttpPost.send(Urls.absolute(URL, settings.text(URL)), Map.of(), json.writeValueAsString(body), settings));
        } catch (Stopped e) {
            return Receipt.of(e.outcome());
        }
    }

    /** Feishu answers 200 also when it refuses: the code in the body counts. */
    private Receipt receipt(HttpReply reply) {
        JsonNode answer = read(reply.body());
        JsonNode code = answer.path("code").isNumber() ? answer.path("code") : answer.path("StatusCode");
        if (!code.isNumber()) {
            return reply.ok()
                    ? Receipt.failed("The receiver answered " + reply.status() + ", but not as Feishu does; check the bot's address.")
                    : Receipt.of(new HttpVerdict(clock).failed(reply, "Sending the message").outcome());
        }
        if (code.asInt() == 0) {
            return Receipt.sent("Feishu took the message.");
        }
        String said = answer.path("msg").asString(answer.path("StatusMessage").asString("no reason given"));
        return Receipt.failed("Feishu answered " + code.asInt() + ": " + said + "." + advice(code.asInt()));
    }

    private static String advice(int code) {
        return switch (code) {
            case 19001 -> " The address is not that of a bot: copy it again from the group's settings.";
            case 19021 -> " The signing secret is not the bot's, or this server's clock is wrong.";
            case 19022 -> " Add this server's address to those the bot takes messages from.";
            case 19024 -> " The bot wants one of its keywords in every message: add Syncline to them.";
            case 9499, 11232 -> " It takes a few messages a second, and a hundred a minute.";
            default -> "";
        };
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return json.missingNode();
        }
    }
}
