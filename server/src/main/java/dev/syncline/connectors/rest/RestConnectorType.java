package dev.syncline.connectors.rest;

import dev.syncline.connector.Capability;
import dev.syncline.connector.Connector;
import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.Field;
import dev.syncline.connector.Schema;
import dev.syncline.connector.Settings;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Any application that takes JSON over HTTP. */
public final class RestConnectorType implements ConnectorType {

    @Override
    public String name() {
        return "rest";
    }

    @Override
    public String label() {
        return "REST application";
    }

    @Override
    public List<Field> fields() {
        return RestFields.ALL;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.ACCOUNTS, Capability.ENABLE_DISABLE, Capability.PERMISSIONS, Capability.READ, Capability.LIST_ACCOUNTS,
                Capability.CALLBACK);
    }

    /** Without a request for it accounts cannot be listed. */
    @Override
    public Set<Capability> capabilities(Settings settings) {
        Set<Capability> able = EnumSet.copyOf(capabilities());
        if (settings.find(RestFields.LIST.name()).isEmpty()) {
            able.remove(Capability.LIST_ACCOUNTS);
        }
        return able;
    }

    /** The templates alone know. */
    @Override
    public Schema schema(Settings settings) {
        return new Schema(List.of(), true);
    }

    @Override
    public Connector open(Settings settings) {
        RestConfig config = RestConfig.of(settings);
        return new RestConnector(config, new RestService(config, InstantSource.system()));
    }
}
