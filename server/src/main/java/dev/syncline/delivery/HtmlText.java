package dev.syncline.delivery;

import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A message as a small page that any mail program shows; what targets said is escaped. */
final class HtmlText {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s"><body style="font-family:sans-serif;font-size:15px;line-height:1.45;color:#1f2430">
            <h1 style="font-size:18px;border-left:5px solid %s;padding-left:10px">%s</h1>
            %s
            <table style="border-collapse:collapse">%s</table>
            %s
            <p style="color:#667085;font-size:13px">%s</p>
            </body></html>
            """;

    private HtmlText() {}

    static String of(Parcel parcel) {
        Message message = parcel.message();
        Texts texts = Texts.of(Message.class, parcel.language());
        return PAGE.formatted(
                parcel.language().tag(), colour(message), escaped(message.title()),
                message.summary().stream().map(sentence -> "<p>" + escaped(sentence) + "</p>").collect(Collectors.joining("\n")),
                message.facts().stream().map(HtmlText::row).collect(Collectors.joining()),
                message.link() == null ? "" : "<p><a href=\"" + escaped(message.link()) + "\">" + escaped(texts.say("open")) + "</a></p>",
                message.rule() == null ? "" : escaped(texts.say("rule", message.rule())));
    }

    private static String row(Message.Fact fact) {
        return "<tr><td style=\"padding:2px 16px 2px 0;color:#667085\">" + escaped(fact.label()) + "</td><td>" + escaped(fact.value()) + "</td></tr>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String colour(Message message) {
        return switch (message.type()) {
            case TEST -> "#1c7ed6";
            case OVER -> "#2f9e44";
            case OPENED, STILL -> switch (message.severity()) {
                case INFO -> "#1c7ed6";
                case WARNING -> "#e8590c";
                case CRITICAL -> "#e03131";
            };
        };
    }
}
