package dev.syncline.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class GroupWriterTest {

    @Test
    void whatComesTogetherWhileAWriteIsUnderWayIsWrittenTogether() throws Exception {
        CountDownLatch firstIsUnderWay = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ConcurrentLinkedQueue<List<Integer>> groups = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                GroupWriter<Integer> writer = new GroupWriter<>("test", 100, 1, Duration.ZERO, group -> {
                    groups.add(List.copyOf(group));
                    firstIsUnderWay.countDown();
                    await(goOn);
                })) {
            List<Future<?>> all = new ArrayList<>();
            all.add(threads.submit(() -> writer.write(0)));
            firstIsUnderWay.await();
            for (int i = 1; i <= 20; i++) {
                int item = i;
                all.add(threads.submit(() -> writer.write(item)));
            }
            Thread.sleep(200);
            goOn.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(21);
        assertThat(groups.size()).isLessThan(21);
    }

    @Test
    void aBadItemFailsAloneAndItsNeighboursAreWritten() throws Exception {
        ConcurrentLinkedQueue<Integer> written = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                GroupWriter<Integer> writer = new GroupWriter<>("test", 100, 1, Duration.ZERO, group -> {
                    if (group.contains(13)) {
                        throw new IllegalStateException("unlucky");
                    }
                    written.addAll(group);
                })) {
            List<Future<?>> good = new ArrayList<>();
            for (int i = 0; i < 13; i++) {
                int item = i;
                good.add(threads.submit(() -> writer.write(item)));
            }
            assertThatThrownBy(() -> writer.write(13)).hasMessage("unlucky");
            for (Future<?> one : good) {
                one.get();
            }
        }
        assertThat(written).hasSize(13);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
