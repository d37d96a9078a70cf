package dev.syncline.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts, numbers and bytes that break careless code. None of them looks like what a server lets slip ({@link Telltales}). */
public final class Nasty {

    private static final List<String> TEXTS = List.of(
            // nothing, and nearly nothing
            "", " ", "\t", "\u0000", "a\u0000b", "\r\n", "\n", "\u00a0", "\u200b", "\ufeff", "null", "undefined", "NaN", "true", "[]", "{}",
            // characters that are more or less than they seem
            "\ud800", "\udc00", "a\udfffb", "\uffff", "\ufffd", "\u202eabc", "e\u0301", "\ud83d\ude00", "\u0130\u0131", "\u00df", "\u2028", "\u0007\u001b[31m", "\u007f", "\u0085",
            // formulas, markup, templates
            "=1+1", "=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "${7*7}", "#{7*7}", "{{7*7}}",
            "${jndi:ldap://127.0.0.1:9/x}", "%s%n%x%d", "%00", "%", "%zz", "\\", "\\u0000", "'\"`",
            // paths and addresses
            "../../../../etc/passwd", "..\\..\\windows", "/etc/passwd\u0000.csv", "file:///etc/passwd", "//127.0.0.1:9", "http://127.0.0.1:9/", "http://[::1", "javascript:alert(1)",
            "ldap://127.0.0.1:9", "http://169.254.169.254/latest", "C:\\nul", ";/x", "a/../b",
            // SQL
            "'", "' or '1'='1", "'; drop table users; --", "1); delete from task; --", "\\'; --", "%' and 1=1 --", "_%_%", "1 union all values (1)", "$$", "$1", "?", ":name", "::int",
            // CEL
            "user.", "user.email +", "1/0", "user.attributes[\"x\"]", "has(user.x)", "[1,2].map(x, x/0)", "((((((((((", "'a'.matches('(a+)+$')", "dyn(1)+'a'", "timestamp('x')",
            // LDAP, SCIM, CSV, mail, HTTP
            "*)(uid=*", "cn=a,dc=b", "userName eq \"", "userName eq \"a\" and (", "emails[type eq \"work\"", "a,b;c\td", "\"open", "a\r\nX-Injected: 1", "a\nBcc: x@example.com", "Bearer",
            // numbers that are texts, times that are none
            "0", "-0", "1e309", "99999999999999999999", "0x1F", "1_000", "2026-02-30T00:00:00Z", "9999999-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z", "2026-11-28T24:00:00Z",
            "00:00:60", "25:99", "P1D", "UTC+99", "Europe/Atlantis", "1970-01-01T00:00:00Z", "0000-00-00",
            "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "1-1-1-1-1", "00000000-0000-0000-0000-00000000000g");

    private static final List<String> NUMBERS = List.of("0", "-1", "1", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808",
            "1e400", "-1e400", "1e-400", "0.1", "1.5", "00", "01", "+1", "NaN", "Infinity", "-", "1e", "1E+2147483647", "9".repeat(400), "0." + "1".repeat(400), "1e999999999");

    private static final List<String> LETTERS = List.of("a", "Z", "0", "9", " ", "-", "_", ".", ",", ":", ";", "/", "\\", "'", "\"", "(", ")", "[", "]", "{", "}", "<", ">", "=", "+", "*", "?", "!",
            "&", "|", "%", "#", "@", "$", "^", "~", "`", "\n", "\t", "\u0000", "\u00e9", "\u674e", "\ud83d\ude00", "\ud800");

    private Nasty() {}

    public static String text(Dice dice) {
        return switch (dice.below(12)) {
            case 0 -> soup(dice, 40);
            case 1 -> dice.of(TEXTS) + dice.of(TEXTS);
            case 2 -> dice.oneIn(6) ? dice.of(LETTERS).repeat(dice.of(255, 256, 1000, 4001, 70_000)) : dice.of(LETTERS).repeat(dice.below(300));
            default -> dice.of(TEXTS);
        };
    }

    /** Signs thrown together. */
    public static String soup(Dice dice, int most) {
        return IntStream.range(0, dice.below(most) + 1).mapToObj(_ -> dice.of(LETTERS)).collect(Collectors.joining());
    }

    /** As JSON would have it, or nearly. */
    static String number(Dice dice) {
        return dice.oneIn(3) ? String.valueOf(dice.anyLong()) : dice.of(NUMBERS);
    }

    /** Changes, doubles, drops, or puts in a few bytes. */
    public static byte[] damaged(Dice dice, byte[] whole) {
        byte[] bytes = whole;
        for (int times = dice.below(3) + 1; times > 0; times--) {
            bytes = damagedOnce(dice, bytes);
        }
        return bytes;
    }

    private static byte[] damagedOnce(Dice dice, byte[] bytes) {
        if (bytes.length == 0) {
            return dice.bytes(dice.below(20));
        }
        int at = dice.below(bytes.length);
        int to = Math.min(bytes.length, at + dice.below(20) + 1);
        return switch (dice.below(6)) {
            case 0 -> splice(bytes, at, at + 1, dice.bytes(1));
            case 1 -> splice(bytes, at, to, new byte[0]);
            case 2 -> splice(bytes, at, bytes.length, new byte[0]);
            case 3 -> splice(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
            case 4 -> splice(bytes, at, at, text(dice).getBytes(StandardCharsets.UTF_8));
            default -> splice(bytes, at, at, new byte[] {(byte) (int) dice.of(0xC0, 0xFF, 0xED, 0xF8, 0x80, 0xFE, 0x00, 0xC3)});
        };
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] between) {
        byte[] spliced = new byte[from + between.length + bytes.length - to];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(bytes, to, spliced, from + between.length, bytes.length - to);
        return spliced;
    }
}
