package dev.syncline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.account.Account;
import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlement.Reason;
import dev.syncline.identity.User;
import dev.syncline.intake.AccountChange;
import dev.syncline.mapping.Expressions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must hold of every evaluation, tried on worlds made up at random. A failure names the seed. */
class EvaluationRulesTest {

    private static final int WORLDS = 1_500;
    private static final Rulebooks CONDITIONS = new Rulebooks(null, null, new Expressions());

    /** A world, and policies whose scope is a set of users. */
    private static final class Trial {
        final Random random;
        final World world = new World();
        final List<UUID> applications = List.of(UUID.randomUUID(), UUID.randomUUID());
        final Map<UUID, List<UUID>> permissions = new HashMap<>();
        final List<Rule> enabled = new ArrayList<>();
        final Map<UUID, Rule> ended = new HashMap<>();
        final Map<UUID, Set<UUID>> scopes = new HashMap<>();

        Trial(long seed) {
            random = new Random(seed);
            applications.forEach(application -> permissions.put(application, List.of(UUID.randomUUID(), UUID.randomUUID())));
            for (int i = 0; i < 4; i++) {
                person();
            }
            for (int i = 0; i < 4; i++) {
                policy(i);
            }
            world.users.values().forEach(this::history);
        }

        private void person() {
            User user = world.user(random.nextInt(5) == 0 ? User.Status.DISABLED : User.Status.ENABLED);
            if (random.nextInt(4) == 0) {
                world.newlyEnabled.add(user.id());
            }
        }

        private void policy(int number) {
            Set<Target> wants = new HashSet<>();
            for (UUID application : applications) {
                if (random.nextBoolean()) {
                    wants.add(new Target(application, null));
                }
                permissions.get(application).stream().filter(_ -> random.nextInt(3) == 0)
                        .forEach(permission -> wants.add(new Target(application, permission)));
            }
            UUID id = UUID.randomUUID();
            Set<UUID> scope = scopes.computeIfAbsent(id, _ -> new HashSet<>());
            world.users.keySet().stream().filter(_ -> random.nextBoolean()).forEach(scope::add);
            String condition = "user.id in [" + scope.stream().map(user -> "'" + user + "'").collect(Collectors.joining(", ")) + "]";
            Rule rule = new Rule(id, 1, "P" + number, CONDITIONS.condition(condition), wants, OnLeaving.values()[random.nextInt(4)]);
            if (random.nextInt(4) == 0) {
                ended.put(id, rule);
            } else {
                enabled.add(rule);
            }
        }

        private void history(User user) {
            for (UUID application : applications) {
                UUID[] held = permissions.get(application).stream().filter(_ -> random.nextBoolean()).toArray(UUID[]::new);
                if (random.nextInt(3) > 0) {
                    world.account(user, application,
                            random.nextInt(4) == 0 ? Account.Status.DISABLED : Account.Status.ACTIVE, held);
                }
                for (UUID permission : permissions.get(application)) {
                    reason(user, application, permission);
                }
                reason(user, application, null);
            }
        }

        private void reason(User user, UUID application, UUID permission) {
            for (Rule rule : enabled) {
                if (random.nextInt(4) == 0) {
                    world.because(user, application, permission, Reason.POLICY, rule.policyId(), null);
                }
            }
            for (Rule rule : ended.values()) {
                if (random.nextInt(4) == 0) {
                    world.because(user, application, permission, Reason.POLICY, rule.policyId(), null);
                }
            }
            if (random.nextInt(6) == 0) {
                world.because(user, application, permission, random.nextBoolean() ? Reason.REQUEST : Reason.EXCEPTION, UUID.randomUUID(), null);
            }
        }

        Difference evaluate() {
            return Evaluation.of(world.picture(), new Rulebook(enabled, ended), null);
        }

        boolean wants(UUID user, Target target) {
            return enabled.stream().anyMatch(rule -> rule.wants().contains(target) && scopes.get(rule.policyId()).contains(user));
        }

        boolean isJustified(UUID user, Target target) {
            return world.entitlements.stream().anyMatch(one -> one.userId().equals(user) && Evaluation.targetOf(one).equals(target));
        }

