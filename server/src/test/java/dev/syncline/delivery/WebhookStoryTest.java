package dev.syncline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.syncline.fixtures.TestServer;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Messages over a webhook arrive signed, and arrive although a receiver fails, hangs or answers nonsense, or a server dies. */
class WebhookStoryTest extends ChannelStory {

    @Test
    void aTestMessageArrivesSignedAsStandardWebhooksSays() throws Exception {
        try (Receiver receiver = Receiver.webhook()) {
            String channel = channel("WEBHOOK", Map.of("url", receiver.url()), Map.of("signingSecret", KEY, "authorization", "Bearer let-me-in"));
            JsonNode result = test(channel);
            assertThat(result.path("sent").asBoolean()).isTrue();
            assertThat(result.path("message").asString()).isEqualTo("The webhook answered 204.");
            Receiver.Told told = receiver.told().getFirst();
            new Webhook(KEY).verify(told.body(), HttpHeaders.of(told.headers(), (_, _) -> true).map());
            assertThat(told.header("webhook-id")).isEqualTo(result.path("deliveryId").asString());
            assertThat(told.header("Authorization")).isEqualTo("Bearer let-me-in");
            assertThat(told.json().path("type").asString()).isEqualTo("notification.test");
            assertThat(told.json().at("/data/title").asString()).isEqualTo("Test message");
            assertThat(awaitDelivery(channel, "SENT", 1).at("/message/type").asString()).isEqualTo("TEST");
        }
    }

    @Test
    void aReceiverThatIsDownForAWhileGetsTheSameMessageOnceItIsBack() {
        try (Receiver receiver = Receiver.webhook()) {
            String channel = webhook(receiver);
            receiver.answers(500, "{\"message\":\"out of memory\"}").answers(503, "");
            tell(channel, "Payroll: 40 % of tasks fail");
            JsonNode waiting = awaitDelivery(channel, "PENDING", 1);
            assertThat(waiting.path("result").asString()).contains("answered 500: out of memory.");
            assertThat(receiver.told()).hasSize(1);
            advance(Duration.ofSeconds(31));
            awaitDelivery(channel, "PENDING", 2);
            advance(Duration.ofSeconds(121));
            JsonNode sent = awaitDelivery(channel, "SENT", 3);
            assertThat(receiver.told()).hasSize(3).allSatisfy(told ->
                    assertThat(told.header("webhook-id")).isEqualTo(sent.path("id").asString()));
            assertThat(receiver.told().getFirst().json().at("/data/facts/0/value").asString()).isEqualTo("7");
            assertThat(attempts(sent)).extracting(attempt -> attempt.path("result").asString().contains("answered"))
                    .containsExactly(true, true, true);
        }
    }

    @Test
    void aReceiverThatAsksForAPauseGetsIt() {
        try (Receiver receiver = Receiver.webhook()) {
            String channel = webhook(receiver);
            receiver.answers(429, "", Map.of("Retry-After", "900"));
            tell(channel, "Busy");
            awaitDelivery(channel, "PENDING", 1);
            advance(Duration.ofMinutes(14));
            tell(channel, "Something else");
            awaitDelivery(channel, "SENT", 1);
            assertThat(receiver.told()).hasSize(2);
            advance(Duration.ofMinutes(2));
            await(() -> assertThat(receiver.told()).hasSize(3));
            assertThat(receiver.told().get(2).header("webhook-id")).isEqualTo(receiver.told().getFirst().header("webhook-id"));
        }
    }

    @Test
    void oneThatNeverTakesItIsGivenUpAndCanBeSentAgain() {
        try (Receiver receiver = Receiver.webhook()) {
            String channel = webhook(receiver);
            IntStream.range(0, Schedule.MOST_ATTEMPTS).forEach(_ -> receiver.answers(404, "<html>no such page</html>"));
            tell(channel, "Lost");
            for (int attempt = 1; attempt < Schedule.MOST_ATTEMPTS; attempt++) {
                awaitDelivery(channel, "PENDING", attempt);
                advance(Duration.ofHours(16));
            }
            JsonNode lost = awaitDelivery(channel, "GIVEN_UP", Schedule.MOST_ATTEMPTS);
            assertThat(lost.path("result").asString()).contains("answered 404");
            ok(api.post(PATH + "/deliveries/" + lost.path("id").asString() + "/send-again", null));
            JsonNode sent = awaitDelivery(channel, "SENT", Schedule.MOST_ATTEMPTS + 1);
            assertThat(api.post(PATH + "/deliveries/" + sent.path("id").asString() + "/send-again", null).status()).isEqualTo(409);
        }
    }

    @Test
    void oneThatHangsHoldsUpNobodyElse() {
        try (Receiver hanging = Receiver.webhook(); Receiver well = Receiver.webhook()) {
            hanging.hang();
            String stuck = webhook(hanging);
            String good = webhook(well);
            tell(stuck, "One");
            await(() -> assertThat(hanging.told()).hasSize(1));
            tell(good, "Two");
            awaitDelivery(good, "SENT", 1);
            JsonNode one = awaitDelivery(stuck, "PENDING", 1);
            assertThat(one.path("result").asString()).contains("did not answer within 10000 ms").contains("not known");
        }
    }

