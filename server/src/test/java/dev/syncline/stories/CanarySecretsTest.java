package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Outcome;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.Canary;
import dev.syncline.fixtures.Echo;
import dev.syncline.fixtures.Haystack;
import dev.syncline.fixtures.TestAuthority;
import dev.syncline.fixtures.TestServer;
import dev.syncline.samples.SampleDirectory;
import dev.syncline.samples.SampleRestApp;
import dev.syncline.samples.SampleScimService;
import dev.syncline.samples.feishu.SampleFeishu;
import dev.syncline.testkit.HostileTarget;
import dev.syncline.testkit.HostileTarget.Manner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/**
 * No secret ever appears in the database in plain, in a server log or in an answer. Canary secrets go through every connector, well
 * and badly; then everything that was written is searched for them.
 */
@ExtendWith(OutputCaptureExtension.class)
class CanarySecretsTest extends Story {

    private static final Map<String, Object> SECRET_PASSWORD = Map.of("mappings",
            List.of(Map.of("objectType", "ACCOUNT", "target", "password", "expression", "'not given'", "secret", true)));

    private final List<Canary> canaries = new ArrayList<>();
    private final List<App> apps = new ArrayList<>();
    private final List<String> settling = new ArrayList<>();

    @Test
    @DisplayName("Secrets sent through a connector, refused, echoed in any form, modified, thrown about: found nowhere")
    void memory(CapturedOutput output) {
        App app = keyed(SECRET_PASSWORD);
        created(app, "good", "password");
        for (Echo echo : Echo.values()) {
            app.target().answers(change -> new Outcome.Refused("400", "The password "
                    + Echo.valueOf(change.name()).of((String) change.attributes().get("password")) + " is too short."));
            failed(created(app, echo.name(), "password"));
        }
        awaitAll();
        modified(app);
        thrown(app);
        awaitAll();
        assertFoundNowhere(output);
    }

    @Test
    @DisplayName("Secrets of an application that answers later, which repeats them in its callback: found nowhere")
    void callback(CapturedOutput output) {
        Map<String, Object> settings = new LinkedHashMap<>(SECRET_PASSWORD);
        settings.putAll(ANSWERS_LATER);
        App app = keyed(settings);
        for (String status : List.of("succeeded", "failed")) {
            Canary password = canary("password of an account whose callback " + status);
            app.target().answers(ScriptedTarget.accepted());
            Made made = create(app, status, Map.of("password", password.value()));
            awaitStatus(made.task(), "AWAITING_CALLBACK");
            String body = "{\"status\":\"" + status + "\",\"message\":\"You sent " + Echo.JSON.of(password.value()) + " and that is it\"}";
            assertThat(callback(app, made.task(), "m-" + status, body).status()).isEqualTo(204);
            awaitStatus(made.task(), status.toUpperCase());
        }
        assertFoundNowhere(output);
    }

    @Test
    @DisplayName("Secrets of a directory, right and wrong, in attributes however they are spelled: found nowhere")
    void ldap(CapturedOutput output) {
        Canary bind = canary("bind password");
        try (SampleDirectory directory = SampleDirectory.start(bind.value());
                HostileTarget echo = HostileTarget.thatDoes(Manner.ECHO)) {
            App app = added(connected("ldap", at(directory.url()), Map.of("password", bind.value())));
            for (String name : List.of("userPassword", "userpassword", "USERPASSWORD")) {
                Canary password = canary("attribute " + name);
                Made made = create(app, TestServer.unique("ming"), Map.of("cn", "Ming Li", "sn", "Li", name, password.value()));
                awaitStatus(made.task(), "SUCCEEDED");
                Made update = edit(made.account(), name, canary("new value of " + name).value());
                awaitStatus(update.task(), "SUCCEEDED");
                ok(api.get("/api/v1/accounts/" + made.account() + "/remote"));
            }
            failed(create(app, "refused", Map.of("cn", "Ming Li", "userPassword", canary("password of a refused entry").value())));
            for (String url : List.of(directory.url(), "ldap://127.0.0.1:" + echo.address().getPort())) {
                App wrong = added(impatient("ldap", at(url), Map.of("password", canary("wrong bind password").value())));
                ok(api.post("/api/v1/applications/" + wrong.id() + "/test", null));
                failed(create(wrong, "anyone", Map.of("cn", "A", "sn", "B", "userPassword", canary("password never sent").value())));
            }
            awaitAll();
            assertFoundNowhere(output);
        }
    }

