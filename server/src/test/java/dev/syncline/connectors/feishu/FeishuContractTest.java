package dev.syncline.connectors.feishu;

import dev.syncline.samples.feishu.SampleFeishu;
import dev.syncline.testkit.ConnectorContract;
import dev.syncline.testkit.Subject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contract on the fake platform, with the kinds of names and ids there are. Its limits have tests of their own. */
class FeishuContractTest {

    private static SampleFeishu feishu;

    @BeforeAll
    static void start() {
        feishu = SampleFeishu.start("cli_9f5343c580712544", FeishuSubject.SECRET);
        feishu.withoutLimits();
    }

    @AfterAll
    static void stop() {
        feishu.close();
    }

    @Nested
    class NamedByUserId extends ConnectorContract {
        private static Subject subject;

        @BeforeAll
        static void prepare() {
            subject = new FeishuSubject(feishu, Map.of(), "named");
        }

        @Override
        public Subject subject() {
            return subject;
        }
    }

    @Nested
    class NamedByMailAndKnownByOwnIds extends ConnectorContract {
        private static Subject subject;

        @BeforeAll
        static void prepare() {
            subject = new FeishuSubject(feishu, Map.of("nameField", "EMAIL", "idType", "USER_ID", "departmentIdType", "DEPARTMENT_ID"), "mailed");
        }

        @Override
        public Subject subject() {
            return subject;
        }

        @Override
        public String newName() {
            return super.newName() + "@example.com";
        }
    }
}
