package dev.syncline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokenStoryTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aTokenIsMadeUsedAndRevoked() {
        Answer made = server.api().post("/api/v1/tokens", Map.of("name", "nightly import"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1/tokens/" + made.field("id"));
        String value = made.field("token");
        assertThat(server.anonymous().bearer(value).get("/api/v1/session").json().at("/user/userName").asString()).isEqualTo("nightly import");
        Answer listed = server.api().get("/api/v1/tokens");
        assertThat(listed.text()).contains("nightly import").doesNotContain(value);
        assertThat(listed.json().at("/items/0/lastUsedAt").asString("")).isNotEmpty();
        assertThat(server.api().delete("/api/v1/tokens/" + made.field("id")).status()).isEqualTo(204);
        assertThat(server.anonymous().bearer(value).get("/api/v1/session").status()).isEqualTo(401);
        assertThat(server.api().delete("/api/v1/tokens/" + made.field("id")).status()).as("a second time").isEqualTo(404);
    }

    @Test
    void aTokenEndsWhenItExpires() {
        String end = server.clock().instant().plus(Duration.ofDays(1)).toString();
        String value = server.api().post("/api/v1/tokens", Map.of("name", "short", "expiresAt", end)).field("token");
        assertThat(server.anonymous().bearer(value).get("/api/v1/tokens").status()).isEqualTo(200);
        server.clock().advance(Duration.ofDays(1));
        assertThat(server.anonymous().bearer(value).get("/api/v1/tokens").status()).isEqualTo(401);
        Answer past = server.api().post("/api/v1/tokens", Map.of("name", "late", "expiresAt", "2020-01-01T00:00:00Z"));
        assertThat(past.field("detail")).isEqualTo("expiresAt must be in the future.");
    }

    @Test
    void whatATokenMakesEndsNoLaterThanItself() {
        Instant end = server.clock().instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS);
        String value = server.api().post("/api/v1/tokens", Map.of("name", "for an hour", "expiresAt", end.toString())).field("token");
        Answer child = server.anonymous().bearer(value).post("/api/v1/tokens", Map.of("name", "its child"));
        assertThat(Instant.parse(child.field("expiresAt"))).isEqualTo(end);
        Answer later = server.anonymous().bearer(value).post("/api/v1/tokens", Map.of("name", "later", "expiresAt", end.plusSeconds(1).toString()));
        assertThat(later.field("detail")).startsWith("What a token makes ends no later than itself");
    }

    @Test
    void noneLivesLongerThanThePolicyOfSignInSays() {
        Answer policy = server.api().get("/api/v1/sign-in/policy");
        Answer made = server.api().post("/api/v1/tokens", Map.of("name", "without a wish"));
        assertThat(Instant.parse(made.field("expiresAt"))).isEqualTo(server.clock().instant().plus(Duration.ofDays(365)).truncatedTo(ChronoUnit.MICROS));
        assertThat(setLongest(policy, 30).status()).isEqualTo(200);
        Answer tooLong = server.api().post("/api/v1/tokens",
                Map.of("name", "long", "expiresAt", server.clock().instant().plus(Duration.ofDays(31)).toString()));
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.field("detail")).startsWith("An API token lives 30 days at most: choose an end before ");
        assertThat(setLongest(server.api().get("/api/v1/sign-in/policy"), null).status()).isEqualTo(200);
        assertThat(server.api().post("/api/v1/tokens", Map.of("name", "for ever")).json().path("expiresAt").isNull()).isTrue();
    }

    private static Answer setLongest(Answer policy, Integer days) {
        Map<String, Object> body = new HashMap<>(Map.of("shortestPassword", 12, "secondFactorRequired", false, "idleMinutes", 30, "longestMinutes", 720));
        body.put("longestTokenDays", days);
        return server.api().ifMatch(policy.header("ETag")).put("/api/v1/sign-in/policy", body);
    }

    @Test
    void onlyItsHashIsStored() {
        String value = server.api().post("/api/v1/tokens", Map.of("name", "hashed")).field("token");
        String stored = server.database().jdbc().sql("select string_agg(t::text, '') from api_token t").query(String.class).single();
        assertThat(stored).doesNotContain(value).doesNotContain(TestServer.TOKEN);
    }

    @Test
    void theBootstrapTokenCountsOnlyOnAnEmptyDatabase() {
        try (TestServer second = TestServer.beside(server, "syncline.bootstrap-token=another-token-that-comes-too-late")) {
            assertThat(second.anonymous().bearer("another-token-that-comes-too-late").get("/api/v1/tokens").status()).isEqualTo(401);
            assertThat(second.api().get("/api/v1/tokens").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tokens", "/api/v1/session", "/api/v1/openapi.json", "/api/v1/whatever", "/actuator", "/actuator/env",
        "/api", "/api/v1/../v1/tokens"})
    void everythingElseIsRefused(String path) {
        Answer refused = server.anonymous().get(path);
        assertThat(refused.status()).as(refused.toString()).isIn(400, 401);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        Answer wrong = server.anonymous().bearer("syncline_guess").get(path);
        assertThat(wrong.status()).isEqualTo(refused.status());
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health/readiness,200", "/actuator/health/liveness,200", "/assets/none.js,404"})
    void someIsForEverybody(String path, int status) {
        assertThat(server.anonymous().get(path).status()).isEqualTo(status);
    }

    @Test
    void aPasswordCannotBeChangedWithAToken() {
        Answer refused = server.api().post("/api/v1/session/password", Map.of("currentPassword", "a", "newPassword", "b"));
        assertThat(refused.status()).isEqualTo(403);
    }
}
