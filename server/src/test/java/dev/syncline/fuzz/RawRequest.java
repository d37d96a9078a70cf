package dev.syncline.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A request as it goes over the wire, also one that no client would send.
 *
 * @param line the request line, its characters being bytes (ISO 8859-1)
 * @param headers whole lines, in the same way; the length of the body is added when {@code framing} says so
 */
record RawRequest(String line, List<String> headers, byte[] body, Framing framing) {

    /** More than a server has to take (RFC 9112 section 3). */
    private static final int LONGEST_LINE = 8_000;
    private static final Predicate<String> BROKEN = header -> header.indexOf('\n') >= 0 || header.indexOf('\r') >= 0;

    enum Framing {
        /** Content-Length, and it is right. */
        LENGTH,
        /** In chunks (RFC 9112 section 7.1). */
        CHUNKS,
        /** Chunks of which the last never comes: the sender stops instead. */
        ENDLESS_CHUNKS,
        /** Whatever the headers say; the sender stops after the body. */
        AS_WRITTEN
    }

    /** Whether the connection is good for nothing more after it, and an answer that never comes is no surprise. */
    boolean isOdd() {
        return framing == Framing.ENDLESS_CHUNKS || framing == Framing.AS_WRITTEN || line.length() > LONGEST_LINE || headers.stream().anyMatch(BROKEN);
    }

    String method() {
        return line.contains(" ") ? line.substring(0, line.indexOf(' ')) : line;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 512);
        StringBuilder head = new StringBuilder(line).append("\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        switch (framing) {
            case LENGTH -> head.append(body.length > 0 || !method().matches("GET|HEAD|DELETE") ? "Content-Length: " + body.length + "\r\n" : "");
            case CHUNKS, ENDLESS_CHUNKS -> head.append("Transfer-Encoding: chunked\r\n");
            case AS_WRITTEN -> {}
        }
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        switch (framing) {
            case LENGTH, AS_WRITTEN -> out.writeBytes(body);
            case CHUNKS, ENDLESS_CHUNKS -> chunked(out);
        }
        return out.toByteArray();
    }

    private void chunked(ByteArrayOutputStream out) {
        for (int from = 0; from < body.length; from += 1000) {
            int length = Math.min(1000, body.length - from);
            out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body, from, length);
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        if (framing == Framing.CHUNKS) {
            out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Without one of its headers, without a part of its query, without a part of its body. */
    Stream<RawRequest> smaller() {
        Stream<RawRequest> fewerHeaders = IntStream.range(0, headers.size()).mapToObj(this::without);
        int query = line.indexOf('?');
        int end = line.lastIndexOf(' ');
        Stream<RawRequest> shorterQuery = query < 0 || end < query
                ? Stream.of()
                : Shrinking.text(line.substring(query, end)).map(less -> new RawRequest(line.substring(0, query) + less + line.substring(end), headers, body, framing));
        return Stream.of(fewerHeaders, shorterQuery, Shrinking.bytes(body).map(less -> new RawRequest(line, headers, less, framing))).flatMap(s -> s);
    }

    private RawRequest without(int header) {
        List<String> fewer = new ArrayList<>(headers);
        fewer.remove(header);
        return new RawRequest(line, fewer, body, framing);
    }

    String shown() {
        return framing + " " + Campaign.quoted(new String(bytes(), StandardCharsets.ISO_8859_1));
    }
}
