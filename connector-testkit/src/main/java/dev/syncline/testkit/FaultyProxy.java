package dev.syncline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a connector and its real target, and loses the target's answers when told to. */
public final class FaultyProxy implements AutoCloseable {

    /** What happens to the target's answers. Requests always pass. */
    public enum Answers {
        PASS,
        /** They vanish; the connection stays open. */
        VANISH,
        /** The connection is closed in their place. */
        CLOSE
    }

    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesSent = new AtomicLong();
    private volatile Answers answers = Answers.PASS;

    private FaultyProxy(InetSocketAddress target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    public static FaultyProxy before(InetSocketAddress target) {
        try {
            var proxy = new FaultyProxy(target);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    public void answers(Answers from) {
        this.answers = from;
    }

    /** Bytes the connector has sent to the target so far. */
    public long bytesSent() {
        return bytesSent.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(target.getAddress(), target.getPort());
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> requests(client, server));
                Thread.ofVirtual().start(() -> answers(server, client));
            } catch (IOException _) {
                // The listener was closed, or the target is not there: the client sees its connection go.
            }
        }
    }

    private void requests(Socket client, Socket server) {
        byte[] buffer = new byte[16 * 1024];
        try (client; server) {
            int read;
            while ((read = client.getInputStream().read(buffer)) >= 0) {
                bytesSent.addAndGet(read);
                server.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException _) {
            // Either side hung up.
        }
    }

    private void answers(Socket server, Socket client) {
        byte[] buffer = new byte[16 * 1024];
        try (client; server) {
            int read;
            while ((read = server.getInputStream().read(buffer)) >= 0) {
                switch (answers) {
                    case PASS -> client.getOutputStream().write(buffer, 0, read);
                    case VANISH -> {}
                    case CLOSE -> {
                        return;
                    }
                }
            }
        } catch (IOException _) {
            // Either side hung up.
        }
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
