package dev.syncline.fuzz;

import dev.syncline.fuzz.RawRequest.Framing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** What stands around a body: the line, headers, lengths, encodings; right ones, and wrong ones. */
final class Envelope {

    private final World world;
    private final String host;

    Envelope(World world) {
        this.world = world;
        this.host = "Host: " + world.server.url().replace("http://", "");
    }

    String host(Dice dice) {
        return dice.oneIn(50) ? "Host: " + dice.of("evil.example", "localhost", "127.0.0.1:9", "[::1]", "a.b.c.example:65535") : host;
    }

    /** Who asks: mostly somebody who may. */
    String caller(Dice dice, String path) {
        if (dice.oneIn(40)) {
            return "Authorization: " + dice.of("Bearer ", "bearer", "Basic YTpi", "Bearer a b", "Digest x", "") + dice.of("", bytes(Nasty.text(dice)));
        }
        if (dice.oneIn(40)) {
            return "Cookie: " + dice.of("syncline_session=", "syncline_session=\"", "=; ;;", "syncline_session=a; syncline_session=") + bytes(Nasty.text(dice));
        }
        return path.startsWith("/api/v1/portal/") ? "Cookie: " + world.portalCookie : ApiRequests.token();
    }

    RawRequest broken(Dice dice, RawRequest right) {
        List<String> headers = new ArrayList<>(right.headers());
        return switch (dice.below(16)) {
            case 0 -> with(right, headers, "Content-Type: " + dice.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=",
                    "application/json; charset=utf-16", "application/json; charset=klingon", "", "/", "application/json;a=\"", bytes(Nasty.text(dice))));
            case 1 -> with(right, headers, "Accept: " + dice.of("text/html", "image/png", "*/*;q=2", "application/xml", "a", ",,,", bytes(Nasty.text(dice))));
            case 2 -> with(right, headers, dice.of("X-Forwarded-Host", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Prefix", "X-Forwarded-Port", "Forwarded", "X-Original-URL", "X-HTTP-Method-Override",
                    "Origin", "Referer", "Range", "Accept-Language", "Accept-Encoding", "If-None-Match", "If-Modified-Since", "Idempotency-Key", "Last-Event-ID", "Sec-Fetch-Site", "Expect", "Upgrade",
                    "Access-Control-Request-Method", "User-Agent", "X-Syncline", "Cookie") + ": " + dice.of("1", "bytes=0-", "DELETE", "\"1\"", "host=evil", "100-continue", "h2c", bytes(Nasty.text(dice))));
            case 3 -> {
                int many = dice.of(20, 90, 101, 400);
                for (int i = 0; i < many; i++) {
                    headers.add("X-H" + i + ": " + "v".repeat(dice.of(1, 10, 100)));
                }
                yield new RawRequest(right.line(), headers, right.body(), right.framing());
            }
            case 4 -> with(right, headers, "Content-Encoding: gzip", gzipped(dice.oneIn(4) ? new byte[20_000_000] : right.body()));
            case 5 -> new RawRequest(right.line(), headers, right.body(), Framing.CHUNKS);
            case 6 -> new RawRequest(right.line(), headers, right.body(), Framing.ENDLESS_CHUNKS);
            case 7 -> odd(right, "Content-Length: " + dice.of("" + (right.body().length + 10), "0", "-1", "abc", "99999999999999999999", "1\r\nContent-Length: 2", "" + (right.body().length / 2)));
            case 8 -> odd(right, "Transfer-Encoding: " + dice.of("chunked", "gzip, chunked", "identity", "x", "chunked\r\nContent-Length: 3", "\tchunked"));
            case 9 -> new RawRequest(right.line().replaceFirst("^\\w+", dice.of("PATCH", "PUT", "POST", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "X")), headers, right.body(), dice.oneIn(4) ? Framing.CHUNKS : Framing.LENGTH);
            case 10 -> new RawRequest(right.line().replaceFirst("(\\?| HTTP)", dice.of("/", "//", "/..", ";x=y", "%2e%2e/", "%00", "%2f", "/./", ".json", "%", "%ff", "#a") + "$1"), headers, right.body(), right.framing());
            case 11 -> new RawRequest(bytes(right.line().replaceFirst(" HTTP", java.util.regex.Matcher.quoteReplacement(bytes(Nasty.text(dice))) + " HTTP")), headers, right.body(), Framing.AS_WRITTEN);
            case 12 -> with(right, headers, bytes(Nasty.soup(dice, 10)) + ": " + bytes(Nasty.soup(dice, 30)));
            case 13 -> new RawRequest(right.line().replaceFirst("HTTP/1.1$", dice.of("HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9", "")), headers, right.body(), Framing.AS_WRITTEN);
            case 14 -> new RawRequest(right.line(), headers.subList(1, headers.size()), right.body(), right.framing());
            default -> new RawRequest(right.line(), headers, Nasty.damaged(dice, right.body()), right.framing());
        };
    }

    /** In place of the header of the same name, if there is one. */
    private static RawRequest with(RawRequest right, List<String> headers, String header) {
        return with(right, headers, header, right.body());
    }

    private static RawRequest with(RawRequest right, List<String> headers, String header, byte[] body) {
        String name = header.substring(0, header.indexOf(':') + 1);
        headers.removeIf(other -> other.startsWith(name) && !name.equals("Cookie:"));
        headers.add(header);
        boolean plain = header.chars().allMatch(c -> c >= ' ' && c != 127) && !name.isBlank();
        return new RawRequest(right.line(), headers, body, plain ? right.framing() : Framing.AS_WRITTEN);
    }

    private static RawRequest odd(RawRequest right, String header) {
        List<String> headers = new ArrayList<>(right.headers());
        headers.add(header);
        return new RawRequest(right.line(), headers, right.body(), Framing.AS_WRITTEN);
    }

    /** Each byte of UTF-8 as one character, as it goes into a head. */
    static String bytes(String text) {
        return new String(text.substring(0, Math.min(text.length(), 3_000)).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
