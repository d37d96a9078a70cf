package dev.syncline.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tasks that wait for a task of another line. */
class WaitingTest extends HeartTest {

    private final UUID organization = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();

    @Test
    void itIsNotClaimedAndSaysWhatItWaitsForUntilThatIsDone() {
        UUID sales = openSales(Action.CREATE);
        UUID waiting = openWaiting(account, sales);

        assertThat(now(waiting)).returns(Status.QUEUED, Task::status).returns(null, Task::dueAt).returns(sales, Task::waitsFor)
                .returns("waiting for the organization Sales in HR", Task::waitReason);
        assertThat(ledger().blockers(List.of(waiting, sales))).containsOnly(Map.entry(waiting, sales));
        Task create = claimedOnly(sales);

        settle(create, new Verdict.Succeed("ou=Sales", null));

        assertThat(now(waiting)).returns(null, Task::waitsFor).returns(null, Task::waitReason).returns(clock().instant(), Task::dueAt);
        assertThat(events(waiting)).containsExactly("OPENED", "WAITING", "RELEASED");
        claimedOnly(waiting);
    }

    @Test
    void itGoesOnWaitingForAFailedOneUntilThatIsConfirmed() {
        UUID sales = openSales(Action.CREATE);
        UUID waiting = openWaiting(account, sales);
        settle(claimedOnly(sales), new Verdict.Fail(FailureKind.REFUSED, "no"));

        assertThat(claim()).isEmpty();
        assertThat(now(waiting).waitsFor()).isEqualTo(sales);
        repairs().confirm(sales, "made by hand", ANNA);

        claimedOnly(waiting);
    }

    @Test
    void itFollowsToTheTaskThatTookThePlaceOfTheAwaitedOne() {
        UUID sales = openSales(Action.CREATE);
        UUID waiting = openWaiting(account, sales);
        settle(claimedOnly(sales), new Verdict.Fail(FailureKind.REFUSED, "no"));

        Task corrected = repairs().modify(sales, attributes("l", "Berlin"), Map.of(), "typo", ANNA);
        UUID late = openWaiting(UUID.randomUUID(), sales);

        assertThat(now(waiting).waitsFor()).isEqualTo(corrected.id());
        assertThat(now(late).waitsFor()).as("named the superseded one").isEqualTo(corrected.id());
        settle(claimedOnly(corrected.id()), new Verdict.Succeed(null, null));
        assertThat(claim()).extracting(Task::id).containsExactlyInAnyOrder(waiting, late);
    }

    @Test
    void itGoesOnWhenTheAwaitedOneIsGivenUp() {
        UUID sales = openSales(Action.CREATE);
        UUID waiting = openWaiting(account, sales);

        repairs().cancel(sales, "not needed", ANNA);

        claimedOnly(waiting);
    }

    @Test
    void aSettledOneIsNotWaitedFor() {
        UUID sales = openSales(Action.CREATE);
        settle(claimedOnly(sales), new Verdict.Succeed(null, null));

        UUID next = openWaiting(account, sales);

        assertThat(now(next)).returns(null, Task::waitsFor).returns(clock().instant(), Task::dueAt);
        assertThat(events(next)).containsExactly("OPENED");
    }

    @Test
    void whatStandsBehindItInItsLineWaitsTooButADeletionTakesItsPlaceAndDoesNot() {
        UUID sales = openSales(Action.CREATE);
        UUID waiting = openWaiting(account, sales);
        UUID behind = open(account, Action.UPDATE, binding("dev"));
        assertThat(ledger().blockers(List.of(behind))).containsEntry(behind, waiting);

        UUID deletion = open(account, Action.DELETE);

        assertThat(now(waiting)).returns(Status.SUPERSEDED, Task::status).returns(deletion, Task::supersededById)
                .returns(null, Task::waitsFor);
        assertThat(claim()).extracting(Task::id).containsExactlyInAnyOrder(sales, deletion);
    }

    @Test
    void aWaitingOneCanBeGivenUpAndItsAwaitedOneSettlesAllTheSame() {
        UUID sales = openSales(Action.CREATE);
        UUID waiting = openWaiting(account, sales);

        repairs().cancel(waiting, "not needed", ANNA);
        settle(claimedOnly(sales), new Verdict.Succeed(null, null));

        assertThat(status(waiting)).isEqualTo(Status.CANCELLED);
        assertThat(events(waiting)).doesNotContain("RELEASED");
    }

    @Test
    void oneThatWasPassedOverIsFoundSoonAfter() {
        UUID sales = openSales(Action.CREATE);
        Task create = claimedOnly(sales);
        // Opened while the awaited one settles: neither transaction sees the other.
        UUID waiting = transactions().execute(outer -> {
            UUID opened = ledger().open(List.of(waiting(account, sales))).getFirst();
            Thread settling = Thread.ofPlatform().start(() -> settle(create, new Verdict.Succeed(null, null)));
            join(settling);
            return opened;
        });
        assertThat(now(waiting).waitsFor()).isEqualTo(sales);

        assertThat(server.bean(Overdue.class).goOnWherePassedOver()).isPositive();

        claimedOnly(waiting);
        assertThat(server.bean(Overdue.class).goOnWherePassedOver()).isZero();
    }

    @Test
    void takingAccessAwayNeverWaitsAndNoAccountWaitsForAnother() {
        UUID sales = openSales(Action.CREATE);
        UUID other = open(UUID.randomUUID(), Action.CREATE);

        assertThatThrownBy(() -> waiting(account, Action.DELETE, sales)).hasMessageContaining("never waits");
        assertThatThrownBy(() -> openWaiting(account, other)).hasMessageContaining("cannot wait for it");
    }

