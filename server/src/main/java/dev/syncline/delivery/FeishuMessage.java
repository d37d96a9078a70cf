package dev.syncline.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A message as Feishu's custom bots take it. What targets said stands in plain text elements: nothing in it is taken for markup, such
 * as one that calls everybody.
 */
final class FeishuMessage {

    private FeishuMessage() {}

    static Map<String, Object> card(Parcel parcel) {
        Message message = parcel.message();
        List<Object> elements = new ArrayList<>();
        message.summary().forEach(sentence -> elements.add(Map.of("tag", "div", "text", plain(sentence))));
        if (!message.facts().isEmpty()) {
            elements.add(Map.of("tag", "div", "fields", message.facts().stream()
                    .map(fact -> Map.of("is_short", true, "text", plain(fact.label() + "\n" + fact.value()))).toList()));
        }
        if (message.link() != null) {
            elements.add(Map.of("tag", "action", "actions", List.of(Map.of("tag", "button", "type", "primary", "url", message.link(),
                    "text", plain(Texts.of(Message.class, parcel.language()).say("open"))))));
        }
        if (message.rule() != null) {
            elements.add(Map.of("tag", "note", "elements", List.of(plain(Texts.of(Message.class, parcel.language()).say("rule", message.rule())))));
        }
        Map<String, Object> header = Map.of("template", colour(message), "title", plain("Syncline: " + message.title()));
        return Map.of("msg_type", "interactive", "card", Map.of("config", Map.of("wide_screen_mode", true), "header", header, "elements", elements));
    }

    static Map<String, Object> text(Parcel parcel) {
        // In a text "<at ...>" calls people.
        String text = PlainText.of(parcel).replace('<', '‹');
        return Map.of("msg_type", "text", "content", Map.of("text", "Syncline: " + text));
    }

    private static Map<String, Object> plain(String text) {
        return Map.of("tag", "plain_text", "content", text);
    }

    private static String colour(Message message) {
        return switch (message.type()) {
            case TEST -> "blue";
            case OVER -> "green";
            case OPENED, STILL -> switch (message.severity()) {
                case INFO -> "blue";
                case WARNING -> "orange";
                case CRITICAL -> "red";
            };
        };
    }
}
