package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.task.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Section 4: what an administrator does with a task. */
class RepairStoryTest extends Story {

    @Test
    @DisplayName("View: any task shows its operation log, parameters, requests and responses")
    void view() {
        App app = application();
        Made made = create(app, "ming.li", Map.of("title", "Engineer"));
        JsonNode task = awaitStatus(made.task(), "SUCCEEDED");
        assertThat(texts(task.path("log"), "event")).containsExactly("OPENED", "STARTED", "SUCCEEDED");
        assertThat(task.path("parameters").path("name").asString()).isEqualTo("ming.li");
        assertThat(task.path("parameters").path("attributes").path("title").asString()).isEqualTo("Engineer");
        assertThat(task.path("requests")).hasSize(1);
        assertThat(task.path("requests").get(0).path("operation").asString()).isEqualTo("CREATE");
        assertThat(task.path("requests").get(0).path("body").asString()).contains("Engineer");
        assertThat(task.path("responses")).hasSize(1);
        assertThat(task.path("responses").get(0).path("status").asString()).isEqualTo("Done");
        assertThat(task.path("tries")).hasSize(1);
    }

    @Test
    @DisplayName("View Details: the permissions bound and unbound")
    void viewDetails() {
        App app = application();
        String staff = permission(app, "staff");
        String wiki = permission(app, "wiki");
        Made creation = create(app, "ming.li", Map.of(), staff);
        JsonNode created = awaitStatus(creation.task(), "SUCCEEDED").path("permissionDetails");
        assertThat(texts(created.path("bound"), "name")).containsExactly("staff");
        assertThat(created.path("unbound")).isEmpty();
        Made change = new Made(creation.account(), ok(api.post("/api/v1/accounts/" + creation.account() + "/bindings",
                Map.of("bind", List.of(Map.of("permissionId", wiki)), "unbind", List.of(staff)))).path("taskId").asString());
        JsonNode changed = awaitStatus(change.task(), "SUCCEEDED").path("permissionDetails");
        assertThat(texts(changed.path("bound"), "name")).containsExactly("wiki");
        assertThat(texts(changed.path("unbound"), "name")).containsExactly("staff");
    }

    @Test
    @DisplayName("View Details is there for accounts, create or update, success: exactly these")
    void exactlyThese() {
        for (ObjectType type : ObjectType.values()) {
            for (Action action : Action.values()) {
                for (Status status : Status.values()) {
                    boolean there = type == ObjectType.ACCOUNT && (action == Action.CREATE || action == Action.UPDATE)
                            && (status == Status.SUCCEEDED || status == Status.CONFIRMED);
                    JsonNode task = task(new TaskSeed(server).object(type, "ming.li").action(action).status(status).insert().toString());
                    String which = type + " " + action + " " + status;
                    assertThat(task.has("permissionDetails")).as(which).isEqualTo(there);
                    assertThat(actions(task).contains("VIEW_DETAILS")).as(which).isEqualTo(there);
                }
            }
        }
    }

    @ParameterizedTest(name = "The server says which acts are allowed: {0}")
    @EnumSource(Status.class)
    void actionsPerStatus(Status status) {
        JsonNode task = task(new TaskSeed(server).action(Action.DELETE).status(status).insert().toString());
        assertThat(actions(task)).containsExactlyElementsOf(switch (status) {
            case FAILED -> List.of("VIEW", "CONFIRM", "RETRY", "MODIFY", "CANCEL");
            case QUEUED -> List.of("VIEW", "CANCEL");
            case RUNNING, AWAITING_CALLBACK, SUCCEEDED, CONFIRMED, SUPERSEDED, CANCELLED -> List.of("VIEW");
        });
    }

