package dev.syncline.connectors.ldap;

import dev.syncline.samples.SampleDirectory;
import dev.syncline.testkit.ConnectorContract;
import dev.syncline.testkit.Subject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on the directory the demo brings. */
class SampleDirectoryContractTest extends ConnectorContract {

    private static SampleDirectory directory;
    private static LdapSubject subject;

    @BeforeAll
    static void start() {
        directory = SampleDirectory.start("canary-bind-password");
        subject = new LdapSubject(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), URI.create(directory.url()).getPort()),
                SampleDirectory.BIND_DN,
                "canary-bind-password",
                SampleDirectory.PEOPLE,
                SampleDirectory.SUFFIX,
                List.of(directory.addGroup("staff"), directory.addGroup("wiki")));
    }

    @AfterAll
    static void stop() {
        directory.close();
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public String remoteId(String name) {
        return "uid=" + name + "," + SampleDirectory.PEOPLE;
    }
}
