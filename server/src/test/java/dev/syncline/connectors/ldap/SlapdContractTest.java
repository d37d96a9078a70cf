package dev.syncline.connectors.ldap;

import dev.syncline.samples.slapd.SlapdServer;
import dev.syncline.testkit.ConnectorContract;
import dev.syncline.testkit.Subject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on a real OpenLDAP. */
class SlapdContractTest extends ConnectorContract {

    private static SlapdServer slapd;
    private static LdapSubject subject;

    @BeforeAll
    static void start() {
        slapd = SlapdServer.start("canary-bind-password");
        subject = new LdapSubject(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), slapd.port()),
                SlapdServer.BIND_DN,
                slapd.password(),
                SlapdServer.PEOPLE,
                SlapdServer.SUFFIX,
                List.of(slapd.addGroup("staff"), slapd.addGroup("wiki, editors")));
    }

    @AfterAll
    static void stop() {
        slapd.close();
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public String remoteId(String name) {
        return "uid=" + name + "," + SlapdServer.PEOPLE;
    }
}
