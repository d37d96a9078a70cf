package dev.syncline.journal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks the values of named attributes in LDIF (RFC 2849), base64 and folded lines included. */
final class LdifFields {

    private static final Pattern LINE =
            Pattern.compile("(?m)^([A-Za-z][A-Za-z0-9-]*)((?:;[^:\\n]*)?::?<? *)(\\S[^\\n]*(?:\\n [^\\n]*)*)");

    private LdifFields() {}

    static String mask(String text, FieldMask mask) {
        return LINE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(
                mask.hides(match.group(1))
                        ? match.group(1) + match.group(2).replace("::", ":")
                                + mask.inPlaceOf(match.group(1), value(match.group(3), match.group(2).contains("::")))
                        : match.group()));
    }

    /** Unfolded and decoded (RFC 2849, notes 2 and 8). */
    private static String value(String written, boolean base64) {
        String unfolded = written.replace("\n ", "").stripTrailing();
        if (!base64) {
            return unfolded;
        }
        try {
            return new String(Base64.getDecoder().decode(unfolded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return unfolded;
        }
    }
}
