package dev.syncline.synclog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.syncline.export.Exports;
import dev.syncline.export.RowWriter;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Role;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExportTest {

    private final TestServer server = TestServer.shared();

    /** However many rows there are: those that were written can be collected while the next ones come. */
    @Test
    void noMoreThanTwoPagesAreInMemory() throws IOException {
        UUID application = TaskSeed.application(server, TestServer.unique("Pages"));
        Instant start = server.clock().instant().minusSeconds(3600);
        int count = 4 * Exports.PAGE + 1;
        for (int i = 0; i < count; i++) {
            new TaskSeed(server).in(application, "Pages").opened(start.plusMillis(i)).insert();
        }
        Remembering out = new Remembering(count);
        List<Long> progress = new ArrayList<>();

        server.bean(Export.class).run(TaskFilters.of(application), Rights.of(Role.ADMINISTRATOR), false, () -> out, progress::add);

        assertThat(out.rows).hasSize(count);
        assertThat(progress).containsExactly(500L, 1000L, 1500L, 2000L, 2001L);
        assertThat(out.kept).as("rows of the pages before the last two that were still in memory when the last row came").isZero();
    }

    /** Looks, when the last row comes, whether the early ones have been let go. */
    private static final class Remembering implements RowWriter<TaskRow> {

        private final int last;
        private final List<WeakReference<TaskRow>> rows = new ArrayList<>();
        private long kept = -1;

        Remembering(int last) {
            this.last = last;
        }

        @Override
        public void write(TaskRow row) {
            rows.add(new WeakReference<>(row));
            if (rows.size() == last) {
                await().atMost(Duration.ofSeconds(30)).until(() -> {
                    System.gc();
                    kept = rows.subList(0, last - 2 * Exports.PAGE).stream().filter(early -> early.get() != null).count();
                    return kept == 0;
                });
            }
        }

        @Override
        public void flush() {}
    }
}
