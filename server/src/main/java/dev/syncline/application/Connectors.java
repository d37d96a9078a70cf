package dev.syncline.application;

import dev.syncline.connector.ConnectorType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The connector types on the class path, by name. */
@Component
public class Connectors {

    private final Map<String, ConnectorType> types = new TreeMap<>();

    Connectors() {
        for (ConnectorType type : ServiceLoader.load(ConnectorType.class)) {
            ConnectorType other = types.put(type.name(), type);
            if (other != null) {
                throw new IllegalStateException("Two connector types are called \"" + type.name() + "\": " + type.getClass().getName()
                        + " and " + other.getClass().getName() + ". Remove one of them from the class path.");
            }
        }
    }

    /** In the order of their names. */
    public Collection<ConnectorType> all() {
        return types.values();
    }

    public Optional<ConnectorType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
