package dev.syncline.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.syncline.application.Application;
import dev.syncline.application.ApplicationFixtures;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A file of 100,000 rows is read without ever being in memory. */
class BigImportTest {

    private static final int ROWS = 100_000;
    private static final int CELL = 400;

    private final TestServer server = TestServer.shared();

    @Test
    void aHundredThousandRowsAreReadRowByRow() {
        Application application = ApplicationFixtures.mapped(server, TestServer.unique("big"));
        long before = liveBytes();
        Answer upload = Upload.csv(server.api(), application.id(), "{}", new Generated());
        assertThat(upload.status()).as(upload.toString()).isEqualTo(201);
        long[] most = {0};
        JsonNode batch = await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofSeconds(1)).until(() -> {
            most[0] = Math.max(most[0], liveBytes() - before);
            return server.api().get("/api/v1/batches/" + upload.field("id")).json();
        }, read -> !read.path("status").asString().equals("READING"));
        assertThat(batch.path("status").asString()).isEqualTo("READY");
        assertThat(batch.path("total").asInt()).isEqualTo(ROWS);
        assertThat(batch.path("bad").asInt()).isZero();
        assertThat(most[0]).as("bytes alive above the start").isLessThan((long) ROWS * CELL / 2);
    }

    /** After a collection, so that only what is held on to counts. */
    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Makes the file while it is sent. */
    private static final class Generated extends InputStream {
        private byte[] line = "userName,email,user:note\n".getBytes(StandardCharsets.UTF_8);
        private int position;
        private int made;

        @Override
        public int read() {
            if (position == line.length) {
                if (made == ROWS) {
                    return -1;
                }
                String name = "big-" + made++;
                line = (name + "," + name + "@example.com," + "n".repeat(CELL) + "\n").getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            return line[position++];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = 0;
            while (count < length) {
                int next = read();
                if (next < 0) {
                    return count == 0 ? -1 : count;
                }
                buffer[offset + count++] = (byte) next;
            }
            return count;
        }
    }
}
