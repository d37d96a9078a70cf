package dev.syncline.samples;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** A directory in memory behind a real LDAP listener on the loopback interface, with people and groups. */
public final class SampleDirectory implements AutoCloseable {

    public static final String SUFFIX = "dc=example,dc=com";
    public static final String PEOPLE = "ou=people," + SUFFIX;
    public static final String GROUPS = "ou=groups," + SUFFIX;
    public static final String BIND_DN = "cn=admin," + SUFFIX;

    private final InMemoryDirectoryServer server;
    private final Faults faults = new Faults();

    private SampleDirectory(String password) throws LDAPException {
        var config = new InMemoryDirectoryServerConfig(SUFFIX);
        config.addAdditionalBindCredentials(BIND_DN, password);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("loopback", InetAddress.getLoopbackAddress(), 0, null));
        config.setMaxConnections(200);
        config.addInMemoryOperationInterceptor(new FaultyDirectory(faults));
        server = new InMemoryDirectoryServer(config);
    }

    /** Starts on a free port, with empty people and groups branches. */
    public static SampleDirectory start(String password) {
        try {
            var directory = new SampleDirectory(password);
            directory.server.add("dn: " + SUFFIX, "objectClass: domain", "dc: example");
            directory.server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
            directory.server.add("dn: " + GROUPS, "objectClass: organizationalUnit", "ou: groups");
            directory.server.startListening();
            return directory;
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException("The sample directory does not start: " + e.getMessage(), e);
        }
    }

    public String url() {
        return "ldap://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.getListenPort();
    }

    public Faults faults() {
        return faults;
    }

    /** Adds a groupOfNames whose only member is the administrator, because the class needs one (RFC 4519, 3.5). */
    public String addGroup(String name) {
        try {
            String dn = new DN(new RDN("cn", name), new DN(GROUPS)).toString();
            server.add("dn: " + dn, "objectClass: groupOfNames", "cn: " + name, "member: " + BIND_DN);
            return dn;
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException("The group " + name + " cannot be added: " + e.getMessage(), e);
        }
    }

    public Optional<Entry> find(String dn) {
        try {
            return Optional.ofNullable(server.getEntry(dn));
        } catch (LDAPException e) {
            throw new IllegalStateException("The entry " + dn + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** DNs of the accounts. */
    public List<String> accounts() {
        try {
            return server.search(PEOPLE, SearchScope.ONE, "(objectClass=*)", "1.1").getSearchEntries().stream()
                    .map(Entry::getDN)
                    .toList();
        } catch (LDAPException e) {
            throw new IllegalStateException("The accounts cannot be listed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
