package dev.syncline.journal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Secret values in all the forms in which they may stand in a message; longest first, so that none is left half masked. */
final class SecretValues {

    /** A shorter value would mask half of any text; such a one is masked by its field's name alone. */
    private static final int SHORTEST = 3;

    private volatile List<String> forms = List.of();

    SecretValues(Collection<String> values) {
        values.forEach(this::add);
    }

    synchronized void add(String value) {
        if (value == null || value.length() < SHORTEST) {
            return;
        }
        Set<String> all = new LinkedHashSet<>(forms);
        forms(value).forEach(all::add);
        forms = all.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    String mask(String text) {
        String masked = text;
        for (String form : forms) {
            if (masked.contains(form)) {
                masked = masked.replace(form, Redactor.MASK);
            }
        }
        return masked;
    }

    private static Stream<String> forms(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        // Active Directory takes a password quoted, in UTF-16LE.
        byte[] quoted = ("\"" + value + "\"").getBytes(StandardCharsets.UTF_16LE);
        String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String json = json(value);
        return Stream.of(
                        value, json, json.replace("/", "\\/"), form, form.replace("+", "%20"),
                        Base64.getEncoder().encodeToString(utf8), Base64.getUrlEncoder().withoutPadding().encodeToString(utf8),
                        Base64.getEncoder().encodeToString(quoted),
                        value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;"))
                .distinct();
    }

    private static String json(String value) {
        StringBuilder escaped = new StringBuilder();
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
