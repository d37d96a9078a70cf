package dev.syncline.background;

import dev.syncline.id.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** This server's right to work on something: good for a while, renewed with every group, taken over by another server afterwards. */
@Component
public class Lease {

    /** Far longer than a group takes. */
    private static final Duration LENGTH = Duration.ofMinutes(1);

    private final UUID holder;
    private final Clock clock;
    private volatile boolean stopping;

    Lease(Ids ids, Clock clock) {
        this.holder = ids.next();
        this.clock = clock;
    }

    /** This server, for as long as it runs. */
    public UUID holder() {
        return holder;
    }

    /** When a lease taken or renewed now ends. */
    public Instant until() {
        return clock.instant().plus(LENGTH);
    }

    /** The server is about to stop: no further group is begun. */
    void stop() {
        stopping = true;
    }

    public boolean stopping() {
        return stopping;
    }
}
