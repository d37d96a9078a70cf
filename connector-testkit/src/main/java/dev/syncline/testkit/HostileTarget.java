package dev.syncline.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A listener that takes connections and never does what it should. */
public final class HostileTarget implements AutoCloseable {

    /** What it does with a request. */
    public enum Manner {
        /** Reads and stays silent. */
        HANG,
        /** Closes the connection at once. */
        CLOSE,
        /** Answers something that is no protocol. */
        GARBAGE,
        /** Answers 200 with JSON that is none. */
        NO_JSON,
        /** Answers 200 and then sixty-four megabytes. */
        FLOOD,
        /** Answers one byte a second, for ever. */
        DRIP,
        /** Answers 302 to a place that must not be visited. */
        REDIRECT,
        /** Answers 400 and repeats the request it got, secrets included. */
        ECHO
    }

    private static final int FLOOD_CHUNKS = 1024;

    private final Manner manner;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private HostileTarget(Manner manner) throws IOException {
        this.manner = manner;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    public static HostileTarget thatDoes(Manner manner) {
        try {
            var target = new HostileTarget(manner);
            Thread.ofVirtual().start(target::accept);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                // Closed.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            byte[] buffer = new byte[64 * 1024];
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            int read;
            while (manner != Manner.CLOSE && (read = in.read(buffer)) > 0) {
                answer(new String(buffer, 0, read, StandardCharsets.ISO_8859_1), out);
            }
        } catch (IOException _) {
            // The client gave up, as it should.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(String request, OutputStream out) throws IOException, InterruptedException {
        switch (manner) {
            case HANG, CLOSE -> {}
            case GARBAGE -> {
                out.write("\u0000\u0001garbage\r\n\r\n".repeat(20).getBytes(StandardCharsets.ISO_8859_1));
                throw new IOException("done");
            }
            case NO_JSON -> out.write(response("200 OK", "", "<html>It works!</html>"));
            case FLOOD -> flood(out);
            case DRIP -> drip(out);
            case REDIRECT -> out.write(response("302 Found", "Location: http://" + authority() + "/elsewhere\r\n", ""));
            case ECHO -> out.write(response("400 Bad Request", "", "{\"detail\":\"You sent: " + escaped(request) + "\"}"));
        }
        out.flush();
    }

    private static void flood(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        byte[] chunk = "x".repeat(64 * 1024).getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < FLOOD_CHUNKS; i++) {
            out.write(chunk);
        }
        throw new IOException("done");
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        while (true) {
            out.write(' ');
            out.flush();
            Thread.sleep(1000);
        }
    }

    private static byte[] response(String status, String headers, String body) {
        return ("HTTP/1.1 " + status + "\r\n" + headers + "Content-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\r", "\\r").replace("\n", "\\n");
    }

    private String authority() {
        return address().getAddress().getHostAddress() + ":" + address().getPort();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
