package dev.syncline.synclog;

import dev.syncline.fuzz.Campaign;
import dev.syncline.fuzz.Dice;
import dev.syncline.fuzz.Nasty;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Any query string is a filter of the log, or refused. */
class FilterFuzzTest {

    @Test
    void filters() {
        new Campaign<>("filter of the log", FilterFuzzTest::parameters, FilterFuzzTest::smaller, FilterFuzzTest::shown).run(10_000, parameters -> {
            try {
                TaskFilter filter = TaskFilterArgument.read(new QueryValues(parameters), Scope.ALL, Scope.ALL);
                SearchWords words = SearchWords.of(filter.q());
                words.anywhere();
                words.atBeginning();
                words.atLaterWord();
            } catch (ProblemException refused) {
                // as it should be
            }
        });
    }

    private static Map<String, String[]> parameters(Dice dice) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        for (int i = dice.below(5); i >= 0; i--) {
            String name = dice.oneIn(20) ? Nasty.text(dice)
                    : dice.of("application", "status", "action", "source", "failureKind", "account", "initiator", "from", "to", "q", "q", "view", "limit", "cursor");
            parameters.put(name, Stream.generate(() -> value(dice)).limit(dice.oneIn(30) ? 250 : dice.below(3) + 1).toArray(String[]::new));
        }
        return parameters;
    }

    private static String value(Dice dice) {
        return dice.oneOf(() -> Nasty.text(dice), () -> "FAILED,queued", () -> "2026-11-28T00:00:00Z", () -> "0193e5a0-0000-7000-8000-000000000000", () -> Nasty.soup(dice, 20));
    }

    private static Stream<Map<String, String[]>> smaller(Map<String, String[]> parameters) {
        return parameters.keySet().stream().map(name -> {
            Map<String, String[]> less = new LinkedHashMap<>(parameters);
            less.remove(name);
            return less;
        });
    }

    private static String shown(Map<String, String[]> parameters) {
        StringBuilder shown = new StringBuilder();
        parameters.forEach((name, values) -> shown.append(name).append('=').append(String.join("&", values)).append('\n'));
        return shown.toString();
    }
}
