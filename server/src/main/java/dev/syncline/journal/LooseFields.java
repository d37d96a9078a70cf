package dev.syncline.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks {@code "name": "value"} in text that is almost JSON, such as an answer that was cut off. */
final class LooseFields {

    private static final Pattern MEMBER =
            Pattern.compile("\"([^\"\\\\]{1,100})\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"?|[^,}\\]\\s]++)");

    private LooseFields() {}

    static String mask(String text, FieldMask mask) {
        return MEMBER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(
                mask.hides(match.group(1))
                        ? text.substring(match.start(), match.start(2)) + '"' + mask.inPlaceOf(match.group(1), bare(match.group(2))) + '"'
                        : match.group()));
    }

    private static String bare(String value) {
        String opened = value.startsWith("\"") ? value.substring(1) : value;
        return opened.endsWith("\"") ? opened.substring(0, opened.length() - 1) : opened;
    }
}
