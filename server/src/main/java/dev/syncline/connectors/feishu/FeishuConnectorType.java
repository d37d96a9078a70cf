package dev.syncline.connectors.feishu;

import dev.syncline.connector.AttributeSpec;
import dev.syncline.connector.Capability;
import dev.syncline.connector.Connector;
import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.Field;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Schema;
import dev.syncline.connector.Settings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A tenant of Feishu, or of Lark, as it is called elsewhere. */
public final class FeishuConnectorType implements ConnectorType {

    private final InstantSource clock;

    public FeishuConnectorType() {
        this(InstantSource.system());
    }

    FeishuConnectorType(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "feishu";
    }

    @Override
    public String label() {
        return "Feishu / Lark";
    }

    @Override
    public List<Field> fields() {
        return FeishuFields.ALL;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.ACCOUNTS, Capability.ENABLE_DISABLE, Capability.PERMISSIONS, Capability.READ, Capability.LIST_ACCOUNTS,
                Capability.ORGANIZATIONS, Capability.LIST_OBJECTS);
    }

    /** Open, because every company has fields of its own: {@code custom:ID}. */
    @Override
    public Schema schema(Settings settings) {
        List<AttributeSpec> attributes = new ArrayList<>(Arrays.stream(UserField.values()).map(UserField::spec).toList());
        attributes.add(AttributeSpec.text("@parent", "Code of the organization whose department the user is in, such as organization.code; empty for the default department."));
        return new Schema(attributes, true);
    }

    @Override
    public Schema schema(Settings settings, ObjectType objectType) {
        return switch (objectType) {
            case ACCOUNT -> schema(settings);
            case ORGANIZATION -> new Schema(Arrays.stream(DepartmentField.values()).map(DepartmentField::spec).toList(), false);
            case GROUP -> new Schema(List.of(), true);
        };
    }

    @Override
    public Connector open(Settings settings) {
        FeishuConfig config = FeishuConfig.of(settings);
        return new FeishuConnector(config, new FeishuService(config, clock));
    }
}
