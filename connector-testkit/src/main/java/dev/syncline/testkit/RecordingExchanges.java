package dev.syncline.testkit;

import dev.syncline.connector.Exchanges;
import dev.syncline.connector.WireRequest;
import dev.syncline.connector.WireResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A record in memory that notices how it is used. */
public final class RecordingExchanges implements Exchanges {

    private final List<Recorded> recorded = new CopyOnWriteArrayList<>();
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /** A record that takes nothing: every {@link #begin} throws, so nothing may be sent. */
    public static Exchanges full() {
        return new Exchanges() {
            @Override
            public Exchange begin(WireRequest request) {
                throw new IllegalStateException("The record is full.");
            }

            @Override
            public void secret(String value) {}
        };
    }

    @Override
    public Exchange begin(WireRequest request) {
        var exchange = new Recorded(request);
        recorded.add(exchange);
        return exchange;
    }

    @Override
    public void secret(String value) {
        secrets.add(value);
    }

    /** In the order begun. */
    public List<Recorded> all() {
        return List.copyOf(recorded);
    }

    /** What the connector declared as secret. */
    public Set<String> secrets() {
        return Set.copyOf(secrets);
    }

    public List<String> operations() {
        return recorded.stream().map(exchange -> exchange.request().operation()).toList();
    }

    /** One exchange and how it ended. */
    public static final class Recorded implements Exchange {

        private final WireRequest request;
        private final List<Object> endings = new ArrayList<>();

        private Recorded(WireRequest request) {
            this.request = request;
        }

        @Override
        public synchronized void answered(WireResponse response) {
            endings.add(response);
        }

        @Override
        public synchronized void broken(String what) {
            endings.add(what);
        }

        public WireRequest request() {
            return request;
        }

        /** Empty when it broke. */
        public synchronized Optional<WireResponse> response() {
            return endings.stream().filter(WireResponse.class::isInstance).map(WireResponse.class::cast).findFirst();
        }

        /** How often it was ended: once, if all is well. */
        public synchronized int timesEnded() {
            return endings.size();
        }

        @Override
        public synchronized String toString() {
            return request + " -> " + endings;
        }
    }
}
