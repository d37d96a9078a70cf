package dev.syncline.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class GroupWriterTest {

    @Test
    void whatComesTogetherWhileAWriteIsUnderWayIsWrittenTogether() throws Exception {
        CountDownLatch firstIsUnderWay = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ConcurrentLinkedQueue<List<Integer>> groups = new ConcurrentLinkedQueue<>();
        try (GroupWriter<Integer> writer = new GroupWriter<>("test", 100, 1, group -> {
            groups.add(List.copyOf(group));
            firstIsUnderWay.countDown();
            await(goOn);
        })) {
            Thread first = Thread.startVirtualThread(() -> writer.write(0, Duration.ZERO));
            firstIsUnderWay.await();
            List<Thread> others = IntStream.rangeClosed(1, 20)
                    .mapToObj(item -> Thread.startVirtualThread(() -> writer.write(item, Duration.ZERO))).toList();
            awaitWaiting(others);
            goOn.countDown();
            first.join();
            for (Thread one : others) {
                one.join();
            }
        }
        assertThat(groups).extracting(List::size).containsExactly(1, 20);
    }

    @Test
    void aBadItemFailsAloneAndItsNeighboursAreWritten() throws Exception {
        ConcurrentLinkedQueue<Integer> written = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                GroupWriter<Integer> writer = new GroupWriter<>("test", 100, 1, group -> {
                    if (group.contains(13)) {
                        throw new IllegalStateException("unlucky");
                    }
                    written.addAll(group);
                })) {
            List<Future<?>> good = new ArrayList<>();
            for (int i = 0; i < 13; i++) {
                int item = i;
                good.add(threads.submit(() -> writer.write(item, Duration.ZERO)));
            }
            assertThatThrownBy(() -> writer.write(13, Duration.ZERO)).hasMessage("unlucky");
            for (Future<?> one : good) {
                one.get();
            }
        }
        assertThat(written).hasSize(13);
    }

    @Test
    void whoCanWaitWaitsForWhoCannot() throws Exception {
        CountDownLatch firstIsUnderWay = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ConcurrentLinkedQueue<List<Integer>> groups = new ConcurrentLinkedQueue<>();
        Duration patience = Duration.ofMinutes(2);
        try (GroupWriter<Integer> writer = new GroupWriter<>("test", 100, 1, group -> {
            groups.add(List.copyOf(group));
            firstIsUnderWay.countDown();
            await(goOn);
        })) {
            Thread alone = Thread.startVirtualThread(() -> writer.write(0, patience));
            firstIsUnderWay.await();
            List<Thread> patient = List.of(
                    Thread.startVirtualThread(() -> writer.write(1, patience)), Thread.startVirtualThread(() -> writer.write(2, patience)));
            awaitWaiting(patient);
            goOn.countDown();
            alone.join();
            Thread.sleep(100);
            assertThat(patient).as("what came alone was written at once, the others wait").allMatch(Thread::isAlive);
            writer.write(3, Duration.ZERO);
            for (Thread one : patient) {
                one.join(Duration.ofMinutes(1));
            }
        }
        assertThat(groups).hasSize(2).last(list(Integer.class)).containsExactlyInAnyOrder(1, 2, 3);
    }

    /** They have handed in what they have to write. */
    private static void awaitWaiting(List<Thread> threads) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> threads.stream().allMatch(one -> one.getState() == Thread.State.WAITING));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
