package dev.syncline.delivery;

import java.util.ArrayList;
import java.util.List;

/** A message as lines of text. */
final class PlainText {

    private PlainText() {}

    static String of(Parcel parcel) {
        Message message = parcel.message();
        Texts texts = Texts.of(Message.class, parcel.language());
        List<String> lines = new ArrayList<>();
        lines.add(message.title());
        lines.add("");
        lines.addAll(message.summary());
        if (!message.facts().isEmpty()) {
            lines.add("");
            message.facts().forEach(fact -> lines.add(texts.say("fact", fact.label(), fact.value())));
        }
        if (message.link() != null) {
            lines.add("");
            lines.add(texts.say("open") + ": " + message.link());
        }
        if (message.rule() != null) {
            lines.add("");
            lines.add(texts.say("rule", message.rule()));
        }
        return String.join("\n", lines);
    }
}
