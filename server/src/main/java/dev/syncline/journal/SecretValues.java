package dev.syncline.journal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Secret values in all the forms in which they may stand in a message; longest first, so that none is left half masked. */
final class SecretValues {

    /** A shorter value would mask half of any text; such a one is masked by its field's name alone. */
    private static final int SHORTEST = 3;

    private final Set<String> known = new HashSet<>();
    private volatile List<SecretForm> forms = List.of();

    SecretValues(Collection<String> values) {
        values.forEach(this::add);
    }

    void add(String value) {
        add(value, Redactor.MASK);
    }

    /** @param mask what takes its place; the first one stands */
    synchronized void add(String value, String mask) {
        if (value == null || value.length() < SHORTEST || !known.add(value)) {
            return;
        }
        forms = Stream.concat(forms.stream(), forms(value, mask)).sorted(Comparator.comparingInt(SecretForm::length).reversed()).toList();
    }

    String mask(String text) {
        String masked = text;
        for (SecretForm form : forms) {
            masked = form.mask(masked);
        }
        return masked;
    }

    private static Stream<SecretForm> forms(String value, String mask) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        // Active Directory takes a password quoted, in UTF-16LE.
        byte[] quoted = ("\"" + value + "\"").getBytes(StandardCharsets.UTF_16LE);
        Base64.Encoder base64 = Base64.getEncoder();
        Stream<String> encoded = Stream.of(
                base64.encodeToString(utf8), base64.withoutPadding().encodeToString(utf8),
                Base64.getUrlEncoder().withoutPadding().encodeToString(utf8), base64.encodeToString(quoted));
        return Stream.concat(Stream.of(value, onOneLine(value)).distinct().map(form -> written(form, mask)),
                encoded.distinct().map(form -> new SecretForm.Literal(form, mask)));
    }

    private static SecretForm written(String value, String mask) {
        return EscapedSecret.isNeededFor(value) ? EscapedSecret.of(value, mask) : new SecretForm.Literal(value, mask);
    }

    /** As a sentence about an error quotes it: a key of many lines has become one. Nothing else when that leaves too little to look for. */
    private static String onOneLine(String value) {
        String line = value.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() < SHORTEST ? value : line;
    }
}
