package dev.syncline.failure;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Goes once through a text, word by word, and leaves out those with a digit in them, unless they are codes that tell causes apart. */
final class Words {

    /** After such a word a number is a code: "answered 403", "said 68", "data 52e". */
    private static final Set<String> CODE_WORDS = Set.of("answered", "said", "returned", "status", "statuscode", "http", "code", "error", "errno",
            "errcode", "errorcode", "data", "result", "resultcode", "rc", "sqlstate", "错误码", "状态码", "错误代码", "返回码");

    private static final Set<String> BETWEEN = Set.of("is", "was", "of", "no", "number");

    private static final Pattern CODE = Pattern.compile("-?\\d[0-9A-Za-z.]{0,9}");

    /** What many products begin their errors with: "ORA-00001:", "AADSTS50034:", "0000052D:". */
    private static final Pattern CODE_BEFORE_COLON = Pattern.compile("[A-Z]{2,10}-?\\d{2,6}[A-Z]?|[0-9A-F]{8}");

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private String previous = "";

    private Words(String text) {
        this.text = text;
    }

    static String withoutNumbers(String text) {
        Words words = new Words(text);
        int at = 0;
        while (at < text.length()) {
            int end = words.endOfWord(at);
            if (end == at) {
                words.out.append(text.charAt(at++));
            } else {
                words.word(at, end);
                at = end;
            }
        }
        return words.out.toString();
    }

    private void word(int start, int end) {
        String word = text.substring(start, end);
        boolean code = isCode(word, end);
        out.append(code || word.chars().noneMatch(Character::isDigit) ? word : "<n>");
        if (!BETWEEN.contains(word)) {
            // After the version of a protocol comes its status: "HTTP/1.1 404".
            previous = code && word.indexOf('.') > 0 ? "http" : word.toLowerCase(Locale.ROOT);
        }
    }

    private boolean isCode(String word, int end) {
        return CODE_WORDS.contains(previous) && CODE.matcher(word).matches()
                || text.startsWith(":", end) && CODE_BEFORE_COLON.matcher(word).matches();
    }

    /** A word is letters and digits of one kind of writing, with single signs between them that names are made with. */
    private int endOfWord(int start) {
        int end = start;
        while (end < text.length() && (isPart(end, start) || end > start && isSignWithin(end, start))) {
            end++;
        }
        return end;
    }

    private boolean isPart(int at, int start) {
        char c = text.charAt(at);
        return (Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c)) && isIdeograph(at) == isIdeograph(start);
    }

    private boolean isSignWithin(int at, int start) {
        char c = text.charAt(at);
        return (c == '.' || c == '-' || c == '\'') && at + 1 < text.length() && isPart(at + 1, start);
    }

    private boolean isIdeograph(int at) {
        return Character.isIdeographic(text.charAt(at));
    }
}