    @Test
    void anOrganizationThatWaitsForAnAccountIsLetGoOnByTheSweepAndFollowsToItsDeletion() {
        UUID moved = open(account, Action.UPDATE);
        UUID other = open(UUID.randomUUID(), Action.UPDATE);
        UUID leaving = openDeletion(moved, other);
        assertThat(now(leaving).waitReason()).matches("waiting for the account .* in HR and 1 more");
        Map<UUID, Task> claimed = claim().stream().collect(Collectors.toMap(Task::id, Function.identity()));
        settle(claimed.get(moved), new Verdict.Fail(FailureKind.REFUSED, "no"));
        settle(claimed.get(other), new Verdict.Succeed(null, null));
        server.bean(Overdue.class).goOnWherePassedOver();
        assertThat(now(leaving).waitsFor()).as("it failed").isEqualTo(moved);

        UUID deletion = open(account, Action.DELETE);
        server.bean(Overdue.class).goOnWherePassedOver();

        assertThat(now(leaving).waitsFor()).as("which made the move pointless").isEqualTo(deletion);
        settle(claimedOnly(deletion), new Verdict.Succeed(null, null));
        assertThat(server.bean(Overdue.class).goOnWherePassedOver()).isPositive();
        claimedOnly(leaving);
    }

    @Test
    void whatWaitsForSeveralGoesOnWhenTheLastIsSettledInWhicheverOrder() {
        UUID one = openOrganization("One");
        UUID two = openOrganization("Two");
        UUID three = openOrganization("Three");
        UUID above = openDeletion(one, two, three);
        assertThat(now(above)).returns(one, Task::waitsFor).returns("waiting for the organization One in HR and 2 more", Task::waitReason);
        Map<UUID, Task> claimed = claim().stream().collect(Collectors.toMap(Task::id, Function.identity()));
        assertThat(claimed).containsOnlyKeys(one, two, three);

        settle(claimed.get(two), new Verdict.Succeed(null, null));
        assertThat(now(above).waitsFor()).as("it did not name this one").isEqualTo(one);
        settle(claimed.get(one), new Verdict.Succeed(null, null));
        assertThat(now(above)).returns(three, Task::waitsFor).returns("waiting for the organization Three in HR", Task::waitReason);
        assertThat(claim()).isEmpty();
        settle(claimed.get(three), new Verdict.Fail(FailureKind.REFUSED, "no"));
        assertThat(claim()).isEmpty();
        repairs().confirm(three, "deleted by hand", ANNA);

        claimedOnly(above);
        assertThat(events(above)).containsExactly("OPENED", "WAITING", "WAITING", "RELEASED", "STARTED");
    }

    @Test
    void oneOfSeveralThatWasSupersededMeanwhileIsFollowed() {
        UUID one = openOrganization("One");
        UUID two = openOrganization("Two");
        UUID above = openDeletion(one, two);
        Map<UUID, Task> claimed = claim().stream().collect(Collectors.toMap(Task::id, Function.identity()));
        settle(claimed.get(two), new Verdict.Fail(FailureKind.REFUSED, "no"));
        Task corrected = repairs().modify(two, attributes("l", "Berlin"), Map.of(), "typo", ANNA);

        settle(claimed.get(one), new Verdict.Succeed(null, null));

        assertThat(now(above).waitsFor()).isEqualTo(corrected.id());
        settle(claimedOnly(corrected.id()), new Verdict.Succeed(null, null));
        claimedOnly(above);
    }

    @Test
    void ofSeveralThoseThatAreSettledAlreadyAreForgottenAndTheWaitingOneCanBeGivenUp() {
        UUID done = openOrganization("Done");
        settle(claimedOnly(done), new Verdict.Succeed(null, null));
        UUID one = openOrganization("One");
        UUID two = openOrganization("Two");
        UUID above = openDeletion(done, one, two, one);
        assertThat(now(above)).returns(one, Task::waitsFor).returns("waiting for the organization One in HR and 1 more", Task::waitReason);

        repairs().cancel(above, "not needed", ANNA);

        assertThat(claim()).extracting(Task::id).containsExactlyInAnyOrder(one, two);
        assertThat(status(above)).isEqualTo(Status.CANCELLED);
    }

    private UUID openSales(Action action) {
        return openAll(organization(organization, "Sales", action)).getFirst();
    }

    private UUID openOrganization(String name) {
        return openAll(organization(UUID.randomUUID(), name, Action.UPDATE)).getFirst();
    }

    private UUID openDeletion(UUID... awaited) {
        return openAll(organization(organization, "Sales", Action.DELETE, awaited)).getFirst();
    }

    private NewTask organization(UUID id, String name, Action action, UUID... awaited) {
        return new NewTask(application, "HR", ObjectType.ORGANIZATION, id, name, null, null, action, Source.MANUAL, Parameters.named(name),
                Map.of(), null, Priority.INTERACTIVE, ANNA, null, null, null, List.of(awaited));
    }

    private UUID openWaiting(UUID account, UUID awaited) {
        return openAll(waiting(account, awaited)).getFirst();
    }

    private NewTask waiting(UUID account, UUID awaited) {
        return waiting(account, Action.CREATE, awaited);
    }

    private NewTask waiting(UUID account, Action action, UUID awaited) {
        return new NewTask(application, "HR", ObjectType.ACCOUNT, account, "ming.li", null, null, action, Source.MANUAL,
                Parameters.named("ming.li"), Map.of(), null, Priority.INTERACTIVE, ANNA, null, null, null, List.of(awaited));
    }

    private Task claimedOnly(UUID id) {
        List<Task> claimed = claim();
        assertThat(claimed).extracting(Task::id).containsExactly(id);
        return claimed.getFirst();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
