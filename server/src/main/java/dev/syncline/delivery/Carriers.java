package dev.syncline.delivery;

import dev.syncline.connector.Settings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The carrier of each kind. */
@Component
class Carriers {

    /** For one step of speaking to a receiver. Together with what is around it, it has to stay far below the length of a lease. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<Channel.Kind, Carrier> carriers = new EnumMap<>(Channel.Kind.class);

    Carriers(List<Carrier> all) {
        all.forEach(carrier -> carriers.put(carrier.kind(), carrier));
    }

    Carrier of(Channel.Kind kind) {
        return Objects.requireNonNull(carriers.get(kind), "each kind has a carrier");
    }

    static Settings settings(Map<String, String> settings, Map<String, String> secrets) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(secrets);
        return new Settings(all, PATIENCE);
    }
}
