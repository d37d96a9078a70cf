package dev.syncline.connectors.scim;

import dev.syncline.fixtures.ScimmyServer;
import dev.syncline.testkit.ConnectorContract;
import dev.syncline.testkit.Subject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contract on a third-party service, both ways of updating. */
class ScimmyContractTest {

    private static ScimmyServer scimmy;

    @BeforeAll
    static void start() {
        scimmy = ScimmyServer.start("canary-token");
    }

    @AfterAll
    static void stop() {
        scimmy.close();
    }

    private static Subject subject(String groupsOf, String style) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), scimmy.port());
        return new ScimSubject(address, "/scim/v2", scimmy.token(), Map.of("updateStyle", style), groupsOf);
    }

    @Nested
    class WithPatch extends ConnectorContract {
        private static Subject subject;

        @BeforeAll
        static void prepare() {
            subject = ScimmyContractTest.subject("patch", "PATCH");
        }

        @Override
        public Subject subject() {
            return subject;
        }
    }

    @Nested
    class WithPut extends ConnectorContract {
        private static Subject subject;

        @BeforeAll
        static void prepare() {
            subject = ScimmyContractTest.subject("put", "PUT");
        }

        @Override
        public Subject subject() {
            return subject;
        }
    }
}
