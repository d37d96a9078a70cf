package dev.syncline.stories;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A secret that can be recognized wherever it turns up. Around a core of letters and digits, which every escaping leaves as it is,
 * stand characters that each escaping writes in its own way: what was masked in one form only gives the core away.
 */
final class Canary {

    private static final String ODD_START = "\u00e4\"";
    private static final String ODD_END = "\\&<%>' +/=\u00a7\u20ac\uD83D\uDD11";

    private final String what;
    private final String core = "Canary" + UUID.randomUUID().toString().replace("-", "");
    private final String value;

    private Canary(String what, boolean odd) {
        this.what = what;
        this.value = odd ? ODD_START + core + ODD_END : core;
    }

    /** With odd characters. */
    static Canary odd(String what) {
        return new Canary(what, true);
    }

    /** Of letters and digits. */
    static Canary plain(String what) {
        return new Canary(what, false);
    }

    String value() {
        return value;
    }

    /** Whether the text has it, as it is or in any escaping, or in base64, whatever stands before it. */
    boolean isIn(String text) {
        return forms().anyMatch(text::contains);
    }

    private Stream<String> forms() {
        Stream<String> base64 = IntStream.range(0, 3).mapToObj(this::base64).flatMap(text -> Stream.of(text, urlSafe(text)));
        return Stream.concat(Stream.of(core, utf16()), base64);
    }

    /** What base64 makes of the core alone when that many bytes stand before it: without the letters that neighbours share. */
    private String base64(int before) {
        byte[] bytes = ("x".repeat(before) + core).getBytes(StandardCharsets.UTF_8);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        int shared = List.of(0, 2, 3).get(before);
        return whole.substring(shared, whole.length() - 2);
    }

    private static String urlSafe(String base64) {
        return base64.replace('+', '-').replace('/', '_');
    }

    /** As Active Directory takes it, its bytes read one by one. */
    private String utf16() {
        return new String(core.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return what;
    }
}
