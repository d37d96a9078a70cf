package dev.syncline.stories;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The ways in which targets repeat what they were sent. */
enum Echo {
    PLAIN(text -> text),
    JSON(text -> json(text, c -> false, "\\u%04x")),
    /** Python, PHP. */
    JSON_IN_ASCII(text -> json(text, c -> c > 126, "\\u%04x")),
    PHP(text -> json(text, c -> c > 126, "\\u%04x").replace("/", "\\/")),
    GO(text -> json(text, c -> c == '<' || c == '>' || c == '&', "\\u%04x")),
    DOT_NET(text -> json(text, c -> c > 126 || "<>&'+\"`".indexOf(c) >= 0, "\\u%04X")),
    JSON_IN_JSON(text -> json(json(text, c -> false, ""), c -> false, "")),
    FORM(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)),
    URL(text -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")),
    URL_LOWER_CASE(text -> percent(text, true)),
    URL_BY_A_BROWSER(text -> percent(text, false).replace("%27", "'")),
    HTML(text -> text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;")),
    XML_IN_ASCII(text -> text.codePoints().mapToObj(c -> c > 126 || "&<>\"'".indexOf(c) >= 0 ? "&#x" + Integer.toHexString(c) + ";" : point(c))
            .collect(Collectors.joining())),
    BASE64(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))),
    BASE64_URL(text -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));

    private final UnaryOperator<String> form;

    Echo(UnaryOperator<String> form) {
        this.form = form;
    }

    String of(String text) {
        return form.apply(text);
    }

    private static String json(String text, IntPredicate escaped, String format) {
        return text.chars().mapToObj(c -> {
            if (escaped.test(c)) {
                return format.formatted(c);
            }
            return c == '"' || c == '\\' ? "\\" + (char) c : String.valueOf((char) c);
        }).collect(Collectors.joining());
    }

    private static String percent(String text, boolean lowerCase) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean unreserved = b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
            encoded.append(unreserved ? String.valueOf((char) b) : (lowerCase ? "%%%02x" : "%%%02X").formatted(b & 0xff));
        }
        return encoded.toString();
    }

    private static String point(int codePoint) {
        return Character.toString(codePoint);
    }
}
