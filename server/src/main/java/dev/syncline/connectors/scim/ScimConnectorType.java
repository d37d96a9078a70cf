package dev.syncline.connectors.scim;

import dev.syncline.connector.AttributeSpec;
import dev.syncline.connector.Capability;
import dev.syncline.connector.Connector;
import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.Field;
import dev.syncline.connector.Schema;
import dev.syncline.connector.Settings;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Any service that speaks SCIM 2.0. */
public final class ScimConnectorType implements ConnectorType {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:";

    private final InstantSource clock;

    public ScimConnectorType() {
        this(InstantSource.system());
    }

    ScimConnectorType(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "scim";
    }

    @Override
    public String label() {
        return "SCIM 2.0 service";
    }

    @Override
    public List<Field> fields() {
        return ScimFields.ALL;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.ACCOUNTS, Capability.ENABLE_DISABLE, Capability.PERMISSIONS, Capability.READ, Capability.LIST_ACCOUNTS,
                Capability.LIST_OBJECTS, Capability.GROUPS);
    }

    /** The attributes of a user (RFC 7643, 4.1 and 4.3) that people map most. */
    @Override
    public Schema schema(Settings settings) {
        return new Schema(
                List.of(
                        AttributeSpec.text("name.givenName", "Given name."),
                        AttributeSpec.text("name.familyName", "Family name."),
                        AttributeSpec.text("name.formatted", "Full name."),
                        AttributeSpec.text("displayName", "Name to show."),
                        AttributeSpec.text("externalId", "Syncline's id of the account; its name where this is not mapped."),
                        AttributeSpec.personal("emails[type eq \"work\"].value", "E-mail address."),
                        AttributeSpec.personal("phoneNumbers[type eq \"work\"].value", "Telephone number."),
                        AttributeSpec.personal("phoneNumbers[type eq \"mobile\"].value", "Mobile telephone number."),
                        AttributeSpec.personal("addresses[type eq \"work\"].streetAddress", "Street and number."),
                        AttributeSpec.personal("addresses[type eq \"work\"].postalCode", "Postal code."),
                        AttributeSpec.text("title", "Job title."),
                        AttributeSpec.text("userType", "Kind of employment."),
                        AttributeSpec.text("preferredLanguage", "Language, such as en-US."),
                        AttributeSpec.text(ENTERPRISE + "employeeNumber", "Number of the employee."),
                        AttributeSpec.text(ENTERPRISE + "department", "Department."),
                        AttributeSpec.text(ENTERPRISE + "organization", "Organization."),
                        AttributeSpec.secret("password", "Password the account signs in with.")),
                true);
    }

    @Override
    public Connector open(Settings settings) {
        ScimConfig config = ScimConfig.of(settings);
        return new ScimConnector(config, new ScimService(config, clock));
    }
}
