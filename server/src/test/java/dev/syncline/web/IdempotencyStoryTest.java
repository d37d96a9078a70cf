package dev.syncline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyStoryTest {

    private static final Map<String, Object> BODY = Map.of("name", "a", "count", 1);

    private static TestServer server;
    private ApiClient keyed;
    private int before;

    @BeforeAll
    static void start() {
        server = TestServer.start("test.echo=true");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void freshKey() {
        keyed = server.api().with("Idempotency-Key", UUID.randomUUID().toString());
        before = EchoController.DONE.get();
    }

    private int done() {
        return EchoController.DONE.get() - before;
    }

    @Test
    void aRepetitionIsDoneOnceAndGetsTheFirstAnswer() {
        Answer first = keyed.post("/api/v1/echo", BODY);
        Answer again = keyed.post("/api/v1/echo", BODY);
        assertThat(done()).isEqualTo(1);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void aKeyBelongsToOneRequest() {
        keyed.post("/api/v1/echo", BODY);
        Answer other = keyed.post("/api/v1/echo", Map.of("name", "b", "count", 1));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.field("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void aKeyBelongsToOneCaller() {
        keyed.post("/api/v1/echo", BODY);
        String token = server.api().post("/api/v1/tokens", Map.of("name", TestServer.unique("other"))).field("token");
        assertThat(keyed.bearer(token).post("/api/v1/echo", BODY).header("Idempotent-Replayed")).isNull();
        assertThat(done()).isEqualTo(2);
    }

    @Test
    void aRefusalIsRepeatedToo() {
        Answer first = keyed.post("/api/v1/echo", "{}");
        Answer again = keyed.post("/api/v1/echo", "{}");
        assertThat(first.status()).isEqualTo(400);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void anErrorOfOurOwnMayBeTriedAgain() {
        assertThat(keyed.post("/api/v1/echo/broken", null).status()).isEqualTo(500);
        assertThat(keyed.post("/api/v1/echo/broken", null).status()).isEqualTo(500);
        assertThat(done()).isEqualTo(2);
    }

    @Test
    void whileTheFirstIsUnderWayTheSecondIsToldSo() {
        CountDownLatch hold = new CountDownLatch(1);
        EchoController.hold = hold;
        try {
            CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> keyed.post("/api/v1/echo", BODY));
            await().atMost(Duration.ofSeconds(60)).until(() -> server.database().jdbc()
                    .sql("select exists (select from idempotency_key where status is null)").query(Boolean.class).single());
            Answer second = keyed.post("/api/v1/echo", BODY);
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.field("code")).isEqualTo("CONFLICT");
            hold.countDown();
            assertThat(first.join().status()).isEqualTo(201);
        } finally {
            hold.countDown();
        }
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void anAnswerWithASecretIsNotKept() {
        assertThat(keyed.post("/api/v1/echo/secret", null).text()).contains("the one-time value");
        Answer again = keyed.post("/api/v1/echo/secret", null);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.field("detail")).contains("shown only once");
        assertThat(done()).isEqualTo(1);
        String stored = server.database().jdbc().sql("select string_agg(k::text, '') from idempotency_key k").query(String.class).single();
        assertThat(stored).doesNotContain("the one-time value");
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        keyed.post("/api/v1/echo", BODY);
        server.clock().advance(Duration.ofHours(25));
        assertThat(keyed.post("/api/v1/echo", BODY).header("Idempotent-Replayed")).isNull();
        assertThat(done()).isEqualTo(2);
    }
}
