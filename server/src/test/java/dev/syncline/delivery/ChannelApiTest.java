package dev.syncline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Channels over the API: what is refused, and with which words; secrets go in and never come out. */
class ChannelApiTest extends ChannelStory {

    private static final Map<String, String> URL = Map.of("url", "https://alerts.example.com/in");

    @Test
    void secretsAreNamedAndNeverShownKeptUnlessReplacedAndRemovedByNull() {
        String channel = channel("WEBHOOK", URL, Map.of("signingSecret", KEY, "authorization", "Bearer 0123456789"));
        Answer read = api.get(PATH + "/channels/" + channel);
        assertThat(read.text()).doesNotContain(KEY, KEY.substring(6), "0123456789");
        assertThat(read.json().at("/secrets/signingSecret").asBoolean()).isTrue();
        assertThat(api.get(PATH + "/channels?limit=200").text()).doesNotContain(KEY, "0123456789");

        Map<String, Object> body = body(read.field("name"), "WEBHOOK", URL, new HashMap<>());
        body.put("secrets", new HashMap<>(Collections.singletonMap("authorization", null)));
        JsonNode edited = ok(api.ifMatch(read.header("ETag")).put(PATH + "/channels/" + channel, body));
        assertThat(edited.path("secrets").toString()).isEqualTo("{\"signingSecret\":true}");
        assertThat(api.ifMatch(read.header("ETag")).put(PATH + "/channels/" + channel, body).status()).as("an old version").isEqualTo(412);
        assertThat(api.put(PATH + "/channels/" + channel, body).status()).as("no version").isEqualTo(428);
        assertThat(api.ifMatch("\"2\"").delete(PATH + "/channels/" + channel).status()).isEqualTo(204);
    }

    @Test
    void badInputIsRefusedByField() {
        refused("name", body("", "WEBHOOK", URL, Map.of("signingSecret", KEY)));
        refused("kind", Map.of("name", "x", "settings", Map.of()));
        refused("settings.url", body("x", "WEBHOOK", Map.of("url", "alerts.example.com"), Map.of("signingSecret", KEY)));
        refused("settings.url", body("x", "WEBHOOK", Map.of("url", "https://me:pw@alerts.example.com"), Map.of("signingSecret", KEY)));
        refused("secrets.signingSecret", body("x", "WEBHOOK", URL, Map.of("signingSecret", "whsec_short")));
        refused("secrets.signingSecret", body("x", "WEBHOOK", URL, Map.of()));
        refused("settings.caCertificate", body("x", "WEBHOOK", Map.of("url", "https://a.example.com", "caCertificate", "nonsense"), Map.of("signingSecret", KEY)));
        refused("settings.signingSecret", body("x", "WEBHOOK", Map.of("url", "https://a.example.com", "signingSecret", KEY), Map.of("signingSecret", KEY)));
        refused("secrets.url", body("x", "FEISHU_BOT", Map.of(), Map.of()));
        refused("settings.format", body("x", "FEISHU_BOT", Map.of("format", "POEM"), Map.of("url", "https://open.feishu.cn/open-apis/bot/v2/hook/1")));
        refused("settings.port", body("x", "MAIL", mail("port", "70000"), Map.of()));
        refused("settings.recipients", body("x", "MAIL", mail("recipients", "ops@example.com, nobody"), Map.of()));
        refused("settings.from", body("x", "MAIL", mail("from", "a@example.com, b@example.com"), Map.of()));
        refused("settings.security", body("x", "MAIL", mail("security", "SSL"), Map.of()));
        refused("user", body("x", "MAIL", mail("host", "smtp.example.com"), Map.of("password", "secret")));
        refused("language", Map.of("name", "x", "kind", "WEBHOOK", "language", "de"));
    }

    private static Map<String, String> mail(String name, String value) {
        Map<String, String> settings = new HashMap<>(Map.of("host", "smtp.example.com", "port", "587", "security", "STARTTLS",
                "from", "syncline@example.com", "recipients", "ops@example.com"));
        settings.put(name, value);
        return settings;
    }

    private static void refused(String field, Map<String, ?> body) {
        Answer answer = api.post(PATH + "/channels", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().path("errors").valueStream().map(error -> error.path("field").asString())).as(answer.toString())
                .anyMatch(named -> named.equals(field) || named.endsWith("." + field));
        assertThat(answer.text()).doesNotContain(KEY, "secret\"");
    }

    @Test
    void aPasswordGoesToNobodyButTheServerItWasStoredFor() {
        String name = TestServer.unique("Mail");
        Map<String, String> settings = mail("user", "syncline");
        Answer made = api.post(PATH + "/channels", body(name, "MAIL", settings, Map.of("password", "stored")));
        String path = PATH + "/channels/" + made.field("id");
        settings.put("host", "elsewhere.example.com");
        Answer refused = api.ifMatch(made.header("ETag")).put(path, body(name, "MAIL", settings, Map.of()));
        assertThat(refused.json().at("/errors/0/field").asString()).as(refused.toString()).isEqualTo("secrets.password");
        assertThat(api.ifMatch(made.header("ETag")).put(path, body(name, "MAIL", settings, Map.of("password", "given"))).status()).isEqualTo(200);
    }

    @Test
    void aNameIsTakenOnce() {
        String name = TestServer.unique("Taken");
        ok(api.post(PATH + "/channels", body(name, "WEBHOOK", URL, Map.of("signingSecret", KEY))));
        Answer second = api.post(PATH + "/channels", body(name.toUpperCase(), "WEBHOOK", URL, Map.of("signingSecret", KEY)));
        assertThat(second.status()).isEqualTo(409);
    }
}
