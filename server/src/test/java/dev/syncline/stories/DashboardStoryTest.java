package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The dashboard's figures, exact on tasks that are known, each on a server of its own: they are about everything there is. */
class DashboardStoryTest {

    private static final String DASHBOARD = "/api/v1/dashboard";

    private final TestServer server = TestServer.start();
    private final ApiClient api = server.api();
    private Instant now;

    @BeforeEach
    void atHalfPastTen() {
        // Later than the start of the server, as time goes.
        now = server.clock().instant().truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.DAYS).plus(10, ChronoUnit.HOURS).plus(30, ChronoUnit.MINUTES);
        server.clock().set(now);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @DisplayName("A fresh installation says that there is nothing yet")
    void fresh() {
        JsonNode dashboard = Story.ok(api.get(DASHBOARD));
        assertThat(dashboard.path("anything").asBoolean()).isFalse();
        assertThat(dashboard.path("bars").size()).isEqualTo(24);
        assertThat(dashboard.path("backlog").size()).isZero();
        assertThat(dashboard.path("attention").size()).isZero();
        awaitFigures("24h", counted -> assertThat(counted.path("complete").asBoolean()).isTrue());
        assertThat(Story.ok(api.get(DASHBOARD + "/remaining-access")).path("items").size()).isZero();
    }

