package dev.syncline.stories;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Reading;
import dev.syncline.fixtures.MemoryConnectorType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** A target in this process: gives the answers a story scripts, in order, then success; keeps what it was told. */
final class ScriptedTarget {

    private final String name;
    private final Queue<Function<Change, Outcome>> script = new ConcurrentLinkedQueue<>();
    private final List<Change> told = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    ScriptedTarget(String name) {
        this.name = name;
        MemoryConnectorType.answering(name, this::apply);
    }

    static Outcome refused(String message) {
        return new Outcome.Refused("400", message);
    }

    static Outcome throttled(Duration after) {
        return new Outcome.Throttled(Optional.of(after), "429: too many requests");
    }

    static Outcome accepted() {
        return new Outcome.Accepted(Optional.empty());
    }

    String name() {
        return name;
    }

    ScriptedTarget answers(Outcome... outcomes) {
        Arrays.stream(outcomes).forEach(outcome -> script.add(_ -> outcome));
        return this;
    }

    ScriptedTarget answers(Function<Change, Outcome> answer) {
        script.add(answer);
        return this;
    }

    /** What it says when an object is read back. */
    ScriptedTarget reads(Supplier<Reading> reading) {
        MemoryConnectorType.reading(name, reading);
        return this;
    }

    /** Takes requests and answers none of them until it is told to go on. */
    void hang() {
        gate = new CountDownLatch(1);
    }

    void goOn() {
        gate.countDown();
    }

    List<Change> told() {
        return List.copyOf(told);
    }

    List<Action> actions() {
        return told.stream().map(Change::action).toList();
    }

    /** The number of attempts it saw of one task. */
    long attempts(String task) {
        return told.stream().filter(change -> change.taskId().toString().equals(task)).count();
    }

    private Outcome apply(Change change) {
        told.add(change);
        Function<Change, Outcome> answer = script.poll();
        await(gate);
        return answer == null ? Outcome.Done.of("remote-" + change.name()) : answer.apply(change);
    }

    private static void await(CountDownLatch gate) {
        try {
            if (!gate.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("No story told the target to go on.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
