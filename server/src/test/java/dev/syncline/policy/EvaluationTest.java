package dev.syncline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.account.Account;
import dev.syncline.entitlement.Entitlement.Reason;
import dev.syncline.identity.User;
import dev.syncline.intake.AccountChange;
import dev.syncline.policy.Line.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");

    private final World world = new World();
    private final UUID application = UUID.randomUUID();
    private final UUID mail = UUID.randomUUID();
    private final UUID wiki = UUID.randomUUID();
    private final User user = world.user(User.Status.ENABLED);

    @Test
    void anAccountIsCreatedOnceWithEverythingAllPoliciesWantInTheApplication() {
        Rule first = rule("A", true, OnLeaving.UNBIND, mail);
        Rule second = rule("B", true, OnLeaving.UNBIND, wiki);
        Difference difference = evaluate(second, first);
        assertThat(changes(difference)).singleElement().satisfies(change -> {
            assertThat(change.rule()).isEqualTo(first);
            assertThat(((AccountChange.Create) change.change()).grants()).extracting(AccountChange.Grant::permissionId)
                    .containsExactlyInAnyOrder(mail, wiki);
        });
        assertThat(difference.granted()).hasSize(2);
    }

    @Test
    void severalPoliciesThatWantTheSameAllKeepTheirReasonAndTheFirstByNameIsTheCause() {
        world.account(user, application, Account.Status.ACTIVE);
        Rule second = rule("beta", true, OnLeaving.UNBIND, mail);
        Rule first = rule("Alpha", true, OnLeaving.UNBIND, mail);
        Difference difference = evaluate(second, first);
        assertThat(changes(difference)).extracting(Step.Change::rule).containsExactly(first);
        assertThat(difference.granted()).extracting(one -> one.reasonId()).containsExactlyInAnyOrder(first.policyId(), second.policyId());
    }

    @Test
    void whatIsHeldAlreadyNeedsNothingButTheReason() {
        world.account(user, application, Account.Status.ACTIVE, mail);
        Difference difference = evaluate(rule("A", true, OnLeaving.UNBIND, mail));
        assertThat(difference.steps()).isEmpty();
        assertThat(difference.granted()).hasSize(1);
        assertThat(kinds(difference)).containsExactly(Map.entry(mail, Kind.KEPT));
    }

    @Test
    void anEndDateIsClearedByAPolicyWhichHasNone() {
        Account account = world.account(user, application, Account.Status.ACTIVE);
        world.bind(account.id(), mail, END);
        Difference difference = evaluate(rule("A", true, OnLeaving.UNBIND, mail));
        assertThat(changes(difference)).singleElement().satisfies(change ->
                assertThat(((AccountChange.Update) change.change()).bind()).containsExactly(new AccountChange.Grant(mail, null)));
    }

    @Test
    void whatARequestStillJustifiesStaysWithTheEndOfTheRequest() {
        Account account = world.account(user, application, Account.Status.ACTIVE, mail);
        Rule rule = rule("A", false, OnLeaving.DELETE, mail);
        because(rule, mail);
        world.because(user, application, mail, Reason.REQUEST, UUID.randomUUID(), END);
        Difference difference = evaluate(rule);
        assertThat(kinds(difference)).containsExactly(Map.entry(mail, Kind.KEPT));
        assertThat(changes(difference)).singleElement().satisfies(change ->
                assertThat(((AccountChange.Update) change.change()).bind()).containsExactly(new AccountChange.Grant(mail, END)));
        assertThat(difference.steps()).filteredOn(Step.End.class::isInstance).singleElement()
                .satisfies(step -> assertThat(((Step.End) step).endsAt()).isEqualTo(END));
        assertThat(account.endsAt()).isNull();
    }

    @Test
    void whatAnExceptionOrAnotherPolicyJustifiesStays() {
        world.account(user, application, Account.Status.ACTIVE, mail, wiki);
        Rule over = rule("A", false, OnLeaving.DELETE, mail, wiki);
        Rule other = rule("B", true, OnLeaving.DELETE, mail);
        because(over, mail);
        because(over, wiki);
        because(other, mail);
        world.because(user, application, wiki, Reason.EXCEPTION, UUID.randomUUID(), null);
        Difference difference = evaluate(over, other);
        assertThat(difference.steps()).isEmpty();
        assertThat(difference.ended()).hasSize(2);
        assertThat(kinds(difference).values()).containsOnly(Kind.KEPT);
    }

    @Test
    void onLeavingUnbindTakesThePermissionAndLeavesTheAccount() {
        assertThat(actionsOnLeaving(OnLeaving.UNBIND)).containsExactly(AccountChange.Update.class);
    }

    @Test
    void onLeavingDisableTakesThePermissionFirstAndDisablesThen() {
        assertThat(actionsOnLeaving(OnLeaving.DISABLE)).containsExactly(AccountChange.Update.class, AccountChange.Disable.class);
    }

    @Test
    void onLeavingDeleteDeletesTheAccount() {
        assertThat(actionsOnLeaving(OnLeaving.DELETE)).containsExactly(AccountChange.Delete.class);
    }

    @Test
    void onLeavingNothingLeavesEverythingButForgetsTheReason() {
        assertThat(actionsOnLeaving(OnLeaving.NOTHING)).isEmpty();
        Difference difference = evaluate(rule("A", false, OnLeaving.NOTHING, mail));
        assertThat(difference.ended()).containsExactlyInAnyOrderElementsOf(world.entitlements);
        assertThat(difference.lines()).extracting(Line::kind).containsOnly(Kind.LEFT);
    }

    @Test
    void theAccountStaysWhileAnythingInTheApplicationIsJustified() {
        world.account(user, application, Account.Status.ACTIVE, mail, wiki);
        Rule over = rule("A", false, OnLeaving.DELETE, mail);
        because(over, mail);
        world.because(user, application, wiki, Reason.REQUEST, UUID.randomUUID(), null);
        assertThat(changes(evaluate(over))).singleElement().satisfies(change ->
                assertThat(((AccountChange.Update) change.change()).unbind()).containsExactly(mail));
    }

    @Test
    void theStrictestOfSeveralPoliciesThatEndDecides() {
        world.account(user, application, Account.Status.ACTIVE, mail, wiki);
        Rule mild = rule("A", false, OnLeaving.NOTHING, mail);
        Rule strict = rule("B", false, OnLeaving.DELETE, wiki);
        because(mild, mail);
        because(strict, wiki);
        assertThat(changes(evaluate(mild, strict))).singleElement().satisfies(change -> {
            assertThat(change.change()).isInstanceOf(AccountChange.Delete.class);
            assertThat(change.rule()).isEqualTo(strict);
        });
    }

    @Test
    void aDisabledOrDeletedUserKeepsTheReasonsAndNothingIsDone() {
        for (User.Status status : List.of(User.Status.DISABLED, User.Status.DELETED)) {
            User gone = world.user(status);
            world.account(gone, application, Account.Status.ACTIVE, mail);
            world.because(gone, application, mail, Reason.POLICY, UUID.randomUUID(), null);
        }
        assertThat(evaluate(rule("A", false, OnLeaving.DELETE, mail)).isNothing()).isTrue();
    }

    @Test
    void anAccountThatWasDisabledByHandIsNotEnabledByEveryEditOfItsUser() {
        world.account(user, application, Account.Status.DISABLED, mail);
        Rule rule = rule("A", true, OnLeaving.UNBIND, mail);
        because(rule, mail);
        assertThat(evaluate(rule).isNothing()).isTrue();
        world.newlyEnabled.add(user.id());
        assertThat(changes(evaluate(rule))).extracting(Step.Change::kind).containsExactly(Step.Kind.ENABLE);
    }

    @Test
    void aDisabledAccountIsEnabledWhenAPolicyFirstWantsItAndGetsItsPermissionsThen() {
        world.account(user, application, Account.Status.DISABLED);
        assertThat(changes(evaluate(rule("A", true, OnLeaving.UNBIND, mail)))).extracting(Step.Change::kind)
                .containsExactly(Step.Kind.ENABLE, Step.Kind.PERMISSIONS_AFTERWARDS);
    }

    @Test
    void anAccountThatIsBeingDeletedIsWaitedFor() {
        world.account(user, application, Account.Status.DELETING);
        Difference difference = evaluate(rule("A", true, OnLeaving.UNBIND, mail));
        assertThat(difference.steps()).singleElement().isInstanceOf(Step.Blocked.class);
        assertThat(difference.granted()).hasSize(1);
    }

    @Test
    void inFocusOnlyWhatThePoliciesAreAboutIsLookedAtAndTheOthersStillJustify() {
        world.account(user, application, Account.Status.ACTIVE, mail);
        Rule edited = rule("A", false, OnLeaving.DELETE, mail);
        Rule other = rule("B", true, OnLeaving.DELETE, mail);
        Rule elsewhere = new Rule(UUID.randomUUID(), 1, "C", _ -> true, Set.of(new Target(UUID.randomUUID(), null)), OnLeaving.DELETE);
        because(edited, mail);
        Difference difference = Evaluation.of(world.picture(), new Rulebook(List.of(edited, other, elsewhere), Map.of()), Set.of(edited.policyId()));
        assertThat(difference.steps()).isEmpty();
        assertThat(difference.granted()).extracting(one -> one.reasonId()).containsExactly(other.policyId());
        assertThat(difference.ended()).extracting(one -> one.reasonId()).containsExactly(edited.policyId());
    }

    @Test
    void inFocusNoOtherConditionIsAskedOfSomebodyThePolicyIsNotAbout() {
        AtomicInteger asked = new AtomicInteger();
        Rule edited = rule("A", false, OnLeaving.DELETE, mail);
        Rule here = new Rule(UUID.randomUUID(), 1, "B", _ -> asked.incrementAndGet() > 0, Set.of(new Target(application, wiki)), OnLeaving.DELETE);
        Rule elsewhere = new Rule(UUID.randomUUID(), 1, "C", _ -> asked.incrementAndGet() > 0, Set.of(new Target(UUID.randomUUID(), null)),
                OnLeaving.DELETE);
        Rulebook rules = new Rulebook(List.of(edited, here, elsewhere), Map.of());
        assertThat(Evaluation.of(world.picture(), rules, Set.of(edited.policyId())).isNothing()).isTrue();
        assertThat(asked).hasValue(0);
        because(edited, mail);
        Evaluation.of(world.picture(), rules, Set.of(edited.policyId()));
        assertThat(asked).as("the one that wants something in the same application").hasValue(1);
    }

    @Test
    void theReasonOfAPolicyNobodyKnowsStays() {
        world.account(user, application, Account.Status.ACTIVE, mail);
        world.because(user, application, mail, Reason.POLICY, UUID.randomUUID(), null);
        assertThat(evaluate().isNothing()).isTrue();
    }

    private List<Class<?>> actionsOnLeaving(OnLeaving onLeaving) {
        world.account(user, application, Account.Status.ACTIVE, mail);
        Rule over = rule("A", false, onLeaving, mail);
        because(over, mail);
        because(over, null);
        return changes(evaluate(over)).stream().<Class<?>>map(change -> change.change().getClass()).toList();
    }

    private void because(Rule rule, UUID permission) {
        world.because(user, application, permission, Reason.POLICY, rule.policyId(), null);
    }

    private Difference evaluate(Rule... rules) {
        return Evaluation.of(world.picture(), new Rulebook(Arrays.asList(rules), Map.of()), null);
    }

    private Rule rule(String name, boolean everybody, OnLeaving onLeaving, UUID... permissions) {
        return new Rule(UUID.nameUUIDFromBytes(name.getBytes()), 1, name, _ -> everybody,
                Arrays.stream(permissions).map(permission -> new Target(application, permission)).collect(Collectors.toSet()), onLeaving);
    }

    private static List<Step.Change> changes(Difference difference) {
        return difference.steps().stream().filter(Step.Change.class::isInstance).map(Step.Change.class::cast).toList();
    }

    private static Map<UUID, Kind> kinds(Difference difference) {
        return difference.lines().stream().collect(Collectors.toMap(line -> line.target().permissionId(), Line::kind));
    }
}
