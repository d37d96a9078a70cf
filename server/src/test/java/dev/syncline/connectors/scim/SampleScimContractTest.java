package dev.syncline.connectors.scim;

import dev.syncline.samples.SampleScimService;
import dev.syncline.testkit.ConnectorContract;
import dev.syncline.testkit.Subject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contract on the service the demo brings, with versions and with client credentials. */
class SampleScimContractTest {

    private static SampleScimService service;

    @BeforeAll
    static void start() {
        service = SampleScimService.start("canary-token", "canary client&secret");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Subject subject(String prefix, Map<String, String> further) {
        return new ScimSubject(service.address(), SampleScimService.PATH, "canary-token", further, prefix);
    }

    @Nested
    class WithPutAndBearer extends ConnectorContract {
        private static Subject subject;

        @BeforeAll
        static void prepare() {
            subject = SampleScimContractTest.subject("put", Map.of("updateStyle", "PUT"));
        }

        @Override
        public Subject subject() {
            return subject;
        }
    }

    @Nested
    class WithPatchAndClientCredentials extends ConnectorContract {
        private static Subject subject;

        @BeforeAll
        static void prepare() {
            subject = SampleScimContractTest.subject("patch", Map.of(
                    "auth", "OAUTH",
                    "tokenUrl", SampleScimService.TOKEN_PATH,
                    "clientId", SampleScimService.CLIENT_ID,
                    "clientSecret", "canary client&secret"));
        }

        @Override
        public Subject subject() {
            return subject;
        }
    }
}
