package dev.syncline.journal;

import dev.syncline.fixtures.Canary;
import dev.syncline.fixtures.Echo;
import dev.syncline.fuzz.Campaign;
import dev.syncline.fuzz.Dice;
import dev.syncline.fuzz.Nasty;
import dev.syncline.fuzz.Shrinking;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A secret value survives in no message, whatever stands around it and however it is encoded. */
class RedactionFuzzTest {

    private static final Canary ODD = Canary.odd("secret with odd characters");
    private static final Canary PLAIN = Canary.plain("secret of letters");

    private final Redactor redactor = new Redactor(List.of(ODD.value(), PLAIN.value()), List.of("phone"));

    @Test
    void secretsSurviveNowhere() {
        new Campaign<>("redaction", RedactionFuzzTest::message, RedactionFuzzTest::smaller, parts -> String.join(" | ", parts)).run(8_000, parts -> {
            String message = String.join("", parts);
            refuse(redactor.body(message));
            refuse(redactor.text(message));
            refuse(redactor.headers(Map.of("X-Echo", List.of(message))).toString());
        });
    }

    private static void refuse(String masked) {
        if (ODD.isIn(masked) || PLAIN.isIn(masked)) {
            throw new AssertionError("still there: " + masked);
        }
    }

    /** What stands before, the secret in some form, and what stands after. */
    private static List<String> message(Dice dice) {
        Canary secret = dice.of(ODD, PLAIN);
        String form = dice.of(Echo.values()).of(secret.value());
        String before = dice.of("", "{\"message\":\"", "{\"a\":[1,\"", "dn: cn=x\nuserPassword: ", "description: ", "a=b&c=", "<error>", "Bearer ", "{\"password\":\"", " ") + (dice.oneIn(2) ? Nasty.text(dice) : "");
        String after = dice.of("", "\"}", "\"]}", "\n", "&d=e", "</error>", " is too short", "\",\"phone\":\"1\"}") + (dice.oneIn(3) ? Nasty.text(dice) : "");
        return List.of(before, form, after);
    }

    private static Stream<List<String>> smaller(List<String> parts) {
        return Stream.concat(Shrinking.text(parts.get(0)).map(less -> List.of(less, parts.get(1), parts.get(2))),
                Shrinking.text(parts.get(2)).map(less -> List.of(parts.get(0), parts.get(1), less)));
    }
}
