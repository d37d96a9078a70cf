package dev.syncline.connectors.ldap;

import dev.syncline.connector.AttributeSpec;
import dev.syncline.connector.Capability;
import dev.syncline.connector.Connector;
import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.Field;
import dev.syncline.connector.Schema;
import dev.syncline.connector.Settings;
import java.util.List;
import java.util.Set;

/** Any directory that speaks LDAP version 3. */
public final class LdapConnectorType implements ConnectorType {

    @Override
    public String name() {
        return "ldap";
    }

    @Override
    public String label() {
        return "LDAP directory";
    }

    @Override
    public List<Field> fields() {
        return LdapFields.ALL;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.ACCOUNTS, Capability.ENABLE_DISABLE, Capability.PERMISSIONS, Capability.READ, Capability.LIST_ACCOUNTS,
                Capability.LIST_OBJECTS, Capability.ORGANIZATIONS, Capability.GROUPS);
    }

    /** The attributes of inetOrgPerson (RFC 2798) that people map most. */
    @Override
    public Schema schema(Settings settings) {
        return new Schema(
                List.of(
                        AttributeSpec.requiredText("cn", "Full name."),
                        AttributeSpec.requiredText("sn", "Family name."),
                        AttributeSpec.text("givenName", "Given name."),
                        AttributeSpec.text("displayName", "Name to show."),
                        AttributeSpec.personal("mail", "E-mail address."),
                        AttributeSpec.personal("telephoneNumber", "Telephone number."),
                        AttributeSpec.personal("mobile", "Mobile telephone number."),
                        AttributeSpec.personal("homePhone", "Private telephone number."),
                        AttributeSpec.personal("postalAddress", "Postal address."),
                        AttributeSpec.personal("street", "Street and number."),
                        AttributeSpec.personal("postalCode", "Postal code."),
                        AttributeSpec.personal("homePostalAddress", "Private postal address."),
                        AttributeSpec.text("employeeNumber", "Number of the employee."),
                        AttributeSpec.text("employeeType", "Kind of employment."),
                        AttributeSpec.text("departmentNumber", "Department."),
                        AttributeSpec.text("title", "Job title."),
                        AttributeSpec.text("description", "Anything."),
                        AttributeSpec.text("@parent", "Code of the organization whose entry the account is put under, such as organization.code; empty for the base of accounts."),
                        AttributeSpec.secret("userPassword", "Password the account signs in with.")),
                true);
    }

    @Override
    public Connector open(Settings settings) {
        LdapConfig config = LdapConfig.of(settings);
        return new LdapConnector(config, new LdapWire(new Connections(config)));
    }
}
