package dev.syncline.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A connection that is kept as long as the server keeps it, and opened again when it is gone. */
final class RawConnection implements AutoCloseable {

    /** An answer that takes longer hangs. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private Socket socket;
    private InputStream in;

    RawConnection(int port) {
        this.port = port;
    }

    /** @throws java.net.SocketTimeoutException when the answer does not come in time */
    RawAnswer send(RawRequest request) throws IOException {
        boolean kept = socket != null;
        RawAnswer answer = sendOnce(request);
        if (answer.status() == 0 && kept && !request.isOdd()) {
            // The server may have let go of it just before.
            answer = sendOnce(request);
        }
        return answer;
    }

    private RawAnswer sendOnce(RawRequest request) throws IOException {
        open();
        try {
            RawAnswer answer = exchange(request);
            if (request.isOdd() || answer.closes() || isStream(answer)) {
                close();
            }
            return answer;
        } catch (SocketException | EOFException gone) {
            close();
            return RawAnswer.NONE;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private RawAnswer exchange(RawRequest request) throws IOException {
        try {
            socket.getOutputStream().write(request.bytes());
            socket.getOutputStream().flush();
            if (request.isOdd()) {
                socket.shutdownOutput();
            }
        } catch (SocketException refusedInTheMiddle) {
            // Its answer may be there nevertheless.
        }
        RawAnswer answer = head();
        while (answer.status() >= 100 && answer.status() < 200) {
            answer = head();
        }
        return new RawAnswer(answer.status(), answer.headers(), body(request, answer));
    }

    private RawAnswer head() throws IOException {
        String status = line();
        if (status.isEmpty()) {
            // One may come before (RFC 9112 section 2.2).
            status = line();
        }
        Map<String, List<String>> headers = new HashMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            if (colon < 0) {
                throw new IOException("no header: " + header + ", after " + status);
            }
            headers.computeIfAbsent(header.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>()).add(header.substring(colon + 1).strip());
        }
        return new RawAnswer(Integer.parseInt(status.split(" ")[1]), headers, new byte[0]);
    }

    private byte[] body(RawRequest request, RawAnswer answer) throws IOException {
        if (request.method().equals("HEAD") || answer.status() == 204 || answer.status() == 304 || isStream(answer)) {
            return new byte[0];
        }
        if (answer.header("transfer-encoding").equals("chunked")) {
            return chunks();
        }
        if (answer.headers().containsKey("content-length")) {
            return exactly(Integer.parseInt(answer.header("content-length")));
        }
        return in.readAllBytes();
    }

    /** Events go on for ever. */
    private static boolean isStream(RawAnswer answer) {
        return answer.header("content-type").startsWith("text/event-stream");
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            whole.writeBytes(exactly(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = new Socket("localhost", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
