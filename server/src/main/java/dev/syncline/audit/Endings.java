package dev.syncline.audit;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts together what became known about an act. */
@Component
class Endings {

    private static final String[] NAMES = {"name", "displayName", "userName", "title", "objectName"};

    private final Differences differences;
    private final Clock clock;

    Endings(Differences differences, Clock clock) {
        this.differences = differences;
        this.clock = clock;
    }

    /** @param code of a refusal; null for none */
    Ending of(Current entry, int status, @Nullable String code) {
        Outcome outcome = Outcome.of(status);
        boolean done = outcome == Outcome.DONE;
        Differences.Texts texts = done ? differences.of(entry.before, after(entry)) : new Differences.Texts(null, null);
        return new Ending(entry.intent.id(), clock.instant(), outcome, done ? null : code, status, entry.actor, subject(entry),
                entry.applicationId == null ? application(entry.after) : entry.applicationId, entry.reason, texts.before(), texts.after(), 1);
    }

    Ending without(Intent intent, Outcome outcome, @Nullable String code, int status, int times) {
        return new Ending(intent.id(), clock.instant(), outcome, code, status, null, null, null, null, null, null, times);
    }

    /** Secrets that were changed stand beside what the API tells, each as "changed". */
    private static @Nullable JsonNode after(Current entry) {
        if (entry.secrets.isEmpty()) {
            return entry.after;
        }
        ObjectNode after = entry.after instanceof ObjectNode known ? known.deepCopy() : JsonNodeFactory.instance.objectNode();
        entry.secrets.forEach(name -> after.put(name, "changed"));
        return after;
    }

    private static @Nullable Subject subject(Current entry) {
        if (entry.subject == null) {
            return null;
        }
        JsonNode told = entry.before == null ? entry.after : entry.before;
        return told == null ? entry.subject : entry.subject.or(told.path("id").asString(null), name(told));
    }

    private static String name(JsonNode told) {
        return Stream.of(NAMES).map(told::path).filter(JsonNode::isString).map(JsonNode::stringValue).findFirst()
                .orElseGet(() -> told.path("object").path("name").asString(null));
    }

    private static @Nullable UUID application(@Nullable JsonNode told) {
        String id = told == null ? null : told.path("applicationId").asString(told.path("application").path("id").asString(null));
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
