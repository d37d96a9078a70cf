package dev.syncline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.Capability;
import dev.syncline.connector.Change;
import dev.syncline.connector.Check;
import dev.syncline.connector.Connector;
import dev.syncline.connector.Listing;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connector.Reading;
import dev.syncline.connector.RemoteAccount;
import dev.syncline.connector.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every connector keeps to, tried on a real target. */
@Timeout(300)
public abstract class ConnectorContract {

    /** Short, because these tests wait for it to pass; nothing that must succeed hangs on it. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final Duration NO_HANG = Duration.ofSeconds(90);

    protected abstract Subject subject();

    protected static String newName() {
        return "u" + UUID.randomUUID().toString().substring(0, 8);
    }

    // ── what it does ──────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void createsAnAccountThatIsThereAndReadBack() {
        try (Trial trial = Trial.of(subject())) {
            String name = newName();
            String id = trial.create(name);
            Subject.Seen seen = seen(name);
            assertThat(seen.remoteId()).isEqualTo(id);
            subject().attributes(name).forEach((attribute, value) -> {
                if (!subject().secretAttributes().contains(attribute)) {
                    assertThat(seen.attributes()).containsEntry(attribute, String.valueOf(value));
                }
            });
            assertThat(trial.read(name, Optional.of(id))).isInstanceOfSatisfying(Reading.Found.class, found -> {
                assertThat(found.remoteId()).isEqualTo(id);
                assertThat(found.attributes()).doesNotContainKeys(subject().secretAttributes().toArray(String[]::new));
            });
            assertThat(trial.read(name, Optional.empty())).isInstanceOf(Reading.Found.class);
            assertThat(trial.read(newName(), Optional.empty())).isInstanceOf(Reading.Gone.class);
        }
    }

    @Test
    void createRepeatedIsHarmless() {
        for (boolean adopt : List.of(true, false)) {
            try (Trial trial = Trial.with(subject(), subject().onConflict(adopt))) {
                String name = newName();
                String id = trial.create(name);
                assertThat(trial.create(name)).isEqualTo(id);
            }
        }
    }

    @Test
    void createOfAnotherAccountsNameIsAdoptedWhenSetSo() {
        try (Trial trial = Trial.with(subject(), subject().onConflict(true))) {
            String name = newName();
            String id = trial.create(name);
            Outcome.Done done = trial.done(trial.change(Action.CREATE, name, Optional.empty(), attributesAnd(name, "wanted")));
            assertThat(done.remoteId()).contains(id);
            assertThat(done.note()).as("the decision is on record").isPresent();
            assertThat(seen(name).attributes()).containsEntry(subject().freeAttribute(), "wanted");
        }
    }

    @Test
    void createOfAnotherAccountsNameIsRefusedWhenSetSo() {
        try (Trial trial = Trial.with(subject(), subject().onConflict(false))) {
            String name = newName();
            trial.create(name);
            Outcome outcome = trial.apply(trial.change(Action.CREATE, name, Optional.empty(), attributesAnd(name, "wanted")));
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
            assertThat(seen(name).attributes()).doesNotContainKey(subject().freeAttribute());
        }
    }

    @Test
    void updateSetsChangesAndClearsOnlyWhatItNames() {
        try (Trial trial = Trial.of(subject())) {
            String name = newName();
            Optional<String> id = Optional.of(trial.create(name));
            Map<String, String> before = seen(name).attributes();
            for (String value : List.of("first", "second", "second", "with \"quotes\", <signs> & ünïcode €")) {
                trial.done(trial.change(Action.UPDATE, name, id, Map.of(subject().freeAttribute(), value)));
                assertThat(seen(name).attributes()).containsEntry(subject().freeAttribute(), value).containsAllEntriesOf(before);
            }
            Map<String, Object> cleared = new HashMap<>();
            cleared.put(subject().freeAttribute(), null);
            for (int time = 0; time < 2; time++) {
                trial.done(trial.change(Action.UPDATE, name, id, cleared));
                assertThat(seen(name).attributes()).doesNotContainKey(subject().freeAttribute()).containsAllEntriesOf(before);
            }
        }
    }

    @Test
    void updateWithAnotherNameRenames() {
        try (Trial trial = Trial.of(subject())) {
            String before = newName();
            String after = newName();
            Optional<String> id = Optional.of(trial.create(before));
            for (int time = 0; time < 2; time++) {
                Outcome.Done done = trial.done(trial.change(Action.UPDATE, after, id, Map.of()));
                assertThat(seen(after).remoteId()).isEqualTo(done.remoteId().or(() -> id).orElseThrow());
                assertThat(subject().look(before)).isEmpty();
            }
        }
    }

    @Test
    void updateOfAnAccountThatIsGoneIsRefused() {
        try (Trial trial = Trial.of(subject())) {
            String name = newName();
            Optional<String> id = Optional.of(trial.create(name));
            trial.done(trial.change(Action.DELETE, name, id, Map.of()));
            Outcome outcome = trial.apply(trial.change(Action.UPDATE, name, id, Map.of(subject().freeAttribute(), "x")));
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void disablesAndEnables() {
        needs(Capability.ENABLE_DISABLE);
        try (Trial trial = Trial.of(subject())) {
            String name = newName();
            Optional<String> id = Optional.of(trial.create(name));
            for (boolean enabled : List.of(false, false, true, true)) {
                trial.done(trial.change(enabled ? Action.ENABLE : Action.DISABLE, name, id, Map.of()));
                assertThat(seen(name).enabled()).contains(enabled);
                assertThat(trial.read(name, id)).isInstanceOfSatisfying(
                        Reading.Found.class, found -> assertThat(found.enabled()).contains(enabled));
            }
        }
    }

    @Test
    void bindsAndUnbindsPermissions() {
        needs(Capability.PERMISSIONS);
        PermissionRef one = subject().permissions().get(0);
        PermissionRef other = subject().permissions().get(1);
        try (Trial trial = Trial.of(subject())) {
            String name = newName();
            String id = trial.done(trial.change(
                            Action.CREATE, name, Optional.empty(), subject().attributes(name), List.of(one), List.of()))
                    .remoteId().orElseThrow();
            assertThat(seen(name).permissionValues()).containsExactly(one.value());
            for (int time = 0; time < 2; time++) {
                trial.done(trial.change(Action.UPDATE, name, Optional.of(id), Map.of(), List.of(other), List.of(one)));
                assertThat(seen(name).permissionValues()).containsExactly(other.value());
            }
            assertThat(trial.read(name, Optional.of(id))).isInstanceOfSatisfying(
                    Reading.Found.class, found -> assertThat(found.permissionValues()).containsExactly(other.value()));
            trial.done(trial.change(Action.UPDATE, name, Optional.of(id), Map.of(), List.of(), List.of(other)));
            assertThat(seen(name).permissionValues()).isEmpty();
        }
    }

    @Test
    protected void listsEveryAccountPageByPage() {
        needs(Capability.LIST_ACCOUNTS);
        try (Trial trial = Trial.of(subject())) {
            Map<String, String> made = new HashMap<>();
            IntStream.range(0, 5).mapToObj(_ -> newName()).forEach(name -> made.put(name, trial.create(name)));
            Map<String, RemoteAccount> listed = new HashMap<>();
            Listing listing = trial.list(2, page -> {
                assertThat(page).hasSizeBetween(1, 2);
                page.forEach(account -> listed.put(account.name(), account));
                return true;
            });
            assertThat(listing).isInstanceOf(Listing.Complete.class);
            made.forEach((name, id) -> {
                assertThat(listed).containsKey(name);
                assertThat(listed.get(name).remoteId()).isEqualTo(id);
                assertThat(listed.get(name).active()).isEqualTo(seen(name).enabled());
                assertThat(listed.get(name).attributes()).doesNotContainKeys(subject().secretAttributes().toArray(String[]::new));
            });
        }
    }

    @Test
    void listsNoFurtherThanIsWanted() {
        needs(Capability.LIST_ACCOUNTS);
        try (Trial trial = Trial.of(subject())) {
            IntStream.range(0, 3).forEach(_ -> trial.create(newName()));
            List<RemoteAccount> listed = new ArrayList<>();
            assertThat(trial.list(1, page -> !listed.addAll(page))).isInstanceOf(Listing.LeftOff.class);
            assertThat(listed).hasSize(1);
            assertThat(trial.read(newName(), Optional.empty())).as("the connection goes on").isInstanceOf(Reading.Gone.class);
        }
    }

    @Test
    void deletesAndSaysWhenThereWasNothingToDelete() {
        try (Trial trial = Trial.of(subject())) {
            String name = newName();
            Optional<String> id = Optional.of(trial.create(name));
            assertThat(trial.done(trial.change(Action.DELETE, name, id, Map.of())).note()).isEmpty();
            assertThat(subject().look(name)).isEmpty();
            assertThat(trial.read(name, id)).isInstanceOf(Reading.Gone.class);
            assertThat(trial.done(trial.change(Action.DELETE, name, id, Map.of())).note()).isPresent();
            assertThat(trial.done(trial.change(Action.DELETE, newName(), Optional.empty(), Map.of())).note()).isPresent();
        }
    }

    @Test
    void disablingWhatIsGoneIsDoneAndSaysSo() {
        needs(Capability.ENABLE_DISABLE);
        try (Trial trial = Trial.of(subject())) {
            String name = newName();
            Optional<String> id = Optional.of(trial.create(name));
            trial.done(trial.change(Action.DELETE, name, id, Map.of()));
            assertThat(trial.done(trial.change(Action.DISABLE, name, id, Map.of())).note()).isPresent();
            assertThat(trial.apply(trial.change(Action.ENABLE, name, id, Map.of()))).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        try (Trial trial = Trial.of(subject()); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> names = IntStream.range(0, 64).mapToObj(_ -> newName()).toList();
            List<Future<Outcome>> outcomes = names.stream()
                    .map(name -> trial.change(Action.CREATE, name, Optional.empty(), subject().attributes(name)))
                    .map(change -> threads.submit(() -> trial.connector().apply(change, new RecordingExchanges())))
                    .toList();
            for (Future<Outcome> outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Done.class);
            }
            assertThat(names).allMatch(name -> subject().look(name).isPresent());
        }
    }

    // ── organizations and groups ──────────────────────────────────────────────────────────────────────────────────

    @Test
    void keepsOrganizationsOneBelowTheOther() {
        needs(Capability.ORGANIZATIONS);
        try (Trial trial = Trial.of(subject())) {
            new StructureContract(subject(), trial).lifeOfAnOrganization(newName(), newName(), newName());
        }
    }

    @Test
    void keepsGroupsWithTheirMembers() {
        needs(Capability.GROUPS);
        try (Trial trial = Trial.of(subject())) {
            new StructureContract(subject(), trial).lifeOfAGroup(newName(), newName(), trial.create(newName()), trial.create(newName()));
        }
    }

    // ── what it cannot do ─────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void refusesWhatItDoesNotDeclare() {
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
            if (!declared.contains(Capability.ENABLE_DISABLE)) {
                Change disable = trial.change(Action.DISABLE, newName(), Optional.empty(), Map.of());
                assertThat(trial.apply(disable)).isInstanceOf(Outcome.Refused.class);
            }
        }
    }

    private void refused(Trial trial, ObjectType type) {
        for (Action action : Action.values()) {
            var change = new Change(
                    UUID.randomUUID(), action, type, newName(), Optional.empty(), Map.of(), Set.of(), List.of(), List.of(), Optional.empty());
            assertThat(trial.apply(change)).isInstanceOfSatisfying(
                    Outcome.Refused.class, refusal -> assertThat(refusal.message()).contains(" ").endsWith("."));
            assertThat(trial.record().all()).isEmpty();
        }
    }

    // ── what it keeps to ──────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void sendsNothingThatIsNotOnRecord() {
        try (FaultyProxy proxy = FaultyProxy.before(subject().address());
                Trial trial = Trial.of(subject(), subject().at(proxy.address()), Trial.TIMEOUT)) {
            String name = newName();
            for (Action action : Action.values()) {
                Change change = trial.change(action, name, Optional.empty(), action == Action.CREATE ? subject().attributes(name) : Map.of(subject().freeAttribute(), "x"));
                assertThatThrownBy(() -> trial.connector().apply(change, RecordingExchanges.full())).isInstanceOf(RuntimeException.class);
            }
            if (subject().type().capabilities().contains(Capability.LIST_ACCOUNTS)) {
                assertThatThrownBy(() -> trial.connector().list(10, _ -> true, RecordingExchanges.full())).isInstanceOf(RuntimeException.class);
            }
            assertThatThrownBy(() -> trial.connector().check(RecordingExchanges.full())).isInstanceOf(RuntimeException.class);
            assertThat(proxy.bytesSent()).isZero();
        }
    }

    @Test
    void recordsWhatItSends() {
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
    void showsNoSecretOfItsSettings() {
        Settings settings = Settings.withDefaults(subject().type().fields(), subject().settings(), Trial.TIMEOUT);
        try (Trial trial = Trial.of(subject())) {
            trial.checkNoSettingShown(trial.connector().toString());
            trial.checkNoSettingShown(settings.toString());
            trial.checkNoSettingShown(trial.connector().check(new RecordingExchanges()).toString());
        }
    }

    // ── what targets do ───────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void tellsAnUnreachableTarget() {
        try (Trial trial = Trial.of(subject(), subject().at(closedPort()), Trial.TIMEOUT)) {
            String name = newName();
            assertThat(trial.apply(trial.change(Action.CREATE, name, Optional.empty(), subject().attributes(name))))
                    .isInstanceOf(Outcome.Unavailable.class);
            assertThat(trial.read(name, Optional.empty())).isInstanceOf(Reading.Unknown.class);
            assertThat(trial.list(10, _ -> true)).isInstanceOf(Listing.Failed.class);
            assertThat(trial.connector().check(new RecordingExchanges()).ok()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VANISH", "CLOSE"})
    void doesNotKnowAfterALostAnswerAndMayTryAgain(FaultyProxy.Answers lost) {
        try (FaultyProxy proxy = FaultyProxy.before(subject().address());
                Trial trial = Trial.of(subject(), subject().at(proxy.address()), SHORT)) {
            String name = newName();
            Change change = trial.change(Action.CREATE, name, Optional.empty(), subject().attributes(name));
            warmUp(trial);
            proxy.answers(lost);
            assertThat(trial.apply(change)).isInstanceOf(Outcome.Unclear.class);
            proxy.answers(FaultyProxy.Answers.PASS);
            try (Trial later = Trial.of(subject())) {
                later.done(change);
            }
            assertThat(subject().look(name)).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsInAnOutcomeWhateverTheTargetDoes(HostileTarget.Manner manner) {
        try (HostileTarget target = HostileTarget.thatDoes(manner);
                Trial trial = Trial.of(subject(), subject().at(target.address()), SHORT)) {
            for (Action action : Action.values()) {
                String name = newName();
                long started = System.nanoTime();
                Outcome outcome = trial.apply(trial.change(action, name, Optional.of(name(trial, name)), subject().attributes(name)));
                assertThat(outcome).isNotInstanceOfAny(Outcome.Done.class, Outcome.Accepted.class);
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(NO_HANG);
            }
            assertThat(trial.read(newName(), Optional.empty())).isInstanceOf(Reading.Unknown.class);
            assertThat(trial.list(10, _ -> true)).isInstanceOf(Listing.Failed.class);
            Check check = trial.connector().check(new RecordingExchanges());
            assertThat(check.ok()).isFalse();
            trial.checkNoSettingShown(check.message());
        }
    }

    /** Signs in, so that the answer lost next is the change's own; on a slow machine it may take more than one try. */
    private static void warmUp(Trial trial) {
        for (int time = 0; time < 20; time++) {
            if (trial.read(newName(), Optional.empty()) instanceof Reading.Gone) {
                return;
            }
        }
    }

    /** A remote id in the target's own form. */
    protected String name(Trial trial, String name) {
        return name;
    }

    @Test
    void checksTheConnection() {
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
    void refusesSettingsThatCannotWork() {
        Settings empty = new Settings(Map.of(), Trial.TIMEOUT);
        assertThatThrownBy(() -> { try (Connector _ = subject().type().open(empty)) {} })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("setting");
    }

    // ── words ─────────────────────────────────────────────────────────────────────────────────────────────────────

    private void needs(Capability capability) {
        assumeThat(subject().type().capabilities()).contains(capability);
    }

    private Subject.Seen seen(String name) {
        return subject().look(name).orElseThrow(() -> new AssertionError("The target has no account " + name));
    }

    private Map<String, Object> attributesAnd(String name, String value) {
        Map<String, Object> attributes = new HashMap<>(subject().attributes(name));
        attributes.put(subject().freeAttribute(), value);
        return attributes;
    }

    private static InetSocketAddress closedPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return (InetSocketAddress) socket.getLocalSocketAddress();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