    @Test
    @DisplayName("Volume and success share, by the time tasks were opened and as they stand")
    void volume() {
        UUID hr = TaskSeed.application(server, "HR");
        UUID mail = TaskSeed.application(server, "Mail");
        for (int i = 0; i < 6; i++) {
            in(hr, "HR", Duration.ofMinutes(10)).status(Status.SUCCEEDED).insert();
        }
        in(hr, "HR", Duration.ofMinutes(10)).status(Status.CONFIRMED).insert();
        in(hr, "HR", Duration.ofMinutes(10)).failed(FailureKind.REFUSED, "No.").insert();
        in(hr, "HR", Duration.ofMinutes(10)).status(Status.QUEUED).insert();
        in(hr, "HR", Duration.ofMinutes(10)).status(Status.SUPERSEDED).insert();
        in(mail, "Mail", Duration.ofHours(5)).status(Status.CANCELLED).insert();
        in(mail, "Mail", Duration.ofDays(3)).status(Status.SUCCEEDED).insert();
        in(mail, "Mail", Duration.ofDays(20)).failed(FailureKind.INVALID, "No.").insert();
        countFromTheBeginning();

        awaitFigures("24h", day -> {
            assertVolume(day.path("total"), 11, 7, 1, 1, 1, 2);
            assertThat(day.at("/total/successShare").asDouble()).isEqualTo(7.0 / 8);
        });
        JsonNode day = Story.ok(api.get(DASHBOARD + "?range=24h"));
        assertThat(Instant.parse(day.path("to").asString())).isEqualTo(now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
        assertVolume(day.path("bars").get(23).path("volume"), 10, 7, 1, 1, 1, 1);
        assertVolume(day.path("bars").get(18).path("volume"), 1, 0, 0, 0, 0, 1);
        assertThat(day.path("bars").get(18).at("/volume/successShare").isNull()).isTrue();
        assertThat(sumOf(day.path("bars"))).isEqualTo(11);
        assertThat(day.path("applications").valueStream().map(DashboardStoryTest::line)).containsExactly("HR 10", "Mail 1");

        awaitFigures("7d", figures -> assertVolume(figures.path("total"), 12, 8, 1, 1, 1, 2));
        JsonNode week = Story.ok(api.get(DASHBOARD + "?range=7d"));
        assertThat(week.path("bars").size()).isEqualTo(28);
        assertThat(sumOf(week.path("bars"))).isEqualTo(12);
        awaitFigures("30d", month -> {
            assertVolume(month.path("total"), 13, 8, 1, 2, 1, 2);
            assertThat(month.path("complete").asBoolean()).isTrue();
        });
        JsonNode month = Story.ok(api.get(DASHBOARD + "?range=30d"));
        assertThat(month.path("bars").size()).isEqualTo(30);
        assertVolume(month.path("bars").get(9).path("volume"), 1, 0, 0, 1, 0, 0);
        assertThat(month.path("applications").valueStream().map(DashboardStoryTest::line)).containsExactly("HR 10", "Mail 3");
        assertTheLogAgrees(day.path("bars").get(23), Duration.ofHours(1));
        assertTheLogAgrees(month.path("bars").get(9), Duration.ofDays(1));
    }

    @Test
    @DisplayName("Event to target: half and nineteen twentieths of the tasks, by application, to within five percent")
    void delays() {
        UUID hr = TaskSeed.application(server, "HR");
        UUID mail = TaskSeed.application(server, "Mail");
        for (int i = 1; i <= 100; i++) {
            in(hr, "HR", Duration.ofMinutes(i)).took(Duration.ofMillis(i * 100L)).insert();
        }
        in(mail, "Mail", Duration.ofHours(3)).took(Duration.ofHours(2)).insert();
        in(mail, "Mail", Duration.ofHours(3)).status(Status.CONFIRMED).took(Duration.ofDays(1)).insert();
        in(mail, "Mail", Duration.ofHours(3)).failed(FailureKind.REFUSED, "No.").insert();
        countFromTheBeginning();
        for (String range : List.of("24h", "7d", "30d")) {
            awaitFigures(range, figures -> assertThat(figures.path("applications").size()).isEqualTo(2));
            JsonNode figures = Story.ok(api.get(DASHBOARD + "?range=" + range));
            assertDelay(figures.path("applications").get(0), 100, 5_000, 9_500);
            assertDelay(figures.path("applications").get(1), 1, 7_200_000, 7_200_000);
        }
    }

    @Test
    @DisplayName("The backlog and how old it is, by application, the oldest first; and what needs a person, by kind")
    void backlogAndAttention() {
        UUID hr = TaskSeed.application(server, "HR");
        UUID mail = TaskSeed.application(server, "Mail");
        in(hr, "HR", Duration.ofMinutes(3)).status(Status.QUEUED).insert();
        in(hr, "HR", Duration.ofMinutes(2)).status(Status.RUNNING).insert();
        in(mail, "Mail", Duration.ofDays(2)).status(Status.AWAITING_CALLBACK).insert();
        in(mail, "Mail", Duration.ofMinutes(1)).status(Status.QUEUED).insert();
        in(mail, "Mail", Duration.ofDays(50)).failed(FailureKind.REFUSED, "No.").insert();
        in(hr, "HR", Duration.ofHours(1)).failed(FailureKind.REFUSED, "No.").insert();
        in(hr, "HR", Duration.ofHours(2)).failed(FailureKind.NO_CALLBACK, "No callback.").insert();
        // In the order in which they were written: whoever counts the last has counted all of them.
        awaitFigures("24h", counted -> assertThat(counted.path("attention").valueStream()
                .map(kind -> kind.path("kind").asString() + " " + kind.path("tasks").asInt())).containsExactly("REFUSED 2", "NO_CALLBACK 1"));
        JsonNode figures = Story.ok(api.get(DASHBOARD));
        JsonNode oldest = figures.path("backlog").get(0);
        assertThat(oldest.at("/application/name").asString()).isEqualTo("Mail");
        assertThat(oldest.path("queued").asInt()).isEqualTo(1);
        assertThat(oldest.path("awaitingCallback").asInt()).isEqualTo(1);
        assertThat(Instant.parse(oldest.path("oldestOpenedAt").asString())).isEqualTo(now.minus(2, ChronoUnit.DAYS));
        JsonNode other = figures.path("backlog").get(1);
        assertThat(other.path("queued").asInt()).isEqualTo(1);
        assertThat(other.path("running").asInt()).isEqualTo(1);
        assertThat(other.path("awaitingCallback").asInt()).isZero();
        assertThat(figures.path("backlog").size()).isEqualTo(2);
        assertThat(Instant.parse(figures.path("attention").get(0).path("oldestOpenedAt").asString())).isEqualTo(now.minus(50, ChronoUnit.DAYS));
    }

    @Test
    @DisplayName("Figures of days long past follow when one of their tasks is repaired")
    void thePastChanges() {
        App app = refusing();
        String failed = create(app, "kim");
        await(() -> assertThat(status(failed)).isEqualTo("FAILED"));
        server.clock().advance(Duration.ofDays(10));
        awaitFigures("30d", figures -> assertVolume(figures.path("total"), 1, 0, 0, 1, 0, 0));
        Story.ok(api.post("/api/v1/tasks/" + failed + "/confirm", Map.of("reason", "Done by hand")));
        awaitFigures("30d", figures -> {
            assertVolume(figures.path("total"), 1, 1, 1, 0, 0, 0);
            assertThat(figures.path("attention").size()).isZero();
        });
        awaitFigures("7d", figures -> assertVolume(figures.path("total"), 0, 0, 0, 0, 0, 0));
    }

    @Test
    @DisplayName("Two servers count each task once")
    void twoServers() {
        UUID hr = TaskSeed.application(server, "HR");
        try (TestServer other = TestServer.beside(server)) {
            for (int i = 0; i < 30; i++) {
                in(hr, "HR", Duration.ofMinutes(i)).insert();
            }
            awaitFigures("24h", figures -> assertVolume(figures.path("total"), 30, 30, 0, 0, 0, 0));
            in(hr, "HR", Duration.ofMinutes(1)).insert();
            awaitFigures("24h", figures -> assertVolume(figures.path("total"), 31, 31, 0, 0, 0, 0));
            assertThat(Story.ok(other.api().get(DASHBOARD)).at("/total/opened").asInt()).isEqualTo(31);
        }
    }

    @Test
    @DisplayName("Who still has access: removals that failed, and those that are not done after an hour, the longest first")
    void remainingAccess() {
        UUID hr = TaskSeed.application(server, "HR");
        UUID ming = UUID.randomUUID();
        UUID stuck = in(hr, "HR", Duration.ofHours(2)).user(UUID.randomUUID(), "Fang Wang").object("fang").action(Action.DISABLE).status(Status.AWAITING_CALLBACK).insert();
        UUID failed = in(hr, "HR", Duration.ofMinutes(10)).user(ming, "Ming Li").object("ming").action(Action.DELETE).failed(FailureKind.REFUSED, "Still owns a project.").insert();
        in(hr, "HR", Duration.ofMinutes(20)).action(Action.DELETE).status(Status.QUEUED).insert();
        in(hr, "HR", Duration.ofDays(3)).action(Action.DELETE).insert();
        in(hr, "HR", Duration.ofDays(3)).action(Action.CREATE).failed(FailureKind.REFUSED, "No.").insert();
        in(hr, "HR", Duration.ofDays(3)).object(ObjectType.ORGANIZATION, "Sales").action(Action.DELETE).failed(FailureKind.REFUSED, "No.").insert();
        JsonNode page = Story.ok(api.get(DASHBOARD + "/remaining-access"));
        assertThat(Story.texts(page.path("items"), "taskId")).containsExactly(stuck.toString(), failed.toString());
        JsonNode row = page.path("items").get(1);
        assertThat(row.at("/user/id").asString()).isEqualTo(ming.toString());
        assertThat(row.at("/user/name").asString()).isEqualTo("Ming Li");
        assertThat(row.at("/account/name").asString()).isEqualTo("ming");
        assertThat(row.at("/application/name").asString()).isEqualTo("HR");
        assertThat(row.path("failureMessage").asString()).isEqualTo("Still owns a project.");
        assertThat(Instant.parse(row.path("since").asString())).isEqualTo(now.minus(10, ChronoUnit.MINUTES));
        assertThat(page.path("items").get(0).path("failureKind").isNull()).isTrue();
        JsonNode first = Story.ok(api.get(DASHBOARD + "/remaining-access?limit=1"));
        JsonNode second = Story.ok(api.get(DASHBOARD + "/remaining-access?limit=1&cursor=" + first.path("next").asString()));
        assertThat(Story.texts(second.path("items"), "taskId")).containsExactly(failed.toString());
        assertThat(Story.ok(api.get(DASHBOARD + "/remaining-access/count")).path("count").asInt()).isEqualTo(2);
    }

    @Test
    void accessThatIsGoneAfterAllNoLongerRemains() {
        App app = refusing();
        app.target().answers(ScriptedTarget.refused("No."));
        String account = Story.ok(api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "name", "lee"))).at("/account/id").asString();
        await(() -> assertThat(Story.ok(api.get("/api/v1/tasks?status=FAILED")).path("items").size()).isEqualTo(1));
        Story.ok(api.post("/api/v1/tasks/" + Story.ok(api.get("/api/v1/tasks")).path("items").get(0).path("id").asString() + "/confirm", Map.of("reason", "Made by hand")));
        app.target().answers(ScriptedTarget.refused("No."));
        String path = "/api/v1/accounts/" + account;
        String removal = Story.ok(api.ifMatch(api.get(path).header("ETag")).delete(path)).path("taskId").asString();
        await(() -> assertThat(Story.texts(Story.ok(api.get(DASHBOARD + "/remaining-access")).path("items"), "taskId")).containsExactly(removal));
        Story.ok(api.post("/api/v1/tasks/" + removal + "/confirm", Map.of("reason", "Deleted by hand")));
        assertThat(Story.ok(api.get(DASHBOARD + "/remaining-access")).path("items").size()).isZero();
    }

    @Test
    void theCausesThatAreNotResolvedAreCounted() {
        App app = refusing();
        String task = create(app, "kim");
        await(() -> assertThat(status(task)).isEqualTo("FAILED"));
        awaitFigures("24h", figures -> assertThat(figures.at("/causes/unresolved").asInt()).isEqualTo(1));
    }

    @Test
    void whatIsNotThereIsRefused() {
        Answer answer = api.get(DASHBOARD + "?range=1y");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("detail")).contains("24h, 7d or 30d");
        assertThat(api.get(DASHBOARD + "/remaining-access?limit=0").status()).isEqualTo(400);
        assertThat(server.anonymous().get(DASHBOARD).status()).isEqualTo(401);
        Story.ok(api.ifMatch(api.get("/api/v1/modules").header("ETag"))
                .put("/api/v1/modules", Map.of("lifecycleManagement", false, "identityGovernance", false)));
        assertThat(api.get(DASHBOARD).field("code")).isEqualTo("MODULE_NOT_ENABLED");
        assertThat(api.get(DASHBOARD + "/remaining-access").field("code")).isEqualTo("MODULE_NOT_ENABLED");
    }

    private record App(String id, ScriptedTarget target) {}

    private App refusing() {
        ScriptedTarget target = new ScriptedTarget(TestServer.unique("Target"));
        target.answers(ScriptedTarget.refused("No licence is left."));
        return new App(Story.ok(api.post("/api/v1/applications",
                Map.of("name", target.name(), "connector", "memory", "settings", Map.of("name", target.name())))).path("id").asString(), target);
    }

    private String create(App app, String name) {
        return Story.ok(api.post("/api/v1/accounts", Map.of("applicationId", app.id(), "name", name))).path("taskId").asString();
    }

    private String status(String task) {
        return Story.ok(api.get("/api/v1/tasks/" + task)).path("status").asString();
    }

    private TaskSeed in(UUID application, String name, Duration ago) {
        return new TaskSeed(server).in(application, name).opened(now.minus(ago));
    }

    /** What was written past the doors lies in hours that a count before may have been through already. */
    private void countFromTheBeginning() {
        server.database().jdbc().sql("update dashboard_count set counted_at = null, counted_from = null, rest_until = clock_timestamp()").update();
    }

    private void awaitFigures(String range, Consumer<JsonNode> assertion) {
        await(() -> assertion.accept(Story.ok(api.get(DASHBOARD + "?range=" + range))));
    }

    private static void await(Runnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).untilAsserted(assertion::run);
    }

    private static void assertVolume(JsonNode volume, int opened, int succeeded, int confirmed, int failed, int open, int other) {
        assertThat(List.of("opened", "succeeded", "confirmed", "failed", "open", "other").stream().map(name -> volume.path(name).asInt()))
                .as(volume.toString()).containsExactly(opened, succeeded, confirmed, failed, open, other);
    }

    /** A bar leads into the log with its own time. */
    private void assertTheLogAgrees(JsonNode bar, Duration width) {
        Instant at = Instant.parse(bar.path("at").asString());
        JsonNode facets = Story.ok(api.get("/api/v1/tasks/facets?from=" + at + "&to=" + at.plus(width)));
        assertThat(facets.path("total").asInt()).isEqualTo(bar.at("/volume/opened").asInt());
    }

    private static void assertDelay(JsonNode application, int tasks, long p50, long p95) {
        JsonNode delay = application.path("delay");
        assertThat(delay.path("tasks").asInt()).isEqualTo(tasks);
        assertThat((double) delay.path("p50Ms").asLong()).isCloseTo(p50, within(p50 * 0.05));
        assertThat((double) delay.path("p95Ms").asLong()).isCloseTo(p95, within(p95 * 0.05));
    }

    private static int sumOf(JsonNode bars) {
        return bars.valueStream().mapToInt(bar -> bar.at("/volume/opened").asInt()).sum();
    }

    private static String line(JsonNode application) {
        return application.at("/application/name").asString() + " " + application.at("/volume/opened").asInt();
    }
}
