package dev.syncline.stories;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The log list in a real browser, by keyboard and by pointer, while tasks come and change. */
class LogConsoleStoryTest {

    private static final String DIRECTORY = "Company directory";
    private static final int FAILED = 12;
    private static final int SUCCEEDED = 90;

    private final FirstStart first = FirstStart.now();
    private final TestServer server = first.server();
    private final Instant start = server.clock().instant().minusSeconds(3600);
    private final UUID directory = TaskSeed.application(server, DIRECTORY);
    private final UUID payroll = TaskSeed.application(server, "Payroll");
    private int opened;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theListIsReadFilteredFollowedKeptAndTakenAway() {
        UUID ming = UUID.fromString(Story.ok(server.api().post("/api/v1/users", Map.of("userName", "ming.li", "displayName", "Ming Li")))
                .path("id").asString());
        for (int i = 1; i <= FAILED; i++) {
            in(directory, DIRECTORY).object("failed." + i).action(i % 3 == 0 ? Action.DELETE : Action.CREATE).opened(start.plusSeconds(i))
                    .failed(i % 2 == 0 ? FailureKind.REFUSED : FailureKind.NO_CALLBACK, "The directory said no, " + i + ".").insert();
        }
        for (int i = 1; i < SUCCEEDED; i++) {
            in(payroll, "Payroll").object("good." + i).opened(start.plusSeconds(60 + 30L * i)).insert();
        }
        in(payroll, "Payroll").object("ming.li").user(ming, "Ming Li").opened(start.plusSeconds(30)).insert();
        in(payroll, "Payroll").object("waiting").status(Status.QUEUED).opened(start.plusSeconds(3500)).insert();
        new BrowserScript("log-list.mjs", Map.of("BASE_URL", server.url(), "ONE_TIME_PASSWORD", first.oneTimePassword(), "DIRECTORY", DIRECTORY,
                "FAILED", String.valueOf(FAILED), "ALL", String.valueOf(FAILED + SUCCEEDED + 1))).run(this::happens);
    }

    private TaskSeed in(UUID application, String name) {
        return new TaskSeed(server).in(application, name);
    }

    private void happens(String what) {
        switch (what) {
            case "open 3 tasks" -> {
                for (int i = 0; i < 3; i++) {
                    tell(in(directory, DIRECTORY).object(ObjectType.ACCOUNT, "new." + ++opened).opened(server.clock().instant().plusMillis(opened))
                            .failed(FailureKind.UNAVAILABLE, "The directory is away.").insert());
                }
            }
            case "cancel failed.1" -> cancel("failed.1");
            case "cancel what waits" -> cancel("waiting");
            default -> throw new IllegalArgumentException("The script asks for something unknown: " + what);
        }
    }

    private void cancel(String object) {
        tell(server.database().jdbc().sql("""
                update task set status = 'CANCELLED', due_at = null, settled_at = opened_at, settled_by = 'Olga Operator', settle_reason = 'Not needed.'
                where object_name = :object returning id""").param("object", object).query(UUID.class).single());
    }

    /** As the doors of {@code task} do it. */
    private void tell(UUID task) {
        server.database().jdbc().sql("select pg_notify('syncline_task', :ids)")
                .param("ids", JsonMapper.shared().writeValueAsString(new UUID[] {task})).query((row, number) -> 0).list();
    }
}
