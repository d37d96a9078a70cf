package dev.syncline.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.entitlement.Entitlement.Reason;
import dev.syncline.fixtures.TestServer;
import dev.syncline.identity.Act;
import dev.syncline.identity.UserData;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class EntitlementsTest {

    private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");

    private final TestServer server = TestServer.shared();
    private final Entitlements entitlements = server.bean(Entitlements.class);
    private final UUID user = server.bean(Users.class).create(
            new UserData(TestServer.unique("holder"), null, null, null, null, null, null, null, null), Act.by(Actor.SYSTEM)).id();
    private final UUID application = UUID.fromString(server.api().post("/api/v1/applications",
            Map.of("name", TestServer.unique("Wanted"), "connector", "memory", "settings", Map.of("name", TestServer.unique("wanted"))))
            .json().path("id").asString());
    private final UUID policy = UUID.randomUUID();

    @Test
    void theSameReasonIsKeptOnceWithTheNewestEndAndVersion() {
        grant(new Entitlement(user, application, null, Reason.POLICY, policy, 1, null));
        Entitlement newer = new Entitlement(user, application, null, Reason.POLICY, policy, 2, END);
        grant(newer);
        assertThat(entitlements.of(List.of(user)).get(user)).containsExactly(newer);
    }

    @Test
    void aReasonThatEndsLeavesTheOthers() {
        Entitlement wanted = new Entitlement(user, application, null, Reason.POLICY, policy, 1, null);
        Entitlement requested = new Entitlement(user, application, null, Reason.REQUEST, UUID.randomUUID(), null, END);
        grant(wanted);
        grant(requested);
        assertThat(entitlements.ended(END, 1_000)).contains(requested).doesNotContain(wanted);
        assertThat(entitlements.ended(END.minusSeconds(1), 1_000)).doesNotContain(requested);
        server.bean(TransactionTemplate.class).executeWithoutResult(_ -> entitlements.revoke(List.of(wanted)));
        assertThat(entitlements.of(List.of(user)).get(user)).containsExactly(requested);
        assertThat(entitlements.because(policy, 10)).isEmpty();
    }

    private void grant(Entitlement entitlement) {
        server.bean(TransactionTemplate.class).executeWithoutResult(_ -> entitlements.grant(List.of(entitlement)));
    }
}
