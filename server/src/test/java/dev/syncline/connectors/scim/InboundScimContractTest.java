package dev.syncline.connectors.scim;

import dev.syncline.fixtures.TestServer;
import dev.syncline.testkit.ConnectorContract;
import dev.syncline.testkit.Subject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contract on our own inbound SCIM: what goes out of one Syncline comes into another. */
class InboundScimContractTest {

    /** Not the shared one: what is listed page by page are all users, and others make ten thousand of them. */
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Subject subject(String style) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), URI.create(server.url()).getPort());
        return new ScimSubject(address, "/scim/v2", TestServer.TOKEN, Map.of("updateStyle", style), TestServer.unique(style));
    }

    @Nested
    class WithPatch extends ConnectorContract {
        private static Subject subject;

        @BeforeAll
        static void prepare() {
            subject = InboundScimContractTest.subject("PATCH");
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
            subject = InboundScimContractTest.subject("PUT");
        }

        @Override
        public Subject subject() {
            return subject;
        }
    }
}
