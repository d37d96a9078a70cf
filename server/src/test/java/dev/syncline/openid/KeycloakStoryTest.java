package dev.syncline.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.KeycloakServer;
import dev.syncline.fixtures.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sign-in with OpenID Connect at a real Keycloak. */
class KeycloakStoryTest {

    private static final String SETTINGS = "/api/v1/sign-in/openid/settings";
    private static final String SECRET = "the-secret-of-the-client-0123456789";
    private static final String PASSWORD = "a password at the provider";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static KeycloakServer keycloak;
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start();
        try (InputStream realm = KeycloakStoryTest.class.getResourceAsStream("/keycloak-realm.json")) {
            keycloak = KeycloakServer.start("company", new String(realm.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@SECRET@", SECRET).replace("@PASSWORD@", PASSWORD));
        }
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
        server.close();
    }

    @BeforeEach
    void usualSettings() {
        server.database().jdbc().sql("delete from administrator where openid_subject is not null").update();
        set(Map.of());
    }

    @Test
    void theSignInPageOffersItAndRolesComeFromClaims() {
        assertThat(server.anonymous().get("/api/v1/sign-in/openid").field("name")).isEqualTo("Company login");
        Browser ada = new Browser();
        HttpResponse<String> in = ada.get(ada.signInAtProvider(server.url(), "/users?q=ming", "ada", PASSWORD));
        assertThat(Browser.location(in)).isEqualTo(server.url() + "/users?q=ming");
        assertThat(in.headers().allValues("Set-Cookie").toString()).contains("syncline_session=", "HttpOnly", "SameSite=Strict");
        JsonNode session = session(ada);
        assertThat(session.at("/user/userName").asString()).isEqualTo("ada");
        assertThat(session.at("/user/displayName").asString()).isEqualTo("Ada Byron");
        assertThat(session.get("rights").toString()).contains("ADMINISTER_ACCESS");
        Browser olga = new Browser();
        olga.get(olga.signInAtProvider(server.url(), null, "olga", PASSWORD));
        assertThat(session(olga).get("rights").toString()).contains("RETRY").doesNotContain("ADMINISTER_ACCESS");
    }

    @Test
    void rolesFollowTheMappingAtTheNextSignIn() {
        Browser ada = new Browser();
        ada.get(ada.signInAtProvider(server.url(), null, "ada", PASSWORD));
        set(Map.of("roleMapping", List.of(Map.of("value", "syncline-admins", "role", "AUDITOR"))));
        ada.get(ada.signInAtProvider(server.url(), null, "ada", PASSWORD));
        assertThat(session(ada).get("rights").toString()).contains("SEE_AUDIT").doesNotContain("ADMINISTER_ACCESS");
        set(Map.of("roleMapping", List.of()));
        assertThat(refused(ada, "ada")).isEqualTo("NO_ROLE");
        assertThat(ada.get(server.url() + "/api/v1/session").statusCode()).as("the sessions from before").isEqualTo(401);
    }

    @Test
    void unknownPeopleAreRefusedUnlessTheyAreToBeMade() {
        set(Map.of("unknownPeople", "REFUSE"));
        assertThat(refused(new Browser(), "ada")).isEqualTo("UNKNOWN");
        assertThat(server.database().jdbc().sql("select reason from audit_entry where act = 'sign-in' order by id desc limit 1").query(String.class).single())
                .isEqualTo("OpenID Connect: UNKNOWN");
        Map<String, Object> made = Map.of("userName", "ada", "displayName", "Ada, made before", "roles", List.of("VIEWER"));
        if (server.api().post("/api/v1/administrators", made).status() == 201) {
            Browser ada = new Browser();
            ada.get(ada.signInAtProvider(server.url(), null, "ada", PASSWORD));
            assertThat(session(ada).at("/user/displayName").asString()).isEqualTo("Ada, made before");
        }
    }

    @Test
    void nobodyTakesOverALocalAdministratorByName() {
        server.database().jdbc().sql("update administrator set must_change = false where user_name = 'admin'").update();
        assertThat(refused(new Browser(), "admin")).isEqualTo("NAME_TAKEN");
    }

    @Test
    void aUserComesToThePortal() {
        String name = TestServer.unique("ming");
        server.api().post("/api/v1/users", Map.of("userName", name, "displayName", "Ming Li", "email", "Ming@Example.com"));
        assertThat(refused(new Browser(), "ming")).as("without a claim for the portal").isEqualTo("NO_ROLE");
        set(Map.of("userClaim", "email", "userAttribute", "EMAIL"));
        Browser ming = new Browser();
        ming.get(ming.signInAtProvider(server.url(), "/portal/access", "ming", PASSWORD));
        JsonNode session = session(ming);
        assertThat(session.get("kind").asString()).isEqualTo("USER");
        assertThat(session.at("/user/userName").asString()).isEqualTo(name);
        assertThat(ming.get(server.url() + "/api/v1/portal/requests").statusCode()).isEqualTo(200);
        assertThat(ming.get(server.url() + "/api/v1/users").statusCode()).isEqualTo(403);
    }

    @Test
    void signingOutHereSignsOutThereToo() {
        Browser ada = new Browser();
        ada.get(ada.signInAtProvider(server.url(), null, "ada", PASSWORD));
        String again = ada.signInAtProvider(server.url(), null, "nobody", "not needed: the provider still knows the browser");
        ada.get(again);
        HttpResponse<String> out = ada.delete(server.url() + "/api/v1/session");
        assertThat(out.statusCode()).isEqualTo(200);
        String onwards = JSON.readTree(out.body()).get("continueAt").asString();
        assertThat(onwards).startsWith(keycloak.issuer()).contains("id_token_hint=");
        assertThat(Browser.location(ada.get(onwards))).isEqualTo(server.url() + "/sign-in");
        assertThat(ada.get(server.url() + "/api/v1/session").statusCode()).isEqualTo(401);
        assertThat(ada.get(Browser.location(ada.get(server.url() + "/api/v1/sign-in/openid/start"))).statusCode()).as("it asks again").isEqualTo(200);
    }

    @Test
    void onlyTheBrowserThatBeganCanEndItAndOnlyOnce() {
        Browser ada = new Browser();
        String callback = ada.signInAtProvider(server.url(), null, "ada", PASSWORD);
        assertThat(Browser.location(new Browser().get(callback))).as("another browser").endsWith("/sign-in?refused=EXPIRED");
        assertThat(Browser.location(ada.get(callback))).isEqualTo(server.url() + "/");
        assertThat(Browser.location(ada.get(callback))).as("twice").endsWith("/sign-in?refused=EXPIRED");
    }

    @Test
    void itEndsAfterTenMinutes() {
        Browser ada = new Browser();
        String callback = ada.signInAtProvider(server.url(), null, "ada", PASSWORD);
        server.clock().advance(Duration.ofMinutes(10));
        assertThat(Browser.location(ada.get(callback))).endsWith("/sign-in?refused=EXPIRED");
    }

    @Test
    void aForgedCodeIsRefusedByTheProvider() {
        Browser ada = new Browser();
        String callback = ada.signInAtProvider(server.url(), null, "ada", PASSWORD).replaceFirst("code=[^&]+", "code=forged");
        assertThat(Browser.location(ada.get(callback))).endsWith("/sign-in?refused=PROVIDER");
    }

    @Test
    void nobodyIsLedElsewhere() {
        for (String elsewhere : List.of("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)")) {
            Browser ada = new Browser();
            assertThat(Browser.location(ada.get(ada.signInAtProvider(server.url(), elsewhere, "ada", PASSWORD)))).isEqualTo(server.url() + "/");
        }
    }

    @Test
    void theRequestHasStateNonceAndCodeChallenge() {
        String at = Browser.location(new Browser().get(server.url() + "/api/v1/sign-in/openid/start"));
        assertThat(at).contains("response_type=code", "state=", "nonce=", "code_challenge=", "code_challenge_method=S256").doesNotContain(SECRET);
    }

    @Test
    void aTestSaysWhatIsWrong() {
        assertThat(test(Map.of()).get("ok").asBoolean()).isTrue();
        assertThat(test(Map.of("clientSecret", "wrong")).at("/steps/2/sentence").asString()).contains("does not take client id and secret", "unauthorized_client");
        assertThat(test(Map.of("clientId", "nobody")).at("/steps/2/sentence").asString()).contains("invalid_client");
        assertThat(test(Map.of("issuer", keycloak.issuer() + "/")).at("/steps/0/sentence").asString()).contains("names another issuer", keycloak.issuer());
        assertThat(test(Map.of("issuer", keycloak.issuer() + "x")).at("/steps/0/sentence").asString()).contains("answered 404");
        assertThat(test(Map.of("issuer", "http://localhost:1")).at("/steps/0/sentence").asString()).contains("no connection to localhost:1");
        Answer refused = server.api().post(SETTINGS + "/test", with(Map.of("issuer", "http://sso.example.com")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.field("detail")).contains("https");
    }

    @Test
    void theClientSecretIsSealedAndNeverAnswered() {
        Answer read = server.api().get(SETTINGS);
        assertThat(read.json().get("hasClientSecret").asBoolean()).isTrue();
        assertThat(read.text()).doesNotContain(SECRET);
        assertThat(read.field("redirectUri")).isEqualTo(server.url() + "/api/v1/sign-in/openid/callback");
        String stored = server.database().jdbc().sql("select s::text || encode(sealed_client_secret, 'escape') from openid_settings s").query(String.class).single();
        assertThat(stored).doesNotContain(SECRET);
    }

    @Test
    void switchedOffThereIsNoWay() {
        set(Map.of("enabled", false));
        assertThat(server.anonymous().get("/api/v1/sign-in/openid").json().path("name").isNull()).isTrue();
        assertThat(Browser.location(new Browser().get(server.url() + "/api/v1/sign-in/openid/start"))).endsWith("/sign-in?refused=OFF");
    }

    private static String refused(Browser browser, String user) {
        String at = Browser.location(browser.get(browser.signInAtProvider(server.url(), null, user, PASSWORD)));
        assertThat(at).contains("/sign-in?refused=");
        return at.substring(at.indexOf('=') + 1);
    }

    private static JsonNode session(Browser browser) {
        HttpResponse<String> answer = browser.get(server.url() + "/api/v1/session");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode test(Map<String, Object> differing) {
        Map<String, Object> body = with(differing);
        if (!differing.containsKey("clientSecret") && !differing.containsKey("issuer")) {
            body.remove("clientSecret");
        }
        Answer answer = server.api().post(SETTINGS + "/test", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static void set(Map<String, Object> differing) {
        ApiClient api = server.api().ifMatch(server.api().get(SETTINGS).header("ETag"));
        Answer answer = api.put(SETTINGS, with(differing));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static Map<String, Object> with(Map<String, Object> differing) {
        Map<String, Object> body = new HashMap<>(Map.of("enabled", true, "name", "Company login", "issuer", keycloak.issuer(), "clientId", "syncline",
                "clientSecret", SECRET, "nameClaim", "preferred_username", "roleClaim", "groups", "unknownPeople", "MAKE"));
        body.put("roleMapping", List.of(Map.of("value", "syncline-admins", "role", "ADMINISTRATOR"), Map.of("value", "syncline-operators", "role", "OPERATOR")));
        body.putAll(differing);
        return body;
    }
}
