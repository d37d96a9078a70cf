package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose answer takes too long as a whole. The SDK's time-out starts anew with every byte read, so a directory
 * that answers one byte a second would hold a thread for ever.
 */
final class Watchdog {

    /** Later than the SDK's own time-out, whose sentence says more. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final long patienceMs;
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("ldap-watchdog").factory());

    Watchdog(Duration timeout) {
        this.patienceMs = timeout.plus(GRACE).toMillis();
        timer.setRemoveOnCancelPolicy(true);
        // The thread ends by itself when nothing is under way, so that a closed connector leaves none behind.
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    /** A request under way; closed when it is over. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    Watch over(LDAPConnection connection) {
        var bite = timer.schedule(() -> connection.close(), patienceMs, TimeUnit.MILLISECONDS);
        return () -> bite.cancel(false);
    }
}
