package dev.syncline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.Capability;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connector.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a connector does with an account: each step repeated, because repeating must be harmless. */
interface AccountContract extends ContractPart {

    @Test
    default void createsAnAccountThatIsThereAndReadBack() {
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
    default void createRepeatedIsHarmless() {
        for (boolean adopt : List.of(true, false)) {
            try (Trial trial = Trial.with(subject(), subject().onConflict(adopt))) {
                String name = newName();
                String id = trial.create(name);
                assertThat(trial.create(name)).isEqualTo(id);
            }
        }
    }

    @Test
    default void createOfAnotherAccountsNameIsAdoptedWhenSetSo() {
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
    default void createOfAnotherAccountsNameIsRefusedWhenSetSo() {
        try (Trial trial = Trial.with(subject(), subject().onConflict(false))) {
            String name = newName();
            trial.create(name);
            Outcome outcome = trial.apply(trial.change(Action.CREATE, name, Optional.empty(), attributesAnd(name, "wanted")));
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
            assertThat(seen(name).attributes()).doesNotContainKey(subject().freeAttribute());
        }
    }

    @Test
    default void updateSetsChangesAndClearsOnlyWhatItNames() {
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
    default void updateWithAnotherNameRenames() {
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
    default void updateOfAnAccountThatIsGoneIsRefused() {
        try (Trial trial = Trial.of(subject())) {
            String name = newName();
            Optional<String> id = Optional.of(trial.create(name));
            trial.done(trial.change(Action.DELETE, name, id, Map.of()));
            Outcome outcome = trial.apply(trial.change(Action.UPDATE, name, id, Map.of(subject().freeAttribute(), "x")));
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    default void disablesAndEnables() {
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
    default void bindsAndUnbindsPermissions() {
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
    default void deletesAndSaysWhenThereWasNothingToDelete() {
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
    default void disablingWhatIsGoneIsDoneAndSaysSo() {
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
    default void servesManyThreadsAtOnce() throws Exception {
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
}
