package dev.syncline.failure;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a failure's message says once it is about nobody in particular: {@code mail li.ming@example.com is taken} and {@code mail
 * wang@example.com is taken} are both {@code mail <mail> is taken}. Pure. What tells causes apart stays: the words, the target's codes, and
 * the names of attributes.
 *
 * <p>The work is bounded: no more than {@value #LONGEST} characters are looked at, and no expression gives back what it has taken.
 */
final class FailurePattern {

    /** Characters of a message that are looked at. */
    static final int LONGEST = 2_000;

    /** Characters of a pattern. */
    static final int LONGEST_PATTERN = 500;

    private record Rule(Pattern shape, String placeholder) {
        static Rule of(String shape, String placeholder) {
            return new Rule(Pattern.compile(shape, Pattern.CASE_INSENSITIVE), placeholder);
        }
    }

    /** Attribute types names of directory entries are made of (RFC 4514, section 3). */
    private static final String TYPE =
            "(?:cn|uid|ou|dc|o|c|l|st|sn|street|mail|givenname|samaccountname|userprincipalname|entryuuid|member|employeenumber)";
    private static final String VALUE = "(?:[^,+=\"\\\\<>()]|\\\\.){1,128}+";
    private static final String LAST_VALUE = "[^\\s.,;:=\"'\\\\<>()]{1,128}+(?:\\.[^\\s.,;:=\"'\\\\<>()]{1,128}+)*+";
    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}+";
    private static final String TIME = "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9}+)?+)?+(?: ?[ap]m\\b)?+";

    /** What has a shape of its own, whoever it is about. */
    private static final List<Rule> SHAPES = List.of(
            Rule.of("\\b[a-z][a-z0-9+.-]{1,20}+://[^\\s\"'<>]++", "<url>"),
            Rule.of("[\\p{L}\\p{N}_][\\p{L}\\p{N}._%+'-]{0,63}+@[\\p{L}\\p{N}-]{1,63}+(?:\\.[\\p{L}\\p{N}-]{1,63}+)*+", "<mail>"),
            Rule.of("\\b" + TYPE + "=(?:" + VALUE + "[,+] ?+" + TYPE + "=)++" + LAST_VALUE, "<dn>"),
            Rule.of("\\b(" + TYPE + ")=" + LAST_VALUE, "$1=<name>"),
            Rule.of("\\b(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}+,? )?+\\d{1,2} " + MONTH + ",? \\d{4}(?:,? " + TIME
                    + ")?+(?: (?:gmt|utc|[+-]\\d{4}))?+", "<time>"),
            Rule.of("\\b" + MONTH + " \\d{1,2},? \\d{4}(?:,? " + TIME + ")?+", "<time>"),
            Rule.of("\\b\\d{4}([-/.])\\d{2}\\1\\d{2}(?:[T ]" + TIME + "(?:Z| ?[+-]\\d{2}:?\\d{2})?+)?+", "<time>"),
            Rule.of("\\b\\d{1,2}([./-])\\d{1,2}\\1\\d{4}\\b(?: " + TIME + ")?+", "<time>"),
            Rule.of("\\d{4}年\\d{1,2}月\\d{1,2}日(?: ?" + TIME + ")?+", "<time>"),
            Rule.of("(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])", "<id>"),
            Rule.of("\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5}+)?+\\b", "<address>"),
            Rule.of("\\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){4,7}+\\b", "<address>"),
            Rule.of("\\b" + TIME + "(?![\\d:])", "<time>"));

    private static final String OPENS = "(?<![\\p{L}\\p{N}])";
    private static final String CLOSES = "(?![\\p{L}\\p{N}])";

    /** Text in quotation marks of any kind. An apostrophe inside a word is none. */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]{1,200}+\"|" + OPENS + "'[^']{1,200}+'" + CLOSES
            + "|`[^`]{1,200}+`|“[^”]{1,200}+”|‘[^’]{1,200}+’|«[^»]{1,200}+»|「[^」]{1,200}+」");

    /** After such a word stands the name of a part of the target's schema. */
    private static final Pattern SCHEMA_WORD = Pattern.compile("\\b(?:attributes?|fields?|property|properties|parameters?|columns?|schemas?|scopes?"
            + "|claims?|object ?class(?:es)?|type|path)[: ]{1,2}+$", Pattern.CASE_INSENSITIVE);
    private static final int SCHEMA_WORD_AND_MORE = 24;

    /** Quoted text with more blanks is no name. */
    private static final int MOST_BLANKS = 4;

    private static final Pattern REPEATED = Pattern.compile("(<[a-z]{1,8}+>)(?:(?:, ?+| and | or |; ?+| |-|/|\\.)\\1)++");

    private FailurePattern() {}

    /**
     * The pattern of a message, never blank.
     *
     * @param subject what the task was about: its names are left out wherever they stand
     */
    static String of(String message, Subject subject) {
        String text = oneLine(message);
        for (Rule rule : SHAPES) {
            text = rule.shape.matcher(text).replaceAll(rule.placeholder);
        }
        text = withoutQuotations(subject.leftOutOf(text), subject);
        text = REPEATED.matcher(Words.withoutNumbers(text)).replaceAll("$1");
        return text.isBlank() ? "(nothing)" : text.length() > LONGEST_PATTERN ? text.substring(0, LONGEST_PATTERN).strip() : text;
    }

    private static String oneLine(String message) {
        String seen = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
        return seen.replaceAll("[\\p{Cntrl}\\p{Z}]++", " ").strip();
    }

    private static String withoutQuotations(String text, Subject subject) {
        return QUOTED.matcher(text).replaceAll(found -> {
            String quotation = found.group();
            String inside = quotation.substring(1, quotation.length() - 1);
            boolean stays = subject.hasAttribute(inside) || isSentence(inside) || isJson(text, found)
                    || SCHEMA_WORD.matcher(text.substring(Math.max(0, found.start() - SCHEMA_WORD_AND_MORE), found.start())).find();
            return Matcher.quoteReplacement(stays ? quotation : quotation.charAt(0) + "<name>" + quotation.charAt(quotation.length() - 1));
        });
    }

    private static boolean isSentence(String inside) {
        return inside.chars().filter(c -> c == ' ').count() > MOST_BLANKS;
    }

    /** A member's name, or the value after it: both say more than who it was. */
    private static boolean isJson(String text, MatchResult quotation) {
        String before = text.substring(Math.max(0, quotation.start() - 3), quotation.start()).stripTrailing();
        boolean colonAfter = text.startsWith(":", quotation.end()) || text.startsWith(" :", quotation.end());
        return before.endsWith("\":") || colonAfter && (before.endsWith("{") || before.endsWith(","));
    }
}
