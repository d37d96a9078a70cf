package dev.syncline.connectors.feishu;

import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a refusal of the platform means for the task, in a sentence that says what to do. */
final class Verdict {

    /** "One of the following scopes is required: [contact:contact, contact:user.base]" */
    private static final Pattern SCOPES = Pattern.compile("\\[([a-z0-9_.:]+(?:,\\s*[a-z0-9_.:]+)*)]");

    private Verdict() {}

    static Stopped failed(Answer answer) {
        Meaning meaning = answer.meaning();
        String sentence = sentence(answer, meaning);
        String code = Long.toString(answer.code());
        return new Stopped(switch (meaning.kind()) {
            case UNAVAILABLE -> new Outcome.Unavailable(sentence);
            case UNCLEAR -> new Outcome.Unclear(sentence);
            case REFUSED -> !Meaning.knows(answer.code()) && answer.reply().status() >= 500
                    ? new Outcome.Unclear(sentence)
                    : new Outcome.Refused(code, sentence);
            case EXISTS, GONE, RESIGNED, OUT_OF_RANGE, MEMBER, NOT_THE_SAME, TOKEN, SCOPE, THROTTLED -> new Outcome.Refused(code, sentence);
        });
    }

    /**
     * Something has the value, and cannot be found by it: lists and searches lag behind, so it is looked for again; where it is outside of
     * what the app may see, it comes to no end, and the sentence says so.
     */
    static Stopped notFound(Answer conflict) {
        return new Stopped(new Outcome.Unavailable(sentence(conflict, conflict.meaning())
                + " It does not come up in Feishu's search yet, or is outside of what the app may see."));
    }

    private static String sentence(Answer answer, Meaning meaning) {
        StringBuilder sentence = new StringBuilder("%s failed. Feishu answered %d (%s)".formatted(
                answer.request().what(), answer.code(), oneLine(answer.msg())));
        about(answer, meaning).ifPresent(attribute -> sentence.append(", which is about the attribute \"").append(attribute).append('"'));
        sentence.append('.');
        String advice = meaning.kind() == Meaning.Kind.SCOPE && meaning.advice().isEmpty() ? scopeAdvice(answer) : meaning.advice();
        return advice.isEmpty() ? sentence.toString() : sentence.append(' ').append(advice).toString();
    }

    /** As the table has it, or as the answer names it. */
    private static Optional<String> about(Answer answer, Meaning meaning) {
        return meaning.attribute().or(() -> Json.text(answer.root().path("error").path("field_violations").path(0), "field"));
    }

    private static String scopeAdvice(Answer answer) {
        List<String> scopes = missing(answer);
        return "Grant %s to the app in the developer console (Permissions & Scopes), and publish a version.".formatted(scopes.isEmpty()
                ? "the missing scope"
                : scopes.size() == 1 ? "the scope " + scopes.getFirst() : "one of the scopes " + String.join(", ", scopes));
    }

    /** As the answer names them, in its own place or in its words; else as the operation's page does. */
    private static List<String> missing(Answer answer) {
        List<String> named = new ArrayList<>();
        answer.root().path("error").path("permission_violations").forEach(violation -> Json.text(violation, "subject").ifPresent(named::add));
        if (named.isEmpty()) {
            Matcher inWords = SCOPES.matcher(answer.msg());
            if (inWords.find()) {
                named.addAll(List.of(inWords.group(1).split(",\\s*")));
            }
        }
        return named.isEmpty() ? answer.request().api().scopes() : named;
    }

    /** Without the links and ids that make every refusal another one: they stand in the response. */
    private static String oneLine(String text) {
        String line = text.replaceAll("https?://\\S+", "").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
