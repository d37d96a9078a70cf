package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in connections to one directory. Not the SDK's pool, because what an outcome may say depends on facts that pool
 * keeps to itself: whether a connection was fresh, and whether it broke before or after the request was sent. It also never
 * opens a replacement on its own, which would go on hammering a directory that is down.
 */
final class Connections implements AutoCloseable {

    /** Firewalls forget idle connections without a word; one that idled longer is replaced rather than tried. */
    private static final long MAX_IDLE_MS = 45_000;

    private final LdapConfig config;
    private final Watchdog watchdog;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<LDAPConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Connections(LdapConfig config) {
        this.config = config;
        this.watchdog = new Watchdog(config.timeout());
        this.free = new Semaphore(config.poolSize());
    }

    /** A connection for one request. {@code reused}: it idled before, so the directory may have closed it meanwhile. */
    record Lease(LDAPConnection connection, boolean reused) {}

    /**
     * An idle connection, or a new one that is signed in. To be given back by {@link #release}.
     *
     * @throws LDAPException when none could be opened; nothing of the request was sent
     */
    Lease take() throws LDAPException {
        acquire();
        try {
            LDAPConnection connection = freshestIdle();
            return connection == null ? new Lease(open(), false) : new Lease(connection, true);
        } catch (LDAPException | RuntimeException e) {
            free.release();
            throw e;
        }
    }

    /** A new connection that is signed in, for several requests in a row. To be given back by {@link #release}. */
    Lease takeFresh() throws LDAPException {
        acquire();
        try {
            return new Lease(open(), false);
        } catch (LDAPException | RuntimeException e) {
            free.release();
            throw e;
        }
    }

    /** @param usable whether the next request may use it */
    void release(Lease lease, boolean usable) {
        if (usable && !closed && lease.connection().isConnected()) {
            idle.push(lease.connection());
        } else {
            lease.connection().close();
        }
        free.release();
    }

    /** A directory that closed one idle connection, a restart for example, has closed the others as well. */
    void forgetIdle() {
        LDAPConnection connection;
        while ((connection = idle.poll()) != null) {
            connection.close();
        }
    }

    /** A new connection, not signed in. */
    LDAPConnection connect() throws LDAPException {
        Endpoint endpoint = config.endpoint();
        LDAPConnectionOptions options = options();
        return switch (endpoint.security()) {
            case PLAIN -> new LDAPConnection(options, endpoint.host(), endpoint.port());
            case LDAPS -> new LDAPConnection(endpoint.tls().orElseThrow(), options, endpoint.host(), endpoint.port());
            case START_TLS -> startTls(new LDAPConnection(options, endpoint.host(), endpoint.port()));
        };
    }

    /** To be put around every request. */
    Watchdog.Watch watch(LDAPConnection connection) {
        return watchdog.over(connection);
    }

    SimpleBindRequest bindRequest() {
        return new SimpleBindRequest(config.bindDn(), config.password());
    }

    private void acquire() throws LDAPException {
        try {
            if (!free.tryAcquire(config.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LDAPException(ResultCode.CONNECT_ERROR, "All %d connections were busy for %d ms."
                        .formatted(config.poolSize(), config.timeout().toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LDAPException(ResultCode.CONNECT_ERROR, "Stopped while waiting for a free connection.", e);
        }
    }

    private @Nullable LDAPConnection freshestIdle() {
        LDAPConnection connection;
        while ((connection = idle.poll()) != null) {
            if (System.currentTimeMillis() - connection.getLastCommunicationTime() < MAX_IDLE_MS) {
                return connection;
            }
            connection.close();
        }
        return null;
    }

    private LDAPConnection open() throws LDAPException {
        LDAPConnection connection = connect();
        try (var _ = watchdog.over(connection)) {
            connection.bind(bindRequest());
            return connection;
        } catch (LDAPException e) {
            connection.close();
            throw e;
        }
    }

    private LDAPConnection startTls(LDAPConnection connection) throws LDAPException {
        try (var _ = watchdog.over(connection)) {
            var result = connection.processExtendedOperation(
                    new StartTLSExtendedRequest(config.endpoint().tls().orElseThrow()));
            if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
                throw new LDAPException(result);
            }
            return connection;
        } catch (LDAPException e) {
            connection.close();
            throw e;
        }
    }

    private LDAPConnectionOptions options() {
        var options = new LDAPConnectionOptions();
        int timeout = Math.toIntExact(config.timeout().toMillis());
        options.setConnectTimeoutMillis(timeout);
        options.setResponseTimeoutMillis(timeout);
        // One request at a time on a connection: the caller's own (virtual) thread reads the answer, without a reader thread.
        options.setUseSynchronousMode(true);
        options.setFollowReferrals(false);
        options.setUseSchema(false);
        options.setMaxMessageSize(8 * 1024 * 1024);
        options.setAbandonOnTimeout(false);
        options.setSSLSocketVerifier(new PeerCheck());
        options.setNameResolver(new GuardedNames());
        return options;
    }

    @Override
    public void close() {
        closed = true;
        forgetIdle();
    }
}
