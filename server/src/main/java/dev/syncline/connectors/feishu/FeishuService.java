package dev.syncline.connectors.feishu;

import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpCall;
import dev.syncline.connectors.http.HttpReply;
import dev.syncline.connectors.http.HttpVerdict;
import dev.syncline.connectors.http.KeptToken;
import dev.syncline.connectors.http.RecordingHttp;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Calls operations of the open platform with the tenant access token (developer console, "internal" app). */
final class FeishuService implements AutoCloseable {

    private static final String JSON = "application/json; charset=utf-8";

    /** The platform gives out a new token once the old one has less than half an hour left. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final FeishuConfig config;
    private final RecordingHttp http;
    private final HttpVerdict verdict;
    private final ApiLimits limits;
    private final KeptToken token;

    FeishuService(FeishuConfig config, InstantSource clock) {
        this.config = config;
        this.http = new RecordingHttp(config.timeout(), config.trust());
        this.verdict = new HttpVerdict(clock);
        this.limits = new ApiLimits(clock);
        this.token = new KeptToken(MARGIN, clock);
    }

    /** A request that names users and departments as the connection does. */
    Request request(Api api, String what) {
        return Request.of(api, what)
                .with("user_id_type", config.idType().wireName())
                .with("department_id_type", config.departmentIdType().wireName());
    }

    /**
     * The platform's answer, whatever its code; a token it no longer takes is replaced once.
     *
     * @throws Stopped when there is no answer, one that is not the platform's, or one call too many
     */
    Answer send(Request request, Exchanges exchanges) throws Stopped {
        limits.requireOpen(request);
        String sent = token(exchanges);
        Answer answer = authorized(request, sent, exchanges);
        if (answer.means(Meaning.Kind.TOKEN)) {
            token.drop(sent);
            return authorized(request, token(exchanges), exchanges);
        }
        return answer;
    }

    /** The data of a successful answer. */
    JsonNode ok(Request request, Exchanges exchanges) throws Stopped {
        return data(send(request, exchanges));
    }

    static JsonNode data(Answer answer) throws Stopped {
        if (!answer.ok()) {
            throw Verdict.failed(answer);
        }
        return answer.data();
    }

    /** A token, declared to the record. */
    private String token(Exchanges exchanges) throws Stopped {
        String current = token.current(() -> ask(exchanges));
        exchanges.secret(current);
        return current;
    }

    private KeptToken.Given ask(Exchanges exchanges) throws Stopped {
        Request request = Request.of(Api.TOKEN, "Signing in to Feishu")
                .with(Json.object().put("app_id", config.appId()).put("app_secret", config.appSecret()));
        limits.requireOpen(request);
        Answer answer = call(request, call(request), exchanges,
                reply -> Json.text(Json.parse(reply.body()), "tenant_access_token").ifPresent(exchanges::secret));
        data(answer);
        String value = Json.text(answer.root(), "tenant_access_token").orElseThrow(() -> Stopped.refused(
                Long.toString(answer.code()), "Signing in to Feishu gave no token. Check the connection's platform and base URL."));
        return new KeptToken.Given(value, Duration.ofSeconds(Math.max(0, answer.root().path("expire").asLong(0))));
    }

    private Answer authorized(Request request, String bearer, Exchanges exchanges) throws Stopped {
        return call(request, call(request).with("Authorization", "Bearer " + bearer), exchanges, _ -> {});
    }

    private HttpCall call(Request request) {
        HttpCall call = HttpCall.of(request.api().method(), URI.create(config.openApis() + request.path())).with("Accept", "application/json");
        return request.body().map(body -> call.body(JSON, body.toString())).orElse(call);
    }

    private Answer call(Request request, HttpCall call, Exchanges exchanges, Consumer<HttpReply> beforeRecorded) throws Stopped {
        HttpReply reply = http.send(call, exchanges, beforeRecorded);
        Answer answer = new Answer(request, reply, Json.parse(reply.body()));
        if (reply.status() == 429 || answer.means(Meaning.Kind.THROTTLED)) {
            throw limits.close(request, verdict.pause(reply), calls(reply));
        }
        if (answer.root().path("code").isIntegralNumber()) {
            return answer;
        }
        throw reply.ok() ? notFeishu(request, reply) : verdict.failed(reply, request.what());
    }

    /** How many calls the limit allows until it is lifted again. */
    private static int calls(HttpReply reply) {
        return reply.header("x-ogw-ratelimit-limit").filter(text -> text.matches("[1-9]\\d{0,8}")).map(Integer::valueOf).orElse(1);
    }

    /** Something answered 2xx that is not the platform; whether the platform behind it did anything cannot be told. */
    private static Stopped notFeishu(Request request, HttpReply reply) {
        return new Stopped(new Outcome.Unclear("%s: the answer %d %s. Check the connection's platform and base URL.".formatted(
                request.what(), reply.status(), reply.cut() ? "is longer than 1 MiB" : "is not one of Feishu's")));
    }

    @Override
    public void close() {
        http.close();
    }

}