    @Test
    @DisplayName("Confirm asks for a reason")
    void confirmNeedsAReason() {
        App app = application();
        Made failed = failedUpdate(app, account(app, "ming.li"));
        Answer answer = confirm(failed.task(), "   ");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("detail")).contains("reason");
        assertThat(status(failed.task())).isEqualTo("FAILED");
    }

    @Test
    @DisplayName("Confirm shows beforehand what will follow, naming destructive effects, and changes nothing yet")
    void confirmPreview() {
        App app = application();
        String staff = permission(app, "staff");
        String account = account(app, "ming.li", staff);
        Made failed = failedDeletion(app, account);
        JsonNode preview = ok(api.get("/api/v1/tasks/" + failed.task() + "/confirm"));
        assertThat(preview.path("title").asString()).contains("deletion", "ming.li", app.name());
        JsonNode destructive = preview.path("followUps").valueStream().filter(one -> one.path("destructive").asBoolean())
                .findFirst().orElseThrow();
        assertThat(destructive.path("sentence").asString()).contains("ming.li", "deleted for good");
        assertThat(status(failed.task())).isEqualTo("FAILED");
        assertThat(isGone(account)).isFalse();
    }

    @Test
    @DisplayName("Confirmed: shown as success, confirmed by whom; everything that success would have caused happens")
    void confirmed() {
        App app = application();
        String staff = permission(app, "staff");
        app.target().answers(ScriptedTarget.refused("No licence is left."));
        Made creation = create(app, "ming.li", Map.of("title", "Engineer"), staff);
        awaitStatus(creation.task(), "FAILED");
        JsonNode task = ok(confirm(creation.task(), "Created by hand in the target."));
        assertThat(task.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(task.path("statusLabel").asString()).startsWith("Succeeded (confirmed by ");
        assertThat(task.path("settledBy").asString()).isNotEmpty();
        assertThat(task.path("settleReason").asString()).isEqualTo("Created by hand in the target.");
        JsonNode account = accountOf(creation.account());
        assertThat(account.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(account.path("attributes").path("title").asString()).isEqualTo("Engineer");
        assertThat(texts(account.path("bindings"), "status")).containsExactly("HELD");
        assertThat(app.target().attempts(creation.task())).as("nothing is sent again").isEqualTo(1);
    }

    @Test
    @DisplayName("A confirmed deletion physically deletes the account from account management")
    void confirmedDeletion() {
        App app = application();
        String account = account(app, "ming.li");
        Made failed = failedDeletion(app, account);
        ok(confirm(failed.task(), "Deleted by hand in the target."));
        assertThat(isGone(account)).isTrue();
        assertThat(ok(api.get("/api/v1/accounts?applicationId=" + app.id())).path("items")).isEmpty();
        assertThat(task(failed.task()).path("object").path("name").asString()).isEqualTo("ming.li");
    }

    @Test
    @DisplayName("After confirming, the account's line moves on")
    void lineMovesOn() {
        App app = application();
        String account = account(app, "ming.li");
        Made failed = failedUpdate(app, account);
        Made waiting = bind(account, permission(app, "staff"));
        ok(confirm(failed.task(), "Done by hand."));
        awaitStatus(waiting.task(), "SUCCEEDED");
    }

    @Test
    @DisplayName("Payloads and responses stay untouched by confirming")
    void payloadsStay() {
        App app = application();
        Made failed = failedUpdate(app, account(app, "ming.li"));
        JsonNode before = task(failed.task());
        JsonNode after = ok(confirm(failed.task(), "Done by hand."));
        for (String part : List.of("requests", "responses", "tries", "parameters")) {
            assertThat(after.path(part)).as(part).isEqualTo(before.path(part));
        }
    }

    @Test
    @DisplayName("A second confirm changes nothing")
    void secondConfirm() {
        App app = application();
        Made failed = failedUpdate(app, account(app, "ming.li"));
        JsonNode confirmed = ok(confirm(failed.task(), "Done by hand."));
        Answer second = confirm(failed.task(), "Done again.");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.field("code")).isEqualTo("NOT_ALLOWED_IN_STATE");
        assertThat(task(failed.task())).isEqualTo(confirmed);
    }

    @Test
    @DisplayName("A callback after a confirm is recorded and changes nothing")
    void callbackAfterConfirm() {
        App app = application(ANSWERS_LATER);
        app.target().answers(ScriptedTarget.accepted());
        Made made = create(app, "ming.li");
        awaitStatus(made.task(), "AWAITING_CALLBACK");
        advance(Duration.ofMinutes(61));
        awaitStatus(made.task(), "FAILED");
        ok(confirm(made.task(), "Seen in the target."));
        JsonNode account = accountOf(made.account());
        callback(app, made.task(), "m1", "{\"status\":\"failed\",\"remoteId\":\"other\"}");
        assertThat(status(made.task())).isEqualTo("CONFIRMED");
        assertThat(verdicts(made.task())).containsExactly("IGNORED");
        assertThat(accountOf(made.account())).isEqualTo(account);
    }

    @Test
    @DisplayName("Retry: the same task again, further attempts on the same record")
    void retrySameRecord() {
        App app = application();
        Made failed = failedUpdate(app, account(app, "ming.li"));
        assertThat(ok(retry(failed.task())).path("id").asString()).isEqualTo(failed.task());
        JsonNode task = awaitStatus(failed.task(), "SUCCEEDED");
        assertThat(task.path("tries")).hasSize(2);
        assertThat(task.path("attempts").asInt()).isEqualTo(2);
        assertThat(task.path("requests")).as("the first attempt's stays on record").hasSize(2);
        assertThat(texts(task.path("log"), "event")).containsSubsequence("FAILED", "RETRIED", "STARTED", "SUCCEEDED");
        assertThat(task.path("failureKind").isNull()).isTrue();
    }

    @Test
    @DisplayName("A retry right after the connection was corrected goes by the corrected one")
    void retryAfterCorrection() {
        App app = application();
        app.target().answers(ScriptedTarget.refused("This is the wrong tenant."));
        Made made = create(app, "ming.li");
        awaitStatus(made.task(), "FAILED");
        for (int correction = 1; correction <= 5; correction++) {
            ScriptedTarget corrected = new ScriptedTarget(TestServer.unique("Corrected")).answers(ScriptedTarget.refused("So is this."));
            connect(app, corrected);
            ok(retry(made.task()));
            awaitAttempts(made, correction + 1);
            assertThat(corrected.attempts(made.task())).as("correction %d", correction).isEqualTo(1);
        }
    }

    private void connect(App app, ScriptedTarget target) {
        String path = "/api/v1/applications/" + app.id();
        Answer read = api.get(path);
        ok(api.ifMatch(read.header("ETag")).put(path, ((ObjectNode) read.json()).set("settings",
                JsonNodeFactory.instance.objectNode().put("name", target.name()))));
    }

    private void awaitAttempts(Made made, int attempts) {
        await(() -> assertThat(task(made.task()).path("attempts").asInt()).isEqualTo(attempts));
        awaitStatus(made.task(), "FAILED");
    }

    @Test
    @DisplayName("Retry has a fresh schedule")
    void retryFreshSchedule() {
        App app = application(Map.of("retry", Map.of("maxAttempts", 2, "firstDelayMs", 60_000, "maxDelayMs", 3_600_000)));
        Outcome down = new Outcome.Unavailable("503");
        app.target().answers(down, down, down);
        Made made = create(app, "ming.li");
        await(() -> assertThat(task(made.task()).path("retrying").asBoolean()).isTrue());
        advance(Duration.ofMinutes(2));
        awaitStatus(made.task(), "FAILED");
        ok(retry(made.task()));
        await(() -> assertThat(task(made.task()).path("attempts").asInt()).isEqualTo(3));
        JsonNode waiting = awaitStatus(made.task(), "QUEUED");
        assertThat(Duration.between(server.clock().instant(), Instant.parse(waiting.path("dueAt").asString())))
                .as("the first delay again").isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        advance(Duration.ofMinutes(2));
        awaitStatus(made.task(), "SUCCEEDED");
    }

    @Test
    @DisplayName("Retry after modification: a new task with its own source, linked to the failed one, which stays as it was")
    void modification() {
        App app = application();
        String account = account(app, "ming.li");
        Made failed = failedUpdate(app, account);
        JsonNode before = task(failed.task());
        Answer answer = modify(failed.task(), corrected("+49 30 7"), "The number lacked its country.");
        assertThat(answer.status()).isEqualTo(201);
        String corrected = answer.field("id");
        assertThat(answer.header("Location")).isEqualTo("/api/v1/tasks/" + corrected);

        JsonNode task = awaitStatus(corrected, "SUCCEEDED");
        assertThat(task.path("source").asString()).isEqualTo("RETRY_AFTER_MODIFICATION");
        assertThat(task.path("action").asString()).isEqualTo("UPDATE");
        assertThat(task.path("supersedes").path("id").asString()).isEqualTo(failed.task());
        assertThat(task.path("cause").path("id").asString()).isEqualTo(failed.task());
        assertThat(app.target().told().getLast().attributes()).containsEntry("telephone", "+49 30 7");
        assertThat(accountOf(account).path("attributes").path("telephone").asString()).isEqualTo("+49 30 7");

        JsonNode after = task(failed.task());
        assertThat(after.path("status").asString()).isEqualTo("SUPERSEDED");
        assertThat(after.path("supersededBy").path("id").asString()).isEqualTo(corrected);
        for (String part : List.of("parameters", "requests", "responses", "tries", "source", "failureMessage")) {
            assertThat(after.path(part)).as(part + " stays as it was").isEqualTo(before.path(part));
        }
    }

    @Test
    @DisplayName("A creation under another name goes by that name, and the log is searched for it; the failed one keeps its own")
    void modificationOfACreationsName() {
        App app = application();
        // Its id in the target does not contain the name: only the name itself can be found.
        app.target().answers(ScriptedTarget.refused("Names must not begin with x."), Outcome.Done.of("4711"));
        Made creation = create(app, "x-noor");
        awaitStatus(creation.task(), "FAILED");
        assertThat(found(app, "noor.ahmadi")).isEmpty();
        String corrected = modify(creation.task(), Map.of("name", "noor.ahmadi", "attributes", Map.of()), "No x at the beginning.").field("id");
        assertThat(awaitStatus(corrected, "SUCCEEDED").at("/object/name").asString()).isEqualTo("noor.ahmadi");
        assertThat(task(creation.task()).at("/object/name").asString()).isEqualTo("x-noor");
        assertThat(found(app, "noor.ahmadi")).as("what is found are whole lines").containsExactly(corrected, creation.task());
        assertThat(found(app, "x-noor")).as("also by the name it was not given").containsExactly(corrected, creation.task());
    }

    @Test
    @DisplayName("The difference of a modification is shown beforehand and kept")
    void modificationDifference() {
        App app = application();
        Made failed = failedUpdate(app, account(app, "ming.li"));
        String before = task(failed.task()).path("parameters").path("attributes").path("telephone").asString();
        JsonNode shown = ok(api.post("/api/v1/tasks/" + failed.task() + "/modify/validate", Map.of("parameters", corrected("+49 30 7"))));
        assertThat(shown.path("valid").asBoolean()).isTrue();
        assertThat(status(failed.task())).as("validating changes nothing").isEqualTo("FAILED");
        JsonNode task = ok(modify(failed.task(), corrected("+49 30 7"), "The number lacked its country."));
        assertThat(task.path("modification").path("difference")).isEqualTo(shown.path("difference")).hasSize(1);
        JsonNode difference = task.path("modification").path("difference").get(0);
        assertThat(difference.path("path").asString()).isEqualTo("attributes.telephone");
        assertThat(difference.path("before").asString()).isEqualTo(before);
        assertThat(difference.path("after").asString()).isEqualTo("+49 30 7");
        assertThat(task.path("modification").path("reason").asString()).isEqualTo("The number lacked its country.");
    }

    @Test
    @DisplayName("Modified parameters are validated before they are sent; bad ones change nothing")
    void modificationIsValidated() {
        App app = application();
        Made failed = failedUpdate(app, account(app, "ming.li"));
        Map<String, Object> bad = Map.of("name", " ", "attributes", Map.of("room", Map.of("nested", true)),
                "bind", List.of(Map.of("id", UUID.randomUUID().toString())));
        Answer answer = modify(failed.task(), bad, "Trying.");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(texts(answer.json().path("errors"), "field"))
                .contains("parameters.name", "parameters.attributes.room", "parameters.bind[0]");
        assertThat(status(failed.task())).isEqualTo("FAILED");
        assertThat(log(app)).hasSize(2);
    }

    @Test
    @DisplayName("The editor of a modification knows the connector's schema")
    void modificationKnowsTheSchema() {
        App app = connected("ldap", Map.of("url", "ldap://127.0.0.1:1", "bindDn", "cn=admin", "baseDn", "ou=people"),
                Map.of("password", "not-the-password"));
        JsonNode failed = awaitStatus(create(app, "ming.li").task(), "FAILED");
        assertThat(texts(failed.path("schema").path("attributes"), "name")).contains("cn", "sn", "userPassword");
        JsonNode validation = ok(api.post("/api/v1/tasks/" + failed.path("id").asString() + "/modify/validate",
                Map.of("parameters", Map.of("name", "ming.li", "attributes", Map.of("cn", 7)))));
        assertThat(validation.path("valid").asBoolean()).isFalse();
        assertThat(texts(validation.path("errors"), "field")).contains("parameters.attributes.cn", "parameters.attributes.sn");
    }

    @Test
    @DisplayName("Cancel: a queued or failed task is given up, with a reason")
    void cancelled() {
        App app = application();
        String account = account(app, "ming.li");
        Made failed = failedUpdate(app, account);
        Made queued = bind(account, permission(app, "staff"));
        assertThat(cancel(queued.task(), "").status()).as("a reason is asked for").isEqualTo(400);
        assertThat(ok(cancel(queued.task(), "Not needed any more.")).path("settleReason").asString()).isEqualTo("Not needed any more.");
        assertThat(status(queued.task())).isEqualTo("CANCELLED");
        assertThat(accountOf(account).path("bindings")).as("what was asked for is no longer").isEmpty();
        assertThat(ok(cancel(failed.task(), "The number is fine as it is.")).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(accountOf(account).path("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName("A cancelled deletion leaves the account as it was")
    void cancelledDeletion() {
        App app = application();
        String account = account(app, "ming.li");
        awaitStatus(disable(account).task(), "SUCCEEDED");
        Made failed = failedDeletion(app, account);
        assertThat(accountOf(account).path("status").asString()).isEqualTo("DELETING");
        ok(cancel(failed.task(), "She stays."));
        assertThat(accountOf(account).path("status").asString()).isEqualTo("DISABLED");
    }

    private Made failedDeletion(App app, String account) {
        app.target().answers(ScriptedTarget.refused("Only the owner may delete it."));
        Made deletion = delete(account);
        awaitStatus(deletion.task(), "FAILED");
        return deletion;
    }

    private List<String> found(App app, String words) {
        return texts(ok(api.get("/api/v1/tasks?application=" + app.id() + "&q=" + words)).path("items"), "id");
    }

    private static Map<String, Object> corrected(String telephone) {
        return Map.of("name", "ming.li", "attributes", Map.of("telephone", telephone));
    }
}