    @Test
    @DisplayName("Bearer tokens, client secrets and passwords, repeated by the service and by who gives tokens: found nowhere")
    void scim(CapturedOutput output) {
        for (Manner manner : List.of(Manner.ECHO, Manner.GARBAGE, Manner.REDIRECT, Manner.NO_JSON, Manner.CLOSE)) {
            try (HostileTarget target = HostileTarget.thatDoes(manner)) {
                String url = "http://127.0.0.1:" + target.address().getPort();
                failedWith(added(impatient("scim", Map.of("baseUrl", url), Map.of("token", plain("bearer token")))),
                        "password told to one that does " + manner);
                failedWith(added(impatient("scim", oauth(url, url), Map.of("clientSecret", canary("client secret").value()))),
                        "password for which no token is given");
            }
        }
        assertFoundNowhere(output);
    }

    @Test
    @DisplayName("Access tokens learned on the way, and repeated: found nowhere")
    void accessTokens(CapturedOutput output) {
        Canary secret = canary("client secret");
        try (TokenEcho service = TokenEcho.giving(plain("access token"));
                SampleScimService good = SampleScimService.start("unused", secret.value())) {
            App refused = added(connected("scim", oauth(service.url(), service.url() + "/token"), Map.of("clientSecret", secret.value())));
            failedWith(refused, "password nobody takes");
            App taken = added(connected("scim", oauth(good.baseUrl(), good.tokenUrl()), Map.of("clientSecret", secret.value())));
            Made made = create(taken, "ming.li", Map.of("password", canary("password that is taken").value()));
            awaitStatus(made.task(), "SUCCEEDED");
            assertThat(good.user("ming.li")).isPresent();
            awaitStatus(edit(made.account(), "password", canary("new password").value()).task(), "SUCCEEDED");
        }
        assertFoundNowhere(output);
    }

    @Test
    @DisplayName("API keys, basic passwords and bearer tokens of a REST application, taken and repeated: found nowhere")
    void rest(CapturedOutput output) {
        Canary key = Canary.plain("API key");
        canaries.add(key);
        try (SampleRestApp good = SampleRestApp.start(key.value()); HostileTarget echo = HostileTarget.thatDoes(Manner.ECHO)) {
            Map<String, String> settings = new LinkedHashMap<>(good.connectorSettings());
            settings.remove("authSecret");
            App taken = added(connected("rest", settings, Map.of("authSecret", key.value())));
            Made made = create(taken, "ming.li", Map.of("password", canary("password that is taken").value()));
            awaitStatus(made.task(), "SUCCEEDED");
            assertThat(good.account("ming.li")).isPresent();
            ok(api.get("/api/v1/accounts/" + made.account() + "/remote"));

            settings.put("baseUrl", "http://127.0.0.1:" + echo.address().getPort());
            settings.put("authUser", "root");
            for (String auth : List.of("HEADER", "BEARER", "BASIC")) {
                settings.put("auth", auth);
                String secret = auth.equals("BASIC") ? canary("secret for BASIC").value() : plain("secret for " + auth);
                failedWith(added(impatient("rest", settings, Map.of("authSecret", secret))), "password sent with " + auth);
            }
        }
        assertFoundNowhere(output);
    }

