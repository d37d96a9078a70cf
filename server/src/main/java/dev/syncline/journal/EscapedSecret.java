package dev.syncline.journal;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret with characters that escapings change, found however each of them is written: as it is, or as JSON (RFC 8259), URLs and
 * forms (RFC 3986), HTML and XML write it. Serializers differ in what they escape and how, and answers quote answers, so each
 * character may be escaped in its own way and more than once.
 *
 * @param mask what takes its place
 * @param unescaped the longest part of the secret that no escaping changes; where it is missing the pattern need not be tried
 */
record EscapedSecret(String unescaped, int length, Pattern pattern, String mask) implements SecretForm {

    private static final Pattern PARTS = Pattern.compile("[A-Za-z0-9._-]+|\\\\+|(?s:.)");

    static boolean isNeededFor(String value) {
        return value.codePoints().anyMatch(c -> !isUnescaped(c));
    }

    static EscapedSecret of(String value, String mask) {
        StringBuilder pattern = new StringBuilder();
        String unescaped = "";
        Matcher parts = PARTS.matcher(value);
        while (parts.find()) {
            String part = parts.group();
            if (isUnescaped(part.codePointAt(0))) {
                pattern.append(Pattern.quote(part));
                unescaped = part.length() > unescaped.length() ? part : unescaped;
            } else {
                pattern.append(part.startsWith("\\") ? backslashes(part.length()) : anyForm(part));
            }
        }
        return new EscapedSecret(unescaped, value.length(), Pattern.compile(pattern.toString()), mask);
    }

    @Override
    public String mask(String text) {
        return text.contains(unescaped) ? pattern.matcher(text).replaceAll(Matcher.quoteReplacement(mask)) : text;
    }

    private static boolean isUnescaped(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
    }

    /** Possessive, so that many of them do not make the search slow; what follows can do without backslashes of its own. */
    private static String backslashes(int count) {
        String many = "{" + count + "}";
        return "(?:\\\\{" + count + ",}+|(?:\\\\*+" + json("\\") + ")" + many + "|(?:" + percent("\\") + ")" + many + "|(?:" + entity("\\") + ")"
                + many + ")";
    }

    private static String anyForm(String character) {
        String shortForm = switch (character) {
            case "\n" -> "|\\\\++n";
            case "\r" -> "|\\\\++r";
            case "\t" -> "|\\\\++t";
            case " " -> "|\\+|%(?:25)*(?i:2b)";
            default -> "";
        };
        return "(?:\\\\*+(?:" + Pattern.quote(character) + "|" + json(character) + ")|" + percent(character) + "|" + entity(character) + shortForm
                + ")";
    }

    /** Without its first backslash; a character beyond the Basic Multilingual Plane is two. */
    private static String json(String character) {
        StringBuilder json = new StringBuilder();
        character.chars().forEach(c -> json.append(json.isEmpty() ? "" : "\\\\*+").append("(?i:u%04x)".formatted(c)));
        return json.toString();
    }

    private static String percent(String character) {
        StringBuilder percent = new StringBuilder();
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            percent.append("%%(?:25)*(?i:%02x)".formatted(b & 0xff));
        }
        return percent.toString();
    }

    private static String entity(String character) {
        String name = switch (character) {
            case "\"" -> "|quot";
            case "&" -> "|amp";
            case "<" -> "|lt";
            case ">" -> "|gt";
            case "'" -> "|apos";
            default -> "";
        };
        int codePoint = character.codePointAt(0);
        return "&(?:amp;)*(?:#0*%d|(?i:#x0*%x)%s);".formatted(codePoint, codePoint, name);
    }
}
