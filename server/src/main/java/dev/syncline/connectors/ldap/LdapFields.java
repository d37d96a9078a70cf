package dev.syncline.connectors.ldap;

import static dev.syncline.connector.Field.optional;
import static dev.syncline.connector.Field.required;

import dev.syncline.connector.Field;
import dev.syncline.connector.Field.Kind;
import dev.syncline.connectors.ConflictRule;
import dev.syncline.connectors.Trust;
import java.util.List;
import java.util.stream.Stream;

/** The settings of a connection to a directory. */
final class LdapFields {

    static final Field URL = required("url", "URL", Kind.URL, "Where the directory listens: ldap://host:389 or ldaps://host:636.");
    static final Field START_TLS = optional("startTls", "StartTLS", Kind.BOOLEAN, "false", "Turn an ldap:// connection into an encrypted one before anything is sent.");
    static final Field BIND_DN = required("bindDn", "Bind DN", Kind.TEXT, "The entry Syncline signs in as, such as cn=syncline,dc=example,dc=com.");
    static final Field PASSWORD = required("password", "Password", Kind.SECRET, "Password of the bind DN.");
    static final Field BASE_DN = required("baseDn", "Base DN of accounts", Kind.TEXT, "The entry accounts are created under, such as ou=people,dc=example,dc=com.");
    static final Field RDN = optional("rdnAttribute", "Naming attribute", Kind.TEXT, "uid", "The attribute that holds an account's name and names its entry, such as uid or cn.");
    static final Field CLASSES = optional("objectClasses", "Object classes", Kind.TEXT, "inetOrgPerson", "Object classes of a new account, separated by commas.");
    static final Field MEMBER = optional("groupMemberAttribute", "Member attribute of groups", Kind.TEXT, "member", "member or uniqueMember (holds DNs), or memberUid (holds names).");
    static final Field GROUP_BASE = optional("groupBaseDn", "Base DN of groups", Kind.TEXT, "Where groups are looked for, and synchronized ones created; empty for the entry above the base of accounts.");
    static final Field EMPTY_MEMBER = optional("emptyGroupMember", "Member of an empty group", Kind.TEXT, "DN that takes the place of a group's last member, for group classes that need one; empty to refuse.");
    static final Field CLEAN_GROUPS = optional("cleanGroups", "Keep groups consistent", Kind.BOOLEAN, "true", "After a rename or deletion, correct the groups that list the account. Switch off where the directory does so itself.");
    static final Field DISABLE_ATTRIBUTE = optional("disableAttribute", "Disabling attribute", Kind.TEXT, "The attribute whose value disables an account, such as userAccountControl; empty when accounts cannot be disabled.");
    static final Field DISABLED_VALUE = optional("disabledValue", "Value when disabled", Kind.TEXT, "The disabling attribute's value of a disabled account, such as 514.");
    static final Field ENABLED_VALUE = optional("enabledValue", "Value when enabled", Kind.TEXT, "The disabling attribute's value of an enabled account, such as 512; empty to remove the attribute.");
    static final Field LAST_SIGN_IN = optional("lastSignInAttribute", "Last sign-in attribute", Kind.TEXT, "The attribute that says when an account was last used, such as authTimestamp, pwdLastSuccess or lastLogonTimestamp; empty when there is none.");
    static final Field ORGANIZATION_BASE = optional("organizationBaseDn", "Base DN of organizations", Kind.TEXT, "The entry organizations at the top are created under; empty for the base of accounts.");
    static final Field ORGANIZATION_RDN = optional("organizationRdnAttribute", "Naming attribute of organizations", Kind.TEXT, "ou", "The attribute that holds an organization's name and names its entry.");
    static final Field ORGANIZATION_CLASSES = optional("organizationClasses", "Object classes of organizations", Kind.TEXT, "organizationalUnit", "Object classes of a new organization, separated by commas.");
    static final Field GROUP_RDN = optional("groupRdnAttribute", "Naming attribute of groups", Kind.TEXT, "cn", "The attribute that holds a group's name and names its entry.");
    static final Field GROUP_CLASSES = optional("groupClasses", "Object classes of groups", Kind.TEXT, "groupOfNames", "Object classes of a new group, separated by commas.");
    static final Field POOL = optional("poolSize", "Connections", Kind.INTEGER, "16", "How many connections may be open at once, 1 to 200.");

    static final List<Field> ALL = Stream.of(List.of(URL, START_TLS), Trust.FIELDS, List.of(
            BIND_DN, PASSWORD, BASE_DN, RDN, CLASSES, ConflictRule.FIELD, MEMBER, GROUP_BASE, EMPTY_MEMBER,
            CLEAN_GROUPS, DISABLE_ATTRIBUTE, DISABLED_VALUE, ENABLED_VALUE, LAST_SIGN_IN, ORGANIZATION_BASE, ORGANIZATION_RDN,
            ORGANIZATION_CLASSES, GROUP_RDN, GROUP_CLASSES, POOL)).flatMap(List::stream).toList();

    private LdapFields() {}
}