    @Test
    @DisplayName("The secret of a Feishu app, taken, refused and repeated: found nowhere")
    void feishu(CapturedOutput output) {
        Canary secret = canary("app secret");
        try (SampleFeishu good = SampleFeishu.start("cli_canary", secret.value())) {
            App taken = added(connected("feishu", feishu(good.baseUrl()), Map.of("appSecret", secret.value())));
            awaitStatus(create(taken, "kim.li", Map.of("mobile", "+8613812345679")).task(), "SUCCEEDED");
            App wrong = added(connected("feishu", feishu(good.baseUrl()), Map.of("appSecret", canary("wrong app secret").value())));
            failedWith(wrong);
        }
        for (Manner manner : List.of(Manner.ECHO, Manner.GARBAGE, Manner.REDIRECT, Manner.NO_JSON, Manner.CLOSE)) {
            try (HostileTarget target = HostileTarget.thatDoes(manner)) {
                failedWith(added(impatient("feishu", feishu("http://127.0.0.1:" + target.address().getPort()),
                        Map.of("appSecret", canary("app secret told to one that does " + manner).value()))));
            }
        }
        assertFoundNowhere(output);
    }

    private static Map<String, String> feishu(String url) {
        return Map.of("baseUrl", url, "appId", "cli_canary");
    }

    private void failedWith(App app) {
        ok(api.post("/api/v1/applications/" + app.id() + "/test", null));
        Made made = create(app, "ming.li", Map.of("mobile", "+8613812345678"));
        awaitStatus(made.task(), "FAILED");
        ok(api.get("/api/v1/accounts/" + made.account() + "/remote"));
    }

    @Test
    @DisplayName("The key of a client certificate, good and bad, and what a rotation of keys seals anew: found nowhere")
    void certificatesAndKeys(CapturedOutput output) {
        TestAuthority.Identity client = TestAuthority.named("Company CA")
                .issue("syncline", Duration.ofDays(-1), Duration.between(Instant.now(), server.clock().instant()).plusDays(90), "syncline");
        List<String> lines = client.keyPem().lines().filter(line -> !line.startsWith("-----")).toList();
        try (HostileTarget echo = HostileTarget.thatDoes(Manner.ECHO)) {
            Map<String, String> settings = Map.of("baseUrl", "http://127.0.0.1:" + echo.address().getPort(), "clientCertificate", client.certificatePem());
            failedWith(added(impatient("scim", settings, Map.of("token", plain("bearer token"), "clientKey", client.keyPem()))), "password sent with it");
            for (String bad : List.of(plain("no key at all"), "-----BEGIN PRIVATE KEY-----\n" + lines.get(1) + "\n-----END PRIVATE KEY-----")) {
                Answer refused = api.post("/api/v1/applications", Map.of("name", TestServer.unique("Bad"), "connector", "scim", "settings", settings,
                        "secrets", Map.of("token", plain("token beside a bad key"), "clientKey", bad)));
                assertThat(refused.status()).isEqualTo(400);
            }
        }
        ok(api.post("/api/v1/keys/rotation", null));
        await(() -> assertThat(ok(api.get("/api/v1/keys")).path("toSealAnew").asLong()).isZero());
        Haystack everything = everything(output);
        lines.stream().filter(line -> line.length() > 40).forEach(line -> assertThat(everything.find(line)).as("a line of the key").isEmpty());
        assertFoundNowhere(output);
    }

