package dev.syncline.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every door tried on a task in every state: what is allowed happens, everything else leaves the row as it was. */
class StateWalkTest extends HeartTest {

    /** A way to try to bring a task into a state. */
    private record Door(String name, Status to, java.util.function.Consumer<Task> tried) {}

    private final List<Door> doors = List.of(
            new Door("claim", Status.RUNNING, task -> claim()),
            new Door("result: done", Status.SUCCEEDED, task -> settle(task, new Verdict.Succeed("7", null))),
            new Door("result: answers later", Status.AWAITING_CALLBACK,
                    task -> settle(task, new Verdict.Await(null, clock().instant().plusSeconds(60)))),
            new Door("result: try again", Status.QUEUED, task -> settle(task, new Verdict.RetryLater(
                    FailureKind.UNCLEAR, "broken", clock().instant(), true, "Attempt 2 of 8"))),
            new Door("result: refused", Status.FAILED, task -> settle(task, new Verdict.Fail(FailureKind.REFUSED, "no"))),
            new Door("callback: succeeded", Status.SUCCEEDED, task -> answer(task.id(), true)),
            new Door("callback: failed", Status.FAILED, task -> answer(task.id(), false)),
            new Door("deadline of the callback", Status.FAILED, task -> expire()),
            new Door("confirm", Status.CONFIRMED, task -> repairs().confirm(task.id(), "done by hand", ANNA)),
            new Door("retry", Status.QUEUED, task -> repairs().retry(task.id(), ANNA)),
            new Door("cancel", Status.CANCELLED, task -> repairs().cancel(task.id(), "not needed", ANNA)),
            new Door("retry after modification", Status.SUPERSEDED,
                    task -> repairs().modify(task.id(), attributes("phone", "1"), Map.of(), "typo", ANNA)),
            new Door("a deletion behind it", Status.SUPERSEDED, task -> open(task.objectId(), Action.DELETE)));

    @TestFactory
    Stream<DynamicTest> everyDoorInEveryState() {
        return Stream.of(Status.values()).flatMap(from -> doors.stream()
                .map(door -> DynamicTest.dynamicTest(from + " → " + door.to + " by " + door.name, () -> tryDoor(from, door))));
    }

    @TestFactory
    Stream<DynamicTest> everyAllowedPairHasADoorAndNoOtherHas() {
        return Stream.of(Status.values()).flatMap(from -> Stream.of(Status.values())
                .filter(to -> to != from)
                .map(to -> DynamicTest.dynamicTest(from + " → " + to, () -> assertThat(reachable(from, to)).isEqualTo(from.mayBecome(to)))));
    }

    private void tryDoor(Status from, Door door) {
        Task before = bring(from, FailureKind.REFUSED);
        Map<String, Object> row = row(before.id());

        attempt(door, before);

        Task after = now(before.id());
        if (after.status() == from) {
            // A claim is no door into the state the task is in; everything about it is as it was.
            assertThat(row(before.id())).isEqualTo(row);
        } else {
            assertThat(after.status()).isEqualTo(door.to);
            assertThat(from.mayBecome(door.to)).isTrue();
            assertThat(events(before.id())).hasSizeGreaterThan(from == Status.QUEUED ? 1 : 2);
        }
    }

    private boolean reachable(Status from, Status to) {
        List<FailureKind> kinds = from == Status.FAILED ? List.of(FailureKind.REFUSED, FailureKind.NO_CALLBACK) : List.of(FailureKind.REFUSED);
        List<Status> reached = new ArrayList<>();
        for (FailureKind kind : kinds) {
            for (Door door : doors) {
                Task before = bring(from, kind);
                attempt(door, before);
                reached.add(now(before.id()).status());
            }
        }
        return reached.contains(to);
    }

    private void attempt(Door door, Task task) {
        try {
            door.tried.accept(task);
        } catch (ProblemException refused) {
            assertThat(refused.getMessage()).contains(task.status().name());
        }
    }

    private Task bring(Status wanted, FailureKind failure) {
        UUID account = UUID.randomUUID();
        UUID id = open(account, Action.UPDATE, attributes("phone", "x"));
        switch (wanted) {
            case QUEUED -> {}
            case RUNNING -> claim();
            case AWAITING_CALLBACK -> await(id);
            case SUCCEEDED -> settle(claimed(id), new Verdict.Succeed(null, null));
            case FAILED -> fail(id, failure);
            case CONFIRMED -> {
                fail(id, failure);
                repairs().confirm(id, "by hand", ANNA);
            }
            case SUPERSEDED -> open(account, Action.DELETE);
            case CANCELLED -> repairs().cancel(id, "no", ANNA);
        }
        assertThat(status(id)).isEqualTo(wanted);
        return now(id);
    }

    private void fail(UUID id, FailureKind kind) {
        if (kind == FailureKind.NO_CALLBACK) {
            await(id);
            expire();
        } else {
            settle(claimed(id), new Verdict.Fail(kind, "no"));
        }
    }

    private void await(UUID id) {
        settle(claimed(id), new Verdict.Await(null, clock().instant().plusSeconds(60)));
    }

    private void expire() {
        clock().advance(Duration.ofSeconds(61));
        server.bean(Overdue.class).expireCallbacks();
    }

    private Task claimed(UUID id) {
        return claim().stream().filter(task -> task.id().equals(id)).findFirst().orElseThrow();
    }

    private static Map<String, Object> row(UUID id) {
        return new LinkedHashMap<>(sql().sql("select * from task where id = ?").param(id).query().singleRow());
    }
}
