package dev.syncline.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.task.CallbackDoor;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Parameters;
import dev.syncline.task.Status;
import java.sql.Timestamp;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Confirm, Retry and Cancel of section 4 of the product. */
class RepairStoryTest {

    private static final Map<String, String> REASON = Map.of("reason", "Done by hand in the target.");

    private final TestServer server = TestServer.shared();
    private final ApiClient api = server.api();
    private final String applicationName = TestServer.unique("Feishu");
    private final UUID application = TaskSeed.application(server, applicationName);

    @Test
    void confirmShowsBeforehandWhatFollows() {
        UUID task = failed(Action.DELETE);
        JsonNode preview = api.get(path(task, "confirm")).json();
        assertThat(preview.path("title").asString())
                .isEqualTo("Treat the deletion of ming.li in " + applicationName + " as done, and delete the account for good");
        assertThat(preview.path("followUps").valueStream().anyMatch(one -> one.path("destructive").asBoolean())).isTrue();
        assertThat(preview.path("followUps").get(0).path("sentence").asString()).contains("ming.li", "deleted for good");
        assertThat(status(task)).isEqualTo("FAILED");
    }

    @Test
    void confirmTreatsTheTaskAsDone() {
        UUID task = failed(Action.UPDATE);
        JsonNode before = api.get("/api/v1/tasks/" + task).json();
        Answer confirmed = api.post(path(task, "confirm"), REASON);
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
        JsonNode after = confirmed.json();
        assertThat(after.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(after.path("statusLabel").asString()).startsWith("Succeeded (confirmed by ");
        assertThat(after.path("settledBy").asString()).isNotEmpty();
        assertThat(after.path("settleReason").asString()).isEqualTo("Done by hand in the target.");
        assertThat(after.path("requests")).as("payloads stay untouched").isEqualTo(before.path("requests"));
        assertThat(after.path("parameters")).isEqualTo(before.path("parameters"));
        assertThat(after.path("log").valueStream().map(step -> step.path("event").asString())).contains("CONFIRMED");
        assertThat(after.path("permissionDetails").isMissingNode()).isFalse();
    }

    @Test
    void confirmingAFailedDeletionDeletesTheAccountForGood() {
        UUID account = accountInDeletion("ming.li");
        UUID task = seed().line(account, 1).action(Action.DELETE).failed(FailureKind.REFUSED, "403").insert();
        assertThat(api.get("/api/v1/accounts/" + account).status()).isEqualTo(200);
        assertThat(api.post(path(task, "confirm"), REASON).status()).isEqualTo(200);
        assertThat(api.get("/api/v1/accounts/" + account).status()).as("physically gone").isEqualTo(404);
        assertThat(api.get("/api/v1/tasks/" + task).json().path("object").path("name").asString()).as("the log still reads").isEqualTo("ming.li");
    }

    @Test
    void theLineMovesOnAfterConfirming() {
        UUID line = UUID.randomUUID();
        UUID failed = seed().line(line, 1).action(Action.UPDATE).failed(FailureKind.REFUSED, "no").insert();
        UUID waiting = seed().line(line, 2).action(Action.UPDATE).status(Status.QUEUED).attempts(0).insert();
        assertThat(blockedBy(waiting)).isEqualTo(failed.toString());
        api.post(path(failed, "confirm"), REASON);
        assertThat(blockedBy(waiting)).isEmpty();
    }

    @Test
    void aSecondConfirmOrACallbackAfterItChangesNothing() {
        UUID task = failed(Action.UPDATE);
        JsonNode first = api.post(path(task, "confirm"), REASON).json();
        Answer second = api.post(path(task, "confirm"), Map.of("reason", "Another reason."));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.field("code")).isEqualTo("NOT_ALLOWED_IN_STATE");
        CallbackDoor.Verdict verdict = server.bean(TransactionTemplate.class)
                .execute(status -> server.bean(CallbackDoor.class).answered(task, false, "other", "no"));
        assertThat(verdict).isEqualTo(CallbackDoor.Verdict.IGNORED);
        JsonNode now = api.get("/api/v1/tasks/" + task).json();
        assertThat(now).isEqualTo(first);
    }

