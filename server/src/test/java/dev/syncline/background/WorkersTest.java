package dev.syncline.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class WorkersTest {

    private final Workers workers = new Workers(new StaticListableBeanFactory().getBeanProvider(LeasedWork.class), null);

    @Test
    void leasedWorkIsNotBegunAgainWhileThisServerIsAtIt() throws InterruptedException {
        UUID id = UUID.randomUUID();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        workers.submit(id, () -> {
            times.incrementAndGet();
            begun.countDown();
            await(mayEnd);
        });
        await(begun);
        workers.submit(id, times::incrementAndGet);
        CountDownLatch other = new CountDownLatch(1);
        workers.submit(UUID.randomUUID(), other::countDown);
        await(other);
        assertThat(times).hasValue(1);
        mayEnd.countDown();
    }

    @Test
    void leasedWorkIsTakenUpAgainOnceItsThreadHasEndedByAFault() throws InterruptedException {
        UUID id = UUID.randomUUID();
        CountDownLatch again = new CountDownLatch(1);
        workers.submit(id, () -> {
            throw new IllegalStateException("as if the database were gone");
        });
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (again.getCount() > 0 && System.nanoTime() < until) {
            workers.submit(id, again::countDown);
            Thread.sleep(10);
        }
        assertThat(again.getCount()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