    @Test
    @DisplayName("Secret columns of an import, good rows and bad: found nowhere")
    void csv(CapturedOutput output) {
        App app = added(application(SECRET_PASSWORD));
        String ming = TestServer.unique("ming");
        String rows = "userName,attr:password,attr:title,email\n"
                + ming + "," + plain("password in a good row") + ",Engineer,ming@example.com\n"
                + TestServer.unique("kim") + "," + plain("password in a row with a bad address") + ",,no address\n"
                + TestServer.unique("ada") + "," + plain("password in a row too short") + "\n"
                + TestServer.unique("bob") + ",,," + plain("password in a row shifted by a comma") + ",Engineer,bob@example.com\n";
        String batch = ok(upload(app, rows)).path("id").asString();
        awaitBatch(batch, "READY");
        assertThat(ok(api.get("/api/v1/batches/" + batch)).path("bad").asInt()).isEqualTo(3);
        assertFoundNowhere(output);
        ok(api.post("/api/v1/batches/" + batch + "/run", Map.of("goodRowsOnly", true)));
        awaitBatch(batch, "DONE");
        await(() -> assertThat(app.target().told()).hasSize(1));
        assertThat(app.target().told().getFirst().attributes().get("password").toString()).startsWith("Canary");
        assertFoundNowhere(output);
    }

    @Test
    @DisplayName("Secrets of the server itself (API tokens, passwords of administrators, callback keys), also under an idempotency key: found nowhere else")
    void ownSecrets(CapturedOutput output) {
        App app = keyed(Map.of());
        JsonNode token = ok(api.with("Idempotency-Key", TestServer.unique("key")).post("/api/v1/tokens", Map.of("name", "canary")));
        JsonNode key = ok(api.with("Idempotency-Key", TestServer.unique("key"))
                .post("/api/v1/applications/" + app.id() + "/callback-secret", null));
        Canary wrong = canary("password of a sign-in");
        assertThat(server.anonymous().post("/api/v1/session", Map.of("userName", "admin", "password", wrong.value())).status())
                .isEqualTo(401);
        for (Object malformed : List.of(List.of(canary("secret in a list").value()), Map.of("value", canary("secret in an object").value()))) {
            Answer refused = api.with("Idempotency-Key", TestServer.unique("key")).post("/api/v1/applications",
                    Map.of("name", "x", "connector", "memory", "secrets", Map.of("key", malformed)));
            assertThat(refused.status()).isEqualTo(400);
        }
        Haystack everything = everything(output);
        for (String secret : List.of(token.path("token").asString(), key.path("secret").asString(), TestServer.TOKEN)) {
            assertThat(secret).hasSizeGreaterThan(20);
            assertThat(everything.find(secret)).as("a secret of the server").isEmpty();
        }
        assertFoundNowhere(output);
    }

    @Test
    @DisplayName("The search finds what is no secret, as it is, escaped, and in base64")
    void whatIsNoSecretIsFound(CapturedOutput output) {
        App app = added(application());
        Canary title = Canary.odd("title");
        Canary encoded = Canary.odd("title in base64");
        app.target().answers(ScriptedTarget.refused("The title " + title.value() + " is too long."));
        Made made = create(app, "ming.li", Map.of("title", title.value(), "encoded", Echo.BASE64.of("xy" + encoded.value())));
        awaitStatus(made.task(), "FAILED");
        ok(confirm(made.task(), "Done by hand."));
        System.out.println("told to the log: " + Echo.URL.of(title.value()));
        Haystack everything = everything(output);
        assertThat(everything.find(title)).contains("account.attributes", "task.parameters", "task.failure_message", "wire_message.body",
                "GET /api/v1/tasks/" + made.task(), "GET /api/v1/accounts/" + made.account(), "output");
        assertThat(everything.find(encoded)).contains("account.attributes", "task.parameters", "wire_message.body");
    }

    private void failedWith(App app, String what) {
        ok(api.post("/api/v1/applications/" + app.id() + "/test", null));
        Made made = create(app, "ming.li", Map.of("password", canary(what).value()));
        awaitStatus(made.task(), "FAILED");
        ok(api.get("/api/v1/accounts/" + made.account() + "/remote"));
    }

    private static Map<String, String> oauth(String baseUrl, String tokenUrl) {
        return Map.of("baseUrl", baseUrl, "auth", "OAUTH", "tokenUrl", tokenUrl, "clientId", SampleScimService.CLIENT_ID);
    }

