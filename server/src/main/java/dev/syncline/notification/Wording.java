package dev.syncline.notification;

import dev.syncline.delivery.Language;
import dev.syncline.delivery.Message;
import dev.syncline.delivery.Message.Fact;
import dev.syncline.delivery.Texts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes messages of alerts. So many at once become one message that lists them: an outage of everything is one thing to be told. */
@Component
class Wording {

    private static final int MOST_APART = 5;
    private static final int MOST_LISTED = 25;

    private final Links links;

    Wording(Links links) {
        this.links = links;
    }

    List<Message> messages(Message.Type type, Rule rule, List<Alert> alerts, Language language, Instant now) {
        Sentences sentences = new Sentences(language, rule.condition(), rule.withNames());
        return alerts.size() > MOST_APART
                ? List.of(together(type, rule, alerts, sentences, now))
                : alerts.stream().map(alert -> one(type, rule, alert, sentences, now)).toList();
    }

    private Message one(Message.Type type, Rule rule, Alert alert, Sentences sentences, Instant now) {
        String link = links.to(rule.condition(), alert.applicationId(), alert.facts(), alert.trueAt());
        return new Message(type, rule.severity(), now, sentences.title(type, alert.applicationName(), alert.facts(), now),
                sentences.summary(type, alert, now), facts(type, alert, sentences, now), link, rule.name(), data(rule, List.of(alert)));
    }

    private Message together(Message.Type type, Rule rule, List<Alert> alerts, Sentences sentences, Instant now) {
        List<String> lines = alerts.stream().limit(MOST_LISTED)
                .map(alert -> "· " + sentences.title(type, alert.applicationName(), alert.facts(), now)).toList();
        Texts texts = sentences.texts();
        return new Message(type, rule.severity(), now, texts.say("together." + type, rule.name(), alerts.size()), lines,
                alerts.size() > MOST_LISTED ? List.of(new Fact(texts.say("andMore"), String.valueOf(alerts.size() - MOST_LISTED))) : List.of(),
                links.toAlerts(), rule.name(), data(rule, alerts.subList(0, Math.min(alerts.size(), MOST_LISTED))));
    }

    private static List<Fact> facts(Message.Type type, Alert alert, Sentences sentences, Instant now) {
        return type == Message.Type.OVER ? List.of() : sentences.facts(alert.applicationName(), alert.facts(), now);
    }

    /** For programs. Names only where the rule allows them. */
    private static Map<String, Object> data(Rule rule, List<Alert> alerts) {
        return Map.of("rule", Map.of("id", rule.id(), "kind", kind(rule.condition())),
                "alerts", alerts.stream().map(alert -> data(rule, alert)).toList());
    }

    private static Map<String, Object> data(Rule rule, Alert alert) {
        Facts facts = alert.facts();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", alert.id());
        data.put("applicationId", alert.applicationId());
        data.put("application", alert.applicationName());
        data.put("openedAt", alert.openedAt());
        data.put("since", facts.since());
        data.put("endedAt", alert.endedAt());
        data.put("tasks", facts.tasks());
        data.put("of", facts.of());
        data.put("people", facts.people());
        data.put("failureKind", facts.failureKind());
        data.put("failureGroup", facts.group());
        if (rule.withNames()) {
            data.put("said", facts.said());
            data.put("names", facts.names());
        }
        if (facts.run() != null) {
            data.put("run", facts.run());
        }
        data.values().removeIf(Objects::isNull);
        return data;
    }

    private static String kind(Condition condition) {
        return switch (condition) {
            case Condition.FailureShare _ -> "FAILURE_SHARE";
            case Condition.BacklogAge _ -> "BACKLOG_AGE";
            case Condition.NoActivity _ -> "NO_ACTIVITY";
            case Condition.Held _ -> "HELD";
            case Condition.RunHeld _ -> "RUN_HELD";
        };
    }
}
