package dev.syncline.journal;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks {@code "name": "value"} in text that is almost JSON, such as an answer that was cut off. */
final class LooseFields {

    private static final Pattern MEMBER =
            Pattern.compile("\"([^\"\\\\]{1,100})\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"?|[^,}\\]\\s]++)");

    private LooseFields() {}

    static String mask(String text, Predicate<String> secret) {
        return MEMBER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(
                secret.test(match.group(1))
                        ? text.substring(match.start(), match.start(2)) + '"' + Redactor.MASK + '"'
                        : match.group()));
    }
}
