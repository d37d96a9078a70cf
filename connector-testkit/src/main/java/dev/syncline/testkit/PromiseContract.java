package dev.syncline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.syncline.connector.Action;
import dev.syncline.connector.Capability;
import dev.syncline.connector.Change;
import dev.syncline.connector.Check;
import dev.syncline.connector.Connector;
import dev.syncline.connector.Listing;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a connector keeps to: it refuses what it does not declare, records before it sends, and shows no secret. */
interface PromiseContract extends ContractPart {

    @Test
    default void refusesWhatItDoesNotDeclare() {
        Set<Capability> declared = subject().type().capabilities();
        try (Trial trial = Trial.of(subject())) {
            if (!declared.contains(Capability.ORGANIZATIONS)) {
                refused(trial, ObjectType.ORGANIZATION);
            }
            if (!declared.contains(Capability.GROUPS)) {
                refused(trial, ObjectType.GROUP);
            }
            if (!declared.contains(Capability.LIST_ACCOUNTS)) {
                assertThat(trial.list(10, _ -> true)).isInstanceOfSatisfying(
                        Listing.Failed.class, failed -> assertThat(failed.message()).contains(" ").endsWith("."));
                assertThat(trial.record().all()).isEmpty();
            }
            refusesToList(trial, ObjectType.ORGANIZATION, declared.contains(Capability.LIST_OBJECTS) && declared.contains(Capability.ORGANIZATIONS));
            refusesToList(trial, ObjectType.GROUP, declared.contains(Capability.LIST_OBJECTS) && declared.contains(Capability.GROUPS));
            if (!declared.contains(Capability.ENABLE_DISABLE)) {
                Change disable = trial.change(Action.DISABLE, newName(), Optional.empty(), Map.of());
                assertThat(trial.apply(disable)).isInstanceOf(Outcome.Refused.class);
            }
        }
    }

    private static void refusesToList(Trial trial, ObjectType type, boolean declared) {
        if (!declared) {
            assertThat(trial.list(type, 10, _ -> true)).isInstanceOfSatisfying(
                    Listing.Failed.class, failed -> assertThat(failed.message()).contains(" ").endsWith("."));
            assertThat(trial.record().all()).isEmpty();
        }
    }

    private void refused(Trial trial, ObjectType type) {
        for (Action action : Action.values()) {
            Change change = trial.object(action, type, newName(), Optional.empty(), Optional.empty(), Optional.empty());
            assertThat(trial.apply(change)).isInstanceOfSatisfying(
                    Outcome.Refused.class, refusal -> assertThat(refusal.message()).contains(" ").endsWith("."));
            assertThat(trial.record().all()).isEmpty();
        }
    }

    @Test
    default void sendsNothingThatIsNotOnRecord() {
        try (FaultyProxy proxy = FaultyProxy.before(subject().address());
                Trial trial = Trial.of(subject(), subject().at(proxy.address()), Trial.TIMEOUT)) {
            String name = newName();
            for (Action action : Action.values()) {
                Map<String, Object> attributes = action == Action.CREATE ? subject().attributes(name) : Map.of(subject().freeAttribute(), "x");
                Change change = trial.change(action, name, Optional.empty(), attributes);
                assertThatThrownBy(() -> trial.connector().apply(change, RecordingExchanges.full())).isInstanceOf(RuntimeException.class);
            }
            if (subject().type().capabilities().contains(Capability.LIST_ACCOUNTS)) {
                assertThatThrownBy(() -> trial.connector().list(10, _ -> true, RecordingExchanges.full()))
                        .isInstanceOf(RuntimeException.class);
            }
            if (subject().type().capabilities().contains(Capability.LIST_OBJECTS)) {
                ObjectType listed = subject().type().capabilities().contains(Capability.GROUPS) ? ObjectType.GROUP : ObjectType.ORGANIZATION;
                assertThatThrownBy(() -> trial.connector().list(listed, 10, _ -> true, RecordingExchanges.full()))
                        .isInstanceOf(RuntimeException.class);
            }
            assertThatThrownBy(() -> trial.connector().check(RecordingExchanges.full())).isInstanceOf(RuntimeException.class);
            assertThat(proxy.bytesSent()).isZero();
        }
    }

    @Test
    default void recordsWhatItSends() {
        try (Trial trial = Trial.of(subject())) {
            String name = newName();
            trial.create(name);
            assertThat(trial.record().all()).anySatisfy(exchange -> {
                assertThat(exchange.request().body()).contains(name);
                assertThat(exchange.response()).isPresent();
            });
        }
    }

    @Test
    default void showsNoSecretOfItsSettings() {
        Settings settings = Settings.withDefaults(subject().type().fields(), subject().settings(), Trial.TIMEOUT);
        try (Trial trial = Trial.of(subject())) {
            trial.checkNoSettingShown(trial.connector().toString());
            trial.checkNoSettingShown(settings.toString());
            trial.checkNoSettingShown(trial.connector().check(new RecordingExchanges()).toString());
        }
    }

    @Test
    default void checksTheConnection() {
        try (Trial trial = Trial.of(subject())) {
            Check check = trial.connector().check(new RecordingExchanges());
            assertThat(check.ok()).as(check.message()).isTrue();
        }
        try (Trial trial = Trial.of(subject(), subject().withWrongCredentials(), Trial.TIMEOUT)) {
            Check check = trial.connector().check(new RecordingExchanges());
            assertThat(check.ok()).isFalse();
            assertThat(check.message()).contains("Check ").endsWith(".");
            String name = newName();
            assertThat(trial.apply(trial.change(Action.CREATE, name, Optional.empty(), subject().attributes(name))))
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    default void refusesSettingsThatCannotWork() {
        Settings empty = new Settings(Map.of(), Trial.TIMEOUT);
        assertThatThrownBy(() -> { try (Connector _ = subject().type().open(empty)) {} })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("setting");
    }
}
