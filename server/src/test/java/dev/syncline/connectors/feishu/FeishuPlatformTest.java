package dev.syncline.connectors.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Check;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Outcome.Throttled.Reach;
import dev.syncline.samples.Fault;
import dev.syncline.samples.feishu.FeishuApi;
import dev.syncline.samples.feishu.RateLimit;
import dev.syncline.testkit.RecordingExchanges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens, limits and scopes: what the platform itself asks of whoever calls it. */
class FeishuPlatformTest {

    private final Tenancy tenancy = new Tenancy(Map.of());

    @AfterEach
    void stop() {
        tenancy.close();
    }

    private static Change create(String name, String mobile) {
        return Tenancy.change(Action.CREATE, name, Optional.empty(), Map.of("name", name, "mobile", mobile));
    }

    @Test
    void oneTokenServesAllUntilShortlyBeforeItsEnd() throws Exception {
        tenancy.feishu.withoutLimits();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Change change = create("user" + i, "+86130000000%02d".formatted(i));
                outcomes.add(threads.submit(() -> tenancy.connector.apply(change, new RecordingExchanges())));
            }
            for (Future<Outcome> outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Done.class);
            }
        }
        assertThat(tenancy.feishu.tokensGiven()).isEqualTo(1);
        tenancy.clock.advance(Duration.ofMinutes(114));
        tenancy.done(create("later", "+8613100000001"));
        assertThat(tenancy.feishu.tokensGiven()).isEqualTo(1);
        tenancy.clock.advance(Duration.ofMinutes(2));
        tenancy.done(create("latest", "+8613100000002"));
        assertThat(tenancy.feishu.tokensGiven()).as("renewed ahead").isEqualTo(2);
    }

    @Test
    void aTokenThatIsNoLongerTakenIsReplacedOnce() {
        tenancy.done(create("ada", "+8613100000001"));
        tenancy.feishu.revokeTokens();
        tenancy.done(create("bob", "+8613100000002"));
        assertThat(tenancy.feishu.tokensGiven()).isEqualTo(2);
        assertThat(tenancy.record().all()).hasSize(3);
    }

    @Test
    void theTokenIsDeclaredBeforeItIsOnRecord() {
        tenancy.done(create("ada", "+8613100000001"));
        String answered = Json.text(Json.parse(tenancy.record().all().getFirst().response().orElseThrow().body()), "tenant_access_token").orElseThrow();
        assertThat(tenancy.record().secrets()).contains(answered, Tenancy.SECRET);
    }

    @Test
    void aLimitOnOneOperationHoldsNoOther() {
        tenancy.feishu.limit(FeishuApi.CREATE_USER, new RateLimit(1, Duration.ofSeconds(60)));
        String id = tenancy.create("ada", Tenancy.ada());
        Outcome.Throttled refused = throttled(create("bob", "+8613100000002"));
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(60));
        assertThat(refused.reach()).isEqualTo(Reach.OPERATION);

        Outcome.Throttled putOff = throttled(create("kim", "+8613100000003"));
        assertThat(tenancy.record().all()).as("nothing is asked in vain").isEmpty();
        assertThat(putOff.retryAfter()).contains(Duration.ofSeconds(120));
        tenancy.done(Tenancy.change(Action.UPDATE, "ada", Optional.of(id), Map.of("city", "Hangzhou")));

        tenancy.clock.advance(Duration.ofSeconds(60));
        tenancy.done(create("bob", "+8613100000002"));
    }

    @Test
    void freezingIsLimitedToOneASecondAndHoldsNoOtherChange() {
        String id = tenancy.create("ada", Tenancy.ada());
        tenancy.done(Tenancy.change(Action.DISABLE, "ada", Optional.of(id), Map.of()));
        throttled(Tenancy.change(Action.ENABLE, "ada", Optional.of(id), Map.of()));
        tenancy.done(Tenancy.change(Action.UPDATE, "ada", Optional.of(id), Map.of("city", "Hangzhou")));
        tenancy.clock.advance(Duration.ofSeconds(1));
        tenancy.done(Tenancy.change(Action.ENABLE, "ada", Optional.of(id), Map.of()));
    }

    @Test
    void olderOperationsSayTooOftenWithStatus400() {
        tenancy.feishu.faults().next(1, new Fault.Answer(400, "{\"code\":99991400,\"msg\":\"request trigger frequency limit\"}"));
        assertThat(throttled(create("ada", "+8613100000001")).reach()).isEqualTo(Reach.OPERATION);
    }

    private Outcome.Throttled throttled(Change change) {
        Outcome outcome = tenancy.apply(change);
        assertThat(outcome).isInstanceOf(Outcome.Throttled.class);
        return (Outcome.Throttled) outcome;
    }

    @Test
    void aMissingScopeIsNamed() {
        tenancy.feishu.settings().revoke("contact:contact");
        assertThat(tenancy.apply(create("ada", "+8613100000001"))).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("99991672");
            assertThat(refused.message()).contains("Grant the scope contact:contact to the app").endsWith(".");
        });
    }

    @Test
    void theCheckNamesWhatIsMissingAndWhatItIsFor() {
        assertThat(check().ok()).isTrue();
        tenancy.feishu.settings().revoke("contact:group");
        assertThat(check()).satisfies(check -> {
            assertThat(check.ok()).isTrue();
            assertThat(check.message()).contains("contact:group (to put users into groups)");
        });
        tenancy.feishu.settings().revoke("contact:user.employee_id:readonly");
        assertThat(check()).satisfies(check -> {
            assertThat(check.ok()).isFalse();
            assertThat(check.message()).contains("contact:user.employee_id:readonly (to see user ids)").contains("Check ");
        });
    }

    @Test
    void theCheckSaysWhenTheDefaultDepartmentIsOutOfRange() {
        tenancy.feishu.settings().range(Set.of(tenancy.feishu.seed().department("Sales", "0")));
        assertThat(check()).satisfies(check -> {
            assertThat(check.ok()).isFalse();
            assertThat(check.message()).contains("contact range").contains("default department");
        });
    }

    private Check check() {
        return tenancy.connector.check(new RecordingExchanges());
    }

    @Test
    void whatThePlatformBreaksIsUnclearAndWhatItNeverGotIsUnavailable() {
        tenancy.create("ada", Tenancy.ada());
        tenancy.feishu.faults().next(1, new Fault.Status(500));
        assertThat(tenancy.apply(create("bob", "+8613100000002"))).isInstanceOf(Outcome.Unclear.class);
        tenancy.feishu.faults().next(1, new Fault.Status(502));
        assertThat(tenancy.apply(create("bob", "+8613100000002"))).isInstanceOf(Outcome.Unavailable.class);
        Change once = create("kim", "+8613100000003");
        tenancy.feishu.faults().next(1, new Fault.DropAfterwards());
        assertThat(tenancy.apply(once)).isInstanceOf(Outcome.Unclear.class);
        tenancy.done(once);
        assertThat(tenancy.feishu.users()).hasSize(2);
    }
}
