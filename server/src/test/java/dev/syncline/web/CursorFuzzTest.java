package dev.syncline.web;

import dev.syncline.fuzz.Campaign;
import dev.syncline.fuzz.Dice;
import dev.syncline.fuzz.Nasty;
import dev.syncline.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Any cursor is one of ours, or refused. */
class CursorFuzzTest {

    @Test
    void cursors() {
        Campaign.ofTexts("cursor", CursorFuzzTest::cursor).run(6_000, text -> {
            try {
                Cursor cursor = Cursor.decode(text, 2);
                if (cursor != null) {
                    cursor.number(0);
                    cursor.instant(0);
                    cursor.uuid(1);
                }
            } catch (ProblemException refused) {
                // as it should be
            }
        });
    }

    private static String cursor(Dice dice) {
        String good = dice.oneOf(() -> Cursor.of(dice.anyLong(), new UUID(dice.anyLong(), 7)), () -> Cursor.of(Nasty.text(dice), Nasty.text(dice)),
                () -> Cursor.of("2026-11-28T00:00:00Z", Nasty.text(dice))).encode();
        return dice.oneIn(3) ? new String(Nasty.damaged(dice, good.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8) : good;
    }
}
