package dev.syncline.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fuzz.Campaign;
import dev.syncline.fuzz.Dice;
import dev.syncline.fuzz.Nasty;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Any message is judged; only one that was signed with the key is genuine. */
class MessageFuzzTest {

    private static final Optional<String> SECRET = Optional.of("whsec_" + Base64.getEncoder().encodeToString("a key of twenty-four byt".getBytes(StandardCharsets.UTF_8)));
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final byte[] BODY = "{\"status\":\"succeeded\"}".getBytes(StandardCharsets.UTF_8);
    private static final String RIGHT = Signature.of(SECRET.orElseThrow(), "m-1", NOW, BODY);

    @Test
    void signatures() {
        Campaign.ofTexts("signature", MessageFuzzTest::signature).run(4_000, signature -> {
            Signature.Finding finding = Signature.check(SECRET, "m-1", String.valueOf(NOW.getEpochSecond()), signature, BODY, NOW);
            if (finding instanceof Signature.Finding.Genuine) {
                // One of them is right, but for bits of its last letter that Base64 does not use.
                assertThat(Stream.of(signature.split(" "))).anyMatch(one -> one.startsWith(RIGHT.substring(0, RIGHT.length() - 2)));
            } else {
                assertThat(List.of(signature.split(" "))).doesNotContain(RIGHT);
            }
        });
    }

    @Test
    void timestampsAndIds() {
        Campaign.ofTexts("timestamp", Nasty::text).run(2_000, text -> {
            assertThat(Signature.check(SECRET, "m-1", text, RIGHT, BODY, NOW)).isInstanceOf(Signature.Finding.Forged.class);
            assertThat(Signature.check(SECRET, text, String.valueOf(NOW.getEpochSecond()), RIGHT, BODY, NOW)).isInstanceOf(Signature.Finding.Forged.class);
        });
    }

    @Test
    void bodies() {
        JsonMapper json = JsonMapper.builder().build();
        Campaign.ofBytes("callback", MessageFuzzTest::body).run(6_000, body -> assertThat(Answer.parse(json, body)).isNotNull());
    }

    private static String signature(Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> Nasty.text(dice);
            case 1 -> new String(Nasty.damaged(dice, RIGHT.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
            case 2 -> "v1," + Base64.getEncoder().encodeToString(dice.bytes(32));
            default -> "v1,x " + RIGHT + dice.of("", " v1a,", "=", "A");
        };
    }

    private static byte[] body(Dice dice) {
        String text = dice.of("{\"status\":\"failed\",\"message\":\"x\",\"remoteId\":\"r\"}", "{\"status\":\"succeeded\",\"more\":{\"a\":[1,2]}}", "[1]", "{\"status\":" + Nasty.soup(dice, 20) + "}",
                "[".repeat(dice.of(10, 400, 5_000)));
        return Nasty.damaged(dice, text.getBytes(StandardCharsets.UTF_8));
    }
}
