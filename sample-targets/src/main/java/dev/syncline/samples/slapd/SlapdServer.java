package dev.syncline.samples.slapd;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running OpenLDAP server with empty {@link #PEOPLE} and {@link #GROUPS} branches. Gone with everything it kept after {@link #close}. */
public final class SlapdServer implements AutoCloseable {

    public static final String SUFFIX = "dc=example,dc=com";
    public static final String PEOPLE = "ou=people," + SUFFIX;
    public static final String GROUPS = "ou=groups," + SUFFIX;
    public static final String BIND_DN = "cn=admin," + SUFFIX;

    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private final int tlsPort;
    private final String password;
    private final Process process;
    private final Thread hook = new Thread(this::stop, "slapd-stop");

    /** @param tlsPort 0 when it speaks no TLS */
    private SlapdServer(Path folder, int port, int tlsPort, String password) {
        this.folder = folder;
        this.port = port;
        this.tlsPort = tlsPort;
        this.password = password;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts a server whose administrator ({@link #BIND_DN}) has this password, with few indexes. */
    public static SlapdServer start(String password) {
        return start(password, SlapdIndexes.FEW);
    }

    /** Starts a server whose administrator ({@link #BIND_DN}) has this password. */
    public static SlapdServer start(String password, SlapdIndexes indexes) {
        return start(password, indexes, null);
    }

    /** Starts one that also takes encrypted connections, from the first byte at {@link #secureUrl} and by StartTLS. */
    public static SlapdServer start(String password, SlapdTls tls) {
        return start(password, SlapdIndexes.FEW, tls);
    }

    private static SlapdServer start(String password, SlapdIndexes indexes, SlapdTls tls) {
        try {
            Path folder = Files.createTempDirectory("syncline-slapd");
            Files.createDirectory(folder.resolve("data"));
            Files.writeString(folder.resolve("slapd.conf"),
                    SlapdConfig.text(folder, SUFFIX, BIND_DN, password, indexes, tls == null ? "" : tls.directives(folder)));
            var server = new SlapdServer(folder, freePort(), tls == null ? 0 : freePort(), password);
            server.awaitAndFill();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "ldap://" + host() + ":" + port;
    }

    public String secureUrl() {
        return "ldaps://" + host() + ":" + tlsPort;
    }

    public String host() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    /** A connection of the administrator's own, to look at what is really there. The caller closes it. */
    public LDAPConnection connect() throws LDAPException {
        return new LDAPConnection(host(), port, BIND_DN, password);
    }

    /** Adds a groupOfNames whose only member is the administrator, because the class needs one (RFC 4519, 3.5). */
    public String addGroup(String name) {
        try (LDAPConnection connection = connect()) {
            String dn = new DN(new RDN("cn", name), new DN(GROUPS)).toString();
            connection.add(dn, new Attribute("objectClass", "groupOfNames"), new Attribute("cn", name), new Attribute("member", BIND_DN));
            // In the form the server gives DNs, which may escape otherwise than ours.
            return connection.getEntry(dn).getDN();
        } catch (LDAPException e) {
            throw new IllegalStateException("The group " + name + " cannot be added: " + e.getMessage(), e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * The child is told to die with the thread that started it (PR_SET_PDEATHSIG), so that a killed JVM leaves no server
     * behind; hence a thread of its own that lives as long as the child.
     */
    private Process launch() {
        var command = new ProcessBuilder(
                        "setpriv", "--pdeathsig", "TERM", "--",
                        SlapdProgram.path().toString(), "-d", "0", "-h", tlsPort == 0 ? url() + "/" : url() + "/ " + secureUrl() + "/", "-f", folder.resolve("slapd.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("slapd.log").toFile());
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name("slapd-parent").start(() -> {
            try {
                Process child = command.start();
                started.complete(child);
                child.waitFor();
            } catch (IOException e) {
                started.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return started.join();
    }

    private void awaitAndFill() {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try (LDAPConnection connection = connect()) {
                connection.add(
                        SUFFIX,
                        new Attribute("objectClass", "dcObject", "organization"),
                        new Attribute("dc", "example"),
                        new Attribute("o", "Example"));
                connection.add(PEOPLE, new Attribute("objectClass", "organizationalUnit"), new Attribute("ou", "people"));
                connection.add(GROUPS, new Attribute("objectClass", "organizationalUnit"), new Attribute("ou", "groups"));
                return;
            } catch (LDAPException e) {
                giveUpIfOver(deadline, e);
            }
        }
    }

    private void giveUpIfOver(long deadline, LDAPException e) {
        if (process.isAlive() && System.nanoTime() < deadline) {
            pause();
            return;
        }
        String log = log();
        close();
        throw new IllegalStateException("slapd does not start: " + e.getMessage() + " " + log, e);
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("slapd.log"));
        } catch (IOException e) {
            return "";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while slapd was starting.", e);
        }
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The JVM is already going down; the hook has nothing left to do.
        }
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        deleteFolder();
    }

    private void deleteFolder() {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