    @Test
    void noPartOfAHeaderOrOfTheSigningKeyIsKeptWhenTheReceiverRepeatsIt() {
        String basic = Base64.getEncoder().encodeToString("syncline:open-sesame".getBytes(StandardCharsets.UTF_8));
        Map<String, String> said = Map.of("Bearer let-me-in", "let-me-in", "Basic " + basic, basic + " or open-sesame");
        said.forEach((authorization, repeated) -> {
            try (Receiver receiver = Receiver.webhook()) {
                String channel = channel("WEBHOOK", Map.of("url", receiver.url()), Map.of("signingSecret", KEY, "authorization", authorization));
                receiver.answers(400, "{\"message\":\"not with " + repeated + " and " + KEY.substring("whsec_".length()) + "\"}");
                tell(channel, "Lost");
                assertThat(awaitDelivery(channel, "PENDING", 1).path("result").asString())
                        .contains("not with ********").contains("and ********").doesNotContain("let-me-in").doesNotContain("sesame").doesNotContain(basic);
            }
        });
    }

    @Test
    void redirectsAreNotFollowedAndNonsenseIsNoAnswer() {
        try (Receiver elsewhere = Receiver.webhook(); Receiver receiver = Receiver.webhook()) {
            receiver.answers(302, "", Map.of("Location", elsewhere.url()));
            String channel = webhook(receiver);
            assertThat(test(channel).path("message").asString()).contains("answered 302").contains("never followed");
            assertThat(elsewhere.told()).isEmpty();
        }
        String nobody = channel("WEBHOOK", Map.of("url", "http://127.0.0.1:1/"), Map.of("signingSecret", KEY));
        JsonNode refused = test(nobody);
        assertThat(refused.path("sent").asBoolean()).isFalse();
        assertThat(refused.path("message").asString()).startsWith("The target takes no connection");
    }

    @Test
    void whatAServerHadInHandWhenItDiedIsSentAgainWithTheSameId() {
        try (Receiver receiver = Receiver.webhook()) {
            String channel = webhook(receiver);
            UUID id = dying(channel);
            advance(Duration.ofSeconds(2));
            JsonNode sent = awaitDelivery(channel, "SENT", 2);
            assertThat(sent.path("id").asString()).isEqualTo(id.toString());
            assertThat(receiver.told().getFirst().header("webhook-id")).isEqualTo(id.toString());
            assertThat(attempts(sent).getFirst().path("result").asString()).contains("The server stopped while it was sending");
        }
    }

    /** A message as a server leaves it that is killed between the beginning of an attempt and its end. */
    private static UUID dying(String channel) {
        UUID id = UUID.randomUUID();
        Channel to = server.bean(Channels.class).get(UUID.fromString(channel));
        Message message = new Message(Message.Type.OPENED, Severity.INFO, server.clock().instant(), "Dying", List.of(), List.of(), null, "A rule", Map.of());
        // Far in the future until the claim below, so that nobody else comes first.
        server.bean(OutboxRepository.class).insert(id, new NewDelivery(to, UUID.randomUUID(), "A rule", message), 8,
                server.clock().instant().plus(Duration.ofDays(1)));
        Timestamp now = Timestamp.from(server.clock().instant());
        server.database().jdbc().sql("""
                with killed as (
                    update notification_delivery set status = 'SENDING', attempts = 1, next_try_at = null, lease_holder = gen_random_uuid(),
                        lease_until = :now
                    where id = :id returning id)
                insert into notification_attempt (delivery_id, number, began_at) select id, 1, :now from killed""")
                .param("now", now).param("id", id).update();
        return id;
    }

    @Test
    void severalServersSendEveryMessageOnce() {
        try (Receiver receiver = Receiver.webhook(); TestServer other = TestServer.beside(server)) {
            List<String> channels = IntStream.range(0, 4).mapToObj(_ -> webhook(receiver)).toList();
            IntStream.range(0, 40).forEach(i -> {
                tell(channels.get(i % 4), "Message " + i);
                other.bean(DeliveryWork.class).sendWhatIsDue();
            });
            await(() -> assertThat(receiver.told().stream().map(told -> told.header("webhook-id")).distinct()).hasSize(40));
            channels.forEach(channel -> awaitDelivery(channel, "SENT", 1));
            assertThat(receiver.told()).hasSize(40);
        }
    }

    @Test
    void aChannelThatIsSwitchedOffGivesUpWhatWaitsForItAndGetsNothingMore() {
        try (Receiver receiver = Receiver.webhook()) {
            String channel = webhook(receiver);
            receiver.answers(500, "");
            tell(channel, "Waiting");
            awaitDelivery(channel, "PENDING", 1);
            JsonNode kept = ok(api.get(PATH + "/channels/" + channel));
            ok(api.ifMatch("\"1\"").put(PATH + "/channels/" + channel,
                    Map.of("name", kept.path("name").asString(), "kind", "WEBHOOK", "enabled", false, "settings", Map.of("url", receiver.url()))));
            assertThat(newest(channel).path("result").asString()).contains("switched off");
            tell(channel, "Nobody hears");
            assertThat(newest(channel).at("/message/title").asString()).isEqualTo("Waiting");
            assertThat(test(channel).path("sent").asBoolean()).as("it can be tried out all the same").isTrue();
        }
    }
}
