package dev.syncline.journal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks the values of named fields in form encoding and query strings: {@code client_secret=...&}. */
final class FormFields {

    private static final Pattern FIELD = Pattern.compile("(^|[?&])([A-Za-z0-9_.-]{1,100})=([^&\\s\"<>]++)");

    private FormFields() {}

    static String mask(String text, FieldMask mask) {
        if (text.indexOf('=') < 0) {
            return text;
        }
        return FIELD.matcher(text).replaceAll(match -> Matcher.quoteReplacement(
                mask.hides(match.group(2)) ? match.group(1) + match.group(2) + "=" + mask.inPlaceOf(match.group(2), decoded(match.group(3)))
                        : match.group()));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