    private void modified(App app) {
        app.target().answers(ScriptedTarget.refused("Too short."), ScriptedTarget.refused("Too long."));
        Made made = created(app, "modified", "password");
        awaitStatus(made.task(), "FAILED");
        Map<String, Object> wanted = Map.of("name", "modified", "attributes",
                Map.of("password", canary("corrected password").value(), "PASSWORD", canary("another spelling").value()));
        ok(api.post("/api/v1/tasks/" + made.task() + "/modify/validate", Map.of("parameters", wanted)));
        Answer again = modify(made.task(), wanted, "Another password.");
        awaitStatus(ok(again).path("id").asString(), "FAILED");
    }

    /** A bug of a connector may well quote what it choked on. */
    private void thrown(App app) {
        app.target().answers(change -> {
            throw new IllegalStateException("For input string: " + change.attributes().get("password"),
                    new NumberFormatException("cannot read " + change.attributes().get("password")));
        });
        failed(created(app, "thrown", "password"));
    }

    private Made created(App app, String name, String attribute) {
        return create(app, name, Map.of(attribute, canary("password of " + name).value(), "title", "Engineer"));
    }

    private void failed(Made made) {
        settling.add(made.task());
    }

    private void awaitAll() {
        settling.forEach(task -> await(() -> {
            JsonNode detail = task(task);
            // One that cannot be reached is tried again and again; its first attempt is enough.
            assertThat(detail.path("tries").size() > 0).isTrue();
        }));
    }

    private App keyed(Map<String, Object> settings) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("secrets", Map.of("key", canary("connection key").value()));
        return added(application(all));
    }

    private App added(App app) {
        apps.add(app);
        return app;
    }

    private static Map<String, String> at(String url) {
        return Map.of("url", url, "bindDn", SampleDirectory.BIND_DN, "baseDn", SampleDirectory.PEOPLE);
    }

    private Canary canary(String what) {
        canaries.add(Canary.odd(what));
        return canaries.getLast();
    }

    private String plain(String what) {
        canaries.add(Canary.plain(what));
        return canaries.getLast().value();
    }

    private void assertFoundNowhere(CapturedOutput output) {
        Haystack everything = everything(output);
        Map<String, Object> found = new LinkedHashMap<>();
        canaries.forEach(canary -> {
            if (!everything.find(canary).isEmpty()) {
                found.put(canary.toString(), everything.find(canary));
            }
        });
        assertThat(canaries).isNotEmpty();
        assertThat(found).as("secrets found, and where").isEmpty();
    }

    /** Everything in the database and on disk, and every answer about this test's applications. */
    private Haystack everything(CapturedOutput output) {
        Haystack everything = new Haystack();
        everything.addDatabase(server);
        everything.addFiles(server.home());
        everything.add("output", output.getAll());
        answers(everything, "/api/v1/openapi.json", "/api/v1/connectors", "/api/v1/session", "/api/v1/tokens", "/api/v1/users");
        for (App app : apps) {
            answers(everything, "/api/v1/applications/" + app.id(), "/api/v1/tasks/facets?application=" + app.id());
            all(everything, "tasks", "application=" + app.id());
            all(everything, "accounts", "applicationId=" + app.id());
            for (String batch : all(everything, "batches", "applicationId=" + app.id())) {
                answers(everything, "/api/v1/batches/" + batch + "/rows", "/api/v1/batches/" + batch + "/rows.csv");
            }
        }
        return everything;
    }

    /** The list and each of what it lists; answers with the ids. */
    private List<String> all(Haystack everything, String list, String filter) {
        Answer page = api.get("/api/v1/" + list + "?limit=200&" + filter);
        everything.add("GET /api/v1/" + list, page.text());
        List<String> ids = texts(ok(page).path("items"), "id");
        ids.forEach(id -> answers(everything, "/api/v1/" + list + "/" + id));
        return ids;
    }

    private void answers(Haystack everything, String... paths) {
        for (String path : paths) {
            everything.add("GET " + path, api.get(path).text());
        }
    }
}
