package dev.syncline.synclog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestDatabase;
import dev.syncline.fixtures.TestServer;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HistogramStoryTest {

    private final TestServer server = TestServer.shared();
    private final ApiClient api = server.api();
    private final UUID batch = UUID.randomUUID();
    private final Instant noon = Instant.parse("2026-05-04T12:00:00Z");

    @Test
    void countsByTimeAndHowTasksStand() {
        seed(0).insert();
        seed(59).status(Status.CONFIRMED).insert();
        seed(60).failed(FailureKind.REFUSED, "no").insert();
        seed(150).status(Status.QUEUED).insert();
        seed(151).status(Status.CANCELLED).insert();
        seed(180).insert();

        JsonNode bars = api.get("/api/v1/tasks/histogram?buckets=3&from=2026-05-04T12:00:00Z&to=2026-05-04T12:03:00Z&batch=" + batch).json();

        assertThat(bars.path("bucketSeconds").asInt()).isEqualTo(60);
        assertThat(Instant.parse(bars.path("from").asString())).isEqualTo(noon);
        assertThat(Instant.parse(bars.path("to").asString())).isEqualTo(noon.plusSeconds(180));
        assertThat(bars.path("buckets")).hasSize(3);
        assertBar(bars, 0, 0, 2, 0, 2, 0);
        assertBar(bars, 1, 60, 1, 1, 0, 0);
        assertBar(bars, 2, 120, 2, 0, 0, 1);
    }

    @Test
    void withoutAPeriodItSpansWhatMatches() {
        seed(0).insert();
        seed(7200).insert();
        JsonNode bars = api.get("/api/v1/tasks/histogram?buckets=10&batch=" + batch).json();
        assertThat(Instant.parse(bars.path("from").asString())).isEqualTo(noon);
        assertThat(Instant.parse(bars.path("to").asString())).isAfter(noon.plusSeconds(7200));
        assertThat(total(bars)).isEqualTo(2);
        assertThat(bars.path("buckets").size()).isLessThanOrEqualTo(11);
    }

    @Test
    void tasksOfOneMomentAreDrawnWithinAnHour() {
        seed(0).insert();
        seed(1).insert();
        JsonNode bars = api.get("/api/v1/tasks/histogram?buckets=60&batch=" + batch).json();
        assertThat(Instant.parse(bars.path("from").asString())).isBetween(noon.minusSeconds(3660), noon.minusSeconds(3540));
        assertThat(Instant.parse(bars.path("to").asString())).isAfter(noon.plusSeconds(1));
        assertThat(total(bars)).isEqualTo(2);
    }

    @Test
    void withoutAnyFilterItIsTheLastDay() {
        new TaskSeed(server).insert();
        JsonNode bars = api.get("/api/v1/tasks/histogram").json();
        Instant now = server.clock().instant();
        assertThat(Instant.parse(bars.path("from").asString())).isBetween(now.minus(Duration.ofHours(25)), now.minus(Duration.ofHours(24)));
        assertThat(Instant.parse(bars.path("to").asString())).isAfter(now);
        assertThat(total(bars)).isPositive();
    }

    @Test
    void nothingThatMatchesIsAnEmptyDay() {
        JsonNode bars = api.get("/api/v1/tasks/histogram?batch=" + UUID.randomUUID()).json();
        assertThat(bars.path("buckets").size()).isPositive();
        assertThat(total(bars)).isZero();
    }

    @Test
    void searchesCountToo() {
        String word = TestServer.unique("histo");
        seed(0).object(word).failed(FailureKind.REFUSED, "about " + word).insert();
        JsonNode bars = api.get("/api/v1/tasks/histogram?q=" + word).json();
        assertThat(total(bars)).as("found by name and by error, counted once").isEqualTo(1);
    }

    @Test
    void veryManyAreProjectedFromAPart() {
        try (TestDatabase database = TestDatabase.fresh()) {
            UUID one = new TaskSeed(database.jdbc(), noon).insert();
            database.jdbc().sql("""
                    insert into task (id, line_id, turn, application_id, application_name, object_type, object_id, object_name, action,
                        source, takes_away, priority, initiator_kind, initiator_name, parameters, status, opened_at, settled_at)
                    select (left(t.id::text, 24) || lpad(to_hex(n), 12, '0'))::uuid, gen_random_uuid(), 1, t.application_id,
                        t.application_name, t.object_type, t.object_id, t.object_name, t.action, t.source, t.takes_away, t.priority,
                        t.initiator_kind, t.initiator_name, t.parameters, t.status, t.opened_at, t.settled_at
                    from task t cross join generate_series(1, 20000) n where t.id = ?
                    """).param(one).update();
            database.jdbc().sql("analyze task").update();
            HistogramRepository repository = new HistogramRepository(new Reading(database.dataSource()), 2_000);
            TaskFilter all = TaskFilter.NONE;
            double percent = repository.percent(all);
            assertThat(percent).isBetween(10.0, 30.0);
            List<Histogram.Bar> bars = repository.count(all, noon, noon.plusSeconds(60), 60, percent);
            assertThat(bars.getFirst().total()).isBetween(8_000, 40_000);
            assertThat(repository.percent(all.between(noon.plusSeconds(60), null))).as("few enough to count").isEqualTo(100);
        }
    }

    @Test
    void anAbsurdNumberOfBucketsIsRefused() {
        Answer answer = api.get("/api/v1/tasks/histogram?buckets=100000");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("detail")).contains("buckets");
    }

    private TaskSeed seed(int second) {
        return new TaskSeed(server).batch(batch).opened(noon.plusSeconds(second));
    }

    private static int total(JsonNode bars) {
        return StreamSupport.stream(bars.path("buckets").spliterator(), false).mapToInt(bar -> bar.path("total").asInt()).sum();
    }

    private void assertBar(JsonNode bars, int index, int second, int total, int failed, int succeeded, int open) {
        JsonNode bar = bars.path("buckets").get(index);
        assertThat(Instant.parse(bar.path("at").asString())).isEqualTo(noon.plusSeconds(second));
        assertThat(bar.path("total").asInt()).isEqualTo(total);
        assertThat(bar.path("failed").asInt()).isEqualTo(failed);
        assertThat(bar.path("succeeded").asInt()).isEqualTo(succeeded);
        assertThat(bar.path("open").asInt()).isEqualTo(open);
    }
}
