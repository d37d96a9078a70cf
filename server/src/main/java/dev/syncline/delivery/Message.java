package dev.syncline.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told, in the words of its channel's language.
 *
 * @param summary some sentences, one after the other
 * @param facts what can be read at a glance
 * @param link where the console shows more; null when there is nothing to see
 * @param rule name of the rule that says so; null for a test
 * @param data the same for programs: goes to webhooks
 */
public record Message(Type type, Severity severity, Instant at, String title, List<String> summary, List<Fact> facts, @Nullable String link,
        @Nullable String rule, Map<String, Object> data) {

    public Message {
        summary = List.copyOf(summary);
        facts = List.copyOf(facts);
    }

    public enum Type {
        /** Somebody tries whether messages arrive. */
        TEST,
        /** Something has become so. */
        OPENED,
        /** It still is. */
        STILL,
        /** It is no more. */
        OVER
    }

    public record Fact(String label, String value) {}
}
