package dev.syncline.journal;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks the values of named attributes in LDIF (RFC 2849), base64 and folded lines included. */
final class LdifFields {

    private static final Pattern LINE =
            Pattern.compile("(?m)^([A-Za-z][A-Za-z0-9-]*)((?:;[^:\\n]*)?::?<? *)(\\S[^\\n]*(?:\\n [^\\n]*)*)");

    private LdifFields() {}

    static String mask(String text, Predicate<String> secret) {
        return LINE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(
                secret.test(match.group(1))
                        ? match.group(1) + match.group(2).replace("::", ":") + Redactor.MASK
                        : match.group()));
    }
}