        boolean isJustified(UUID user, UUID application) {
            return world.entitlements.stream().anyMatch(one -> one.userId().equals(user) && one.applicationId().equals(application));
        }
    }

    @Test
    void everyEvaluationKeepsTheRules() {
        for (long seed = 0; seed < WORLDS; seed++) {
            Trial trial = new Trial(seed);
            List<Entitlement> before = List.copyOf(trial.world.entitlements);
            Difference difference = trial.evaluate();
            trial.world.carryOut(difference);
            String which = "seed " + seed;
            othersReasonsAreLeftAlone(trial, before, which);
            nothingJustifiedIsTaken(trial, difference, which);
            everythingWantedIsThere(trial, which);
            disabledUsersAreLeftAlone(trial, difference, which);
            oneChangeOfEachKindPerAccountAndPolicy(difference, which);
            trial.world.newlyEnabled.clear();
            assertThat(trial.evaluate().isNothing()).as(which + ": a second evaluation finds nothing to do").isTrue();
        }
    }

    private static void othersReasonsAreLeftAlone(Trial trial, List<Entitlement> before, String which) {
        assertThat(trial.world.entitlements).as(which)
                .containsAll(before.stream().filter(one -> one.reason() != Reason.POLICY).toList());
    }

    private static void nothingJustifiedIsTaken(Trial trial, Difference difference, String which) {
        for (Step step : difference.steps()) {
            if (step instanceof Step.Change change) {
                switch (change.change()) {
                    case AccountChange.Update update -> update.unbind().forEach(permission -> assertThat(
                            trial.isJustified(change.userId(), new Target(change.applicationId(), permission))).as(which).isFalse());
                    case AccountChange.Delete _, AccountChange.Disable _ ->
                            assertThat(trial.isJustified(change.userId(), change.applicationId())).as(which).isFalse();
                    case AccountChange.Create _, AccountChange.Enable _ -> {}
                }
            }
        }
    }

    private static void everythingWantedIsThere(Trial trial, String which) {
        Picture after = trial.world.picture();
        for (Picture.Person person : after.people()) {
            if (person.user().status() != User.Status.ENABLED) {
                continue;
            }
            for (Target target : trial.enabled.stream().flatMap(rule -> rule.wants().stream()).collect(Collectors.toSet())) {
                if (trial.wants(person.id(), target)) {
                    List<Account> accounts = after.lasting(person, target.applicationId());
                    assertThat(accounts).as(which).isNotEmpty();
                    assertThat(target.isAccount() || after.binding(accounts.getFirst(), target.permissionId()) != null).as(which).isTrue();
                    assertThat(trial.isJustified(person.id(), target)).as(which).isTrue();
                }
            }
        }
    }

    private static void disabledUsersAreLeftAlone(Trial trial, Difference difference, String which) {
        Set<UUID> disabled = trial.world.users.values().stream().filter(user -> user.status() != User.Status.ENABLED).map(User::id)
                .collect(Collectors.toSet());
        assertThat(difference.steps()).as(which).noneMatch(step -> disabled.contains(step.userId()));
        assertThat(difference.granted()).as(which).noneMatch(one -> disabled.contains(one.userId()));
        assertThat(difference.ended()).as(which).noneMatch(one -> disabled.contains(one.userId()));
    }

    private static void oneChangeOfEachKindPerAccountAndPolicy(Difference difference, String which) {
        List<List<Object>> keys = difference.steps().stream().filter(Step.Change.class::isInstance).map(Step.Change.class::cast)
                .filter(change -> !(change.change() instanceof AccountChange.Create))
                .<List<Object>>map(change -> List.of(change.kind(), change.rule(), accountOf(change.change())))
                .toList();
        assertThat(keys).as(which).doesNotHaveDuplicates();
    }

    private static UUID accountOf(AccountChange change) {
        return switch (change) {
            case AccountChange.Create create -> create.userId();
            case AccountChange.Update update -> update.accountId();
            case AccountChange.Delete delete -> delete.accountId();
            case AccountChange.Enable enable -> enable.accountId();
            case AccountChange.Disable disable -> disable.accountId();
        };
    }
}
