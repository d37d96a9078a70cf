package dev.syncline.journal;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks the values of named fields in form encoding and query strings: {@code client_secret=...&}. */
final class FormFields {

    private static final Pattern FIELD = Pattern.compile("(^|[?&])([A-Za-z0-9_.-]{1,100})=([^&\\s\"<>]++)");

    private FormFields() {}

    static String mask(String text, Predicate<String> secret) {
        if (text.indexOf('=') < 0) {
            return text;
        }
        return FIELD.matcher(text).replaceAll(match -> Matcher.quoteReplacement(
                secret.test(match.group(2)) ? match.group(1) + match.group(2) + "=" + Redactor.MASK : match.group()));
    }
}