    @Test
    void retryRunsTheSameTaskAgain() {
        UUID task = failed(Action.UPDATE);
        Answer retried = api.post(path(task, "retry"), null);
        assertThat(retried.status()).as(retried.toString()).isEqualTo(200);
        assertThat(retried.json().path("id").asString()).isEqualTo(task.toString());
        assertThat(retried.json().path("log").valueStream().map(step -> step.path("event").asString())).contains("RETRIED");
        assertThat(status(task)).isIn("QUEUED", "RUNNING", "FAILED");
    }

    @ParameterizedTest
    @CsvSource({"QUEUED", "FAILED"})
    void cancelGivesATaskUpWithAReason(Status status) {
        UUID task = status == Status.FAILED ? failed(Action.CREATE) : seed().status(Status.QUEUED).attempts(0).insert();
        JsonNode cancelled = api.post(path(task, "cancel"), Map.of("reason", "  Left before the first day. ")).json();
        assertThat(cancelled.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.path("settleReason").asString()).isEqualTo("Left before the first day.");
        assertThat(cancelled.path("actions").valueStream().map(JsonNode::asString)).containsExactly("VIEW");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void whatIsNotAllowedIsRefusedAndChangesNothing(Status status) {
        for (String act : new String[] {"confirm", "retry", "cancel"}) {
            UUID task = seed().status(status).insert();
            JsonNode before = api.get("/api/v1/tasks/" + task).json();
            boolean allowed = before.path("actions").valueStream().anyMatch(one -> one.asString().equalsIgnoreCase(act));
            Answer answer = api.post(path(task, act), act.equals("retry") ? null : REASON);
            assertThat(answer.status()).as(act + " " + status + " " + answer).isEqualTo(allowed ? 200 : 409);
            if (!allowed) {
                assertThat(answer.field("detail")).contains(status.name());
                assertThat(api.get("/api/v1/tasks/" + task).json()).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":null}", "{\"reason\":\"  \"}", "{\"reason\":\"TOO_LONG\"}"})
    void aReasonIsRequired(String body) {
        UUID task = failed(Action.UPDATE);
        for (String act : new String[] {"confirm", "cancel"}) {
            Answer answer = api.post(path(task, act), body.replace("TOO_LONG", "x".repeat(1001)));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.field("detail")).containsIgnoringCase("reason");
            assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("reason");
        }
        assertThat(status(task)).isEqualTo("FAILED");
    }

    @Test
    void nobodyWhoIsNotSignedInDoesAnything() {
        UUID task = failed(Action.UPDATE);
        assertThat(server.anonymous().post(path(task, "confirm"), REASON).status()).isEqualTo(401);
        assertThat(server.anonymous().get("/api/v1/tasks").status()).isEqualTo(401);
        assertThat(server.anonymous().get("/api/v1/tasks/stream").status()).isEqualTo(401);
        assertThat(status(task)).isEqualTo("FAILED");
    }

    @Test
    void aTaskNobodyKnowsIsNotFound() {
        UUID nobody = UUID.randomUUID();
        assertThat(api.get(path(nobody, "confirm")).status()).isEqualTo(404);
        assertThat(api.post(path(nobody, "confirm"), REASON).status()).isEqualTo(404);
        assertThat(api.post(path(nobody, "retry"), null).status()).isEqualTo(404);
        assertThat(api.post(path(nobody, "cancel"), REASON).status()).isEqualTo(404);
    }

    private TaskSeed seed() {
        return new TaskSeed(server).in(application, applicationName).parameters(Parameters.named("ming.li"));
    }

    private UUID failed(Action action) {
        return seed().action(action).failed(FailureKind.REFUSED, "403: the token lacks contact:write").insert();
    }

    private UUID accountInDeletion(String name) {
        UUID id = UUID.randomUUID();
        Timestamp now = Timestamp.from(server.clock().instant());
        server.database().jdbc().sql("""
                insert into account (id, application_id, name, remote_id, status, before_deletion, created_at, updated_at)
                values (?, ?, ?, 'emp-1', 'DELETING', 'ACTIVE', ?, ?)
                """).params(id, application, name, now, now).update();
        return id;
    }

    private String status(UUID task) {
        return api.get("/api/v1/tasks/" + task).field("status");
    }

    private String blockedBy(UUID task) {
        return api.get("/api/v1/tasks/" + task).json().path("blockedBy").path("id").asString("");
    }

    private static String path(UUID task, String act) {
        return "/api/v1/tasks/" + task + "/" + act;
    }
}
