package dev.syncline.synclog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.syncline.fixtures.EventStream;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "A server-sent event stream of changes". */
class ChangeStreamStoryTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static final String LISTENING = "from pg_stat_activity where datname = current_database() and query like 'listen syncline_task%'";

    private final TestServer server = TestServer.start();
    private final HttpClient http = HttpClient.newHttpClient();

    /** The server is up a moment before it hears; until then readers are only told that more may have changed. */
    @BeforeEach
    void itHears() {
        await().atMost(LONG).until(() -> server.database().jdbc().sql("select count(*) " + LISTENING).query(Integer.class).single() == 1);
    }

    @AfterEach
    void end() {
        http.shutdownNow();
        server.close();
    }

    @Test
    void tellsWhatChangedAndOnlyToWhomItConcerns() throws Exception {
        UUID application = UUID.randomUUID();
        UUID mine = new TaskSeed(server).in(application, "Mine").insert();
        UUID other = new TaskSeed(server).insert();
        try (EventStream all = open(""); EventStream one = open("?application=" + application + "&status=FAILED")) {
            await().atMost(LONG).untilAsserted(() -> assertThat(streams().readers()).isEqualTo(2));
            changed(List.of(other));
            changed(List.of(mine));
            await().atMost(LONG).untilAsserted(() -> assertThat(all.text()).contains(mine.toString(), other.toString()));
            // It left the filtered status, which is exactly what a reader of failed tasks wants to hear.
            await().atMost(LONG).untilAsserted(() -> assertThat(one.text()).contains(mine.toString()));
            assertThat(one.text()).doesNotContain(other.toString());
            assertThat(all.text()).contains("event:tasks");
        }
    }

    @Test
    void gathersABurstIntoFewEvents() throws Exception {
        try (EventStream reader = open("")) {
            await().atMost(LONG).untilAsserted(() -> assertThat(streams().readers()).isEqualTo(1));
            long begin = System.nanoTime();
            List<UUID> last = List.of(UUID.randomUUID());
            for (int i = 0; i < 400; i++) {
                changed(List.of(UUID.randomUUID()));
            }
            changed(last);
            await().atMost(LONG).untilAsserted(() -> assertThat(reader.text()).containsAnyOf(last.getFirst().toString()));
            long halfSeconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 500;
            assertThat(reader.events()).isBetween(1L, halfSeconds + 2);
        }
    }

    @Test
    void saysMoreWhenTooManyChanged() throws Exception {
        try (EventStream reader = open("")) {
            await().atMost(LONG).untilAsserted(() -> assertThat(streams().readers()).isEqualTo(1));
            server.database().jdbc().sql("select pg_notify('syncline_task', '\"many\"')").query(String.class).optional();
            await().atMost(LONG).untilAsserted(() -> assertThat(reader.text()).contains("\"more\":true"));
        }
    }

    @Test
    void hearsAgainAfterItsConnectionWasLost() throws Exception {
        try (EventStream reader = open("")) {
            await().atMost(LONG).untilAsserted(() -> assertThat(streams().readers()).isEqualTo(1));
            server.database().jdbc().sql("select count(pg_terminate_backend(pid)) " + LISTENING).query(Integer.class).single();
            UUID id = UUID.randomUUID();
            await().atMost(LONG).untilAsserted(() -> {
                changed(List.of(id));
                assertThat(reader.text()).contains("\"more\":true").contains(id.toString());
            });
        }
    }

    @Test
    void aReaderWhoLeavesIsForgotten() throws Exception {
        EventStream reader = open("");
        await().atMost(LONG).untilAsserted(() -> assertThat(streams().readers()).isEqualTo(1));
        reader.close();
        await().atMost(LONG).untilAsserted(() -> {
            changed(List.of(UUID.randomUUID()));
            assertThat(streams().readers()).isZero();
        });
    }

    @Test
    void theServerStopsPromptlyWithReadersOnIt() throws Exception {
        TestServer stopping = TestServer.beside(server, "spring.lifecycle.timeout-per-shutdown-phase=5m");
        HttpRequest request = HttpRequest.newBuilder(URI.create(stopping.url() + "/api/v1/tasks/stream"))
                .header("Authorization", "Bearer " + TestServer.TOKEN).build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        await().atMost(LONG).untilAsserted(() -> assertThat(stopping.bean(ChangeStreams.class).readers()).isEqualTo(1));
        long begin = System.nanoTime();
        stopping.close();
        // Waiting for the open stream would take the whole five minutes of the graceful phase.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(2));
        response.body().close();
    }

    private ChangeStreams streams() {
        return server.bean(ChangeStreams.class);
    }

    private void changed(Collection<UUID> ids) {
        String payload = ids.stream().map(id -> '"' + id.toString() + '"').collect(Collectors.joining(",", "[", "]"));
        server.database().jdbc().sql("select pg_notify('syncline_task', ?)").param(payload).query(String.class).optional();
    }

    private EventStream open(String filter) {
        return server.api().events("/api/v1/tasks/stream" + filter);
    }
}
