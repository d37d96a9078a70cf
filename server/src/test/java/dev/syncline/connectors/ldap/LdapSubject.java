package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.PermissionKind;
import dev.syncline.connector.PermissionRef;
import dev.syncline.testkit.Subject;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A directory that disables accounts by their employee type, seen through a connection of the test's own. */
record LdapSubject(InetSocketAddress address, String bindDn, String password, String people, String suffix, List<String> groups)
        implements Subject {

    @Override
    public ConnectorType type() {
        return new LdapConnectorType();
    }

    @Override
    public Map<String, String> settings() {
        return at(address);
    }

    @Override
    public Map<String, String> at(InetSocketAddress other) {
        Map<String, String> settings = new HashMap<>();
        settings.put("url", "ldap://" + other.getAddress().getHostAddress() + ":" + other.getPort());
        settings.put("bindDn", bindDn);
        settings.put("password", password);
        settings.put("baseDn", people);
        settings.put("disableAttribute", "employeeType");
        settings.put("disabledValue", "disabled");
        settings.put("emptyGroupMember", bindDn);
        return settings;
    }

    @Override
    public Map<String, String> withWrongCredentials() {
        Map<String, String> settings = settings();
        settings.put("password", "not-the-password");
        return settings;
    }

    @Override
    public Map<String, String> onConflict(boolean adopt) {
        return Map.of("conflict", adopt ? "ADOPT" : "REFUSE");
    }

    @Override
    public Map<String, Object> attributes(String name) {
        return Map.of("cn", "Ada " + name, "sn", "Løvelace", "mail", name + "@example.com", "userPassword", "canary-§-" + name);
    }

    @Override
    public Set<String> secretAttributes() {
        return Set.of("userPassword");
    }

    @Override
    public String freeAttribute() {
        return "description";
    }

    @Override
    public List<PermissionRef> permissions() {
        return groups.stream().map(dn -> new PermissionRef(dn, PermissionKind.GROUP, dn, dn)).toList();
    }

    @Override
    public Optional<Seen> look(String name) {
        try (var connection = new LDAPConnection(address.getAddress().getHostAddress(), address.getPort(), bindDn, password)) {
            String dn = "uid=" + name + "," + people;
            Entry entry = connection.getEntry(dn);
            return entry == null ? Optional.empty() : Optional.of(seen(entry, groupsOf(dn, connection)));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<SeenObject> look(ObjectType objectType, String remoteId) {
        try (var connection = new LDAPConnection(address.getAddress().getHostAddress(), address.getPort(), bindDn, password)) {
            Entry entry = connection.getEntry(remoteId);
            return entry == null ? Optional.empty() : Optional.of(object(entry));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private SeenObject object(Entry entry) throws LDAPException {
        String above = entry.getParsedDN().getParent().toString();
        String[] members = entry.getAttributeValues("member");
        Set<String> accounts = members == null ? Set.of() : Arrays.stream(members).filter(member -> !member.equals(bindDn)).collect(Collectors.toSet());
        return new SeenObject(entry.getRDN().getAttributeValues()[0], Optional.of(above).filter(dn -> !dn.equals(people)), accounts);
    }

    private Set<String> groupsOf(String dn, LDAPConnection connection) throws LDAPException {
        return connection.search(suffix, SearchScope.SUB, Filter.createEqualityFilter("member", dn), "1.1").getSearchEntries().stream()
                .map(SearchResultEntry::getDN)
                .collect(Collectors.toSet());
    }

    private static Seen seen(Entry entry, Set<String> groups) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Attribute attribute : entry.getAttributes()) {
            attributes.put(attribute.getName(), attribute.getValue());
        }
        boolean enabled = !entry.hasAttributeValue("employeeType", "disabled");
        return new Seen(entry.getDN(), Optional.of(enabled), attributes, groups);
    }
}
