package dev.syncline.synclog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.PermissionKind;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connector.WireRequest;
import dev.syncline.connector.WireResponse;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.journal.Attempt;
import dev.syncline.journal.Capture;
import dev.syncline.journal.CaptureLimits;
import dev.syncline.journal.Entry;
import dev.syncline.journal.Event;
import dev.syncline.journal.Journal;
import dev.syncline.journal.Redactor;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Parameters;
import dev.syncline.task.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** "View" and "View Details" of section 4 of the product. */
class TaskDetailStoryTest {

    private static final PermissionRef STAFF =
            new PermissionRef("018f0000-0000-7000-8000-000000000001", PermissionKind.GROUP, "Staff", "cn=staff");
    private static final PermissionRef GUESTS =
            new PermissionRef("018f0000-0000-7000-8000-000000000002", PermissionKind.GROUP, "Guests", "cn=guests");

    private final TestServer server = TestServer.shared();
    private final ApiClient api = server.api();
    private final Instant now = server.clock().instant();

    @Test
    void viewHasTheFourPartsOfTheRecord() {
        UUID id = new TaskSeed(server)
                .parameters(new Parameters("ming.li", Map.of("mail", "ming@example.com", "number", 12345678901234567L), List.of(STAFF), List.of(GUESTS)))
                .insert();
        Journal journal = server.bean(Journal.class);
        journal.record(List.of(
                Entry.of(id, now, Event.OPENED, null),
                new Entry(id, now.plusMillis(5), Event.RETRY_LATER, null, "Again in 2 s", Map.of("seconds", 2))));
        journal.recordAttempts(List.of(new Attempt(id, 1, null, now, now.plusMillis(250), "UNAVAILABLE", "UNAVAILABLE", "Refused", true)));
        Capture capture = new Capture(id, 1, new Redactor(List.of(), Set.of()), new CaptureLimits(10), JsonMapper.shared());
        journal.recordMessages(List.of(
                capture.request(1, now, new WireRequest("HTTP", "POST", "https://payroll/users", Map.of("Authorization", List.of("Bearer t")), "{\"a\":1}")),
                capture.response(1, now.plusMillis(40), new WireResponse("503", Map.of("Retry-After", List.of("2")), "come back later")),
                capture.request(2, now.plusMillis(50), new WireRequest("HTTP", "GET", "https://payroll/users/1", Map.of(), "")),
                capture.broken(2, now.plusMillis(80), "closed")));

        JsonNode detail = detail(id);

        assertThat(detail.path("id").asString()).isEqualTo(id.toString());
        assertThat(detail.path("parameters").path("name").asString()).isEqualTo("ming.li");
        assertThat(detail.path("parameters").path("attributes").path("mail").asString()).isEqualTo("ming@example.com");
        assertThat(detail.path("parameters").path("attributes").path("number").asLong()).isEqualTo(12345678901234567L);
        assertThat(detail.path("parameters").path("bind").get(0).path("name").asString()).isEqualTo("Staff");
        assertThat(detail.path("log")).extracting(step -> step.path("event").asString()).containsExactly("OPENED", "RETRY_LATER");
        assertThat(detail.path("log").get(1).path("detail").path("seconds").asInt()).isEqualTo(2);
        assertThat(detail.path("tries").get(0).path("durationMs").asInt()).isEqualTo(250);
        assertThat(detail.path("tries").get(0).path("outcome").asString()).isEqualTo("UNAVAILABLE");
        assertThat(detail.path("requests")).extracting(request -> request.path("body").asString()).containsExactly("{\"a\":1}", "");
        assertThat(detail.path("requests").get(0).path("target").asString()).isEqualTo("https://payroll/users");
        assertThat(detail.path("requests").get(0).path("headers").path("Authorization").get(0).asString()).isEqualTo("Bearer ********");
        assertThat(detail.path("requests").get(0).path("masked").get(0).path("rule").asString()).isEqualTo("SECRET_HEADER");
        assertThat(detail.path("requests").get(0).path("masked").get(0).path("name").asString()).isEqualTo("Authorization");
        assertThat(detail.path("requests").get(1).path("masked")).isEmpty();
        JsonNode answer = detail.path("responses").get(0);
        assertThat(answer.path("status").asString()).isEqualTo("503");
        assertThat(answer.path("durationMs").asInt()).isEqualTo(40);
        assertThat(answer.path("body").asString()).as("cut, and said so").isEqualTo("come back ");
        assertThat(answer.path("cut").asInt()).isEqualTo(5);
        assertThat(answer.path("broken").asBoolean()).isFalse();
        assertThat(detail.path("responses").get(1).path("broken").asBoolean()).isTrue();
        assertThat(detail.path("responses").get(1).path("body").asString()).isEqualTo("closed");
    }

    @Test
    void viewDetailsIsThereUnderExactlyThreeConditions() {
        Map<String, Boolean> shown = new TreeMap<>();
        Map<String, Boolean> wanted = new TreeMap<>();
        for (ObjectType type : ObjectType.values()) {
            for (Action action : Action.values()) {
                for (Status status : Status.values()) {
                    UUID id = new TaskSeed(server).object(type, "o").action(action).status(status).insert();
                    JsonNode detail = detail(id);
                    boolean allowed = detail.path("actions").valueStream().anyMatch(one -> one.asString().equals("VIEW_DETAILS"));
                    assertThat(detail.has("permissionDetails")).as("shown exactly if it may be seen").isEqualTo(allowed);
                    String combination = type + " " + action + " " + status;
                    shown.put(combination, allowed);
                    wanted.put(combination, type == ObjectType.ACCOUNT && Set.of(Action.CREATE, Action.UPDATE).contains(action)
                            && Set.of(Status.SUCCEEDED, Status.CONFIRMED).contains(status));
                }
            }
        }
        assertThat(shown).hasSize(120).isEqualTo(wanted);
    }

    @Test
    void viewDetailsShowsWhatWasBoundAndUnbound() {
        UUID id = new TaskSeed(server).action(Action.UPDATE)
                .parameters(new Parameters("ming.li", Map.of(), List.of(STAFF), List.of(GUESTS))).insert();
        JsonNode details = detail(id).path("permissionDetails");
        assertThat(details.path("bound")).extracting(one -> one.path("name").asString()).containsExactly("Staff");
        assertThat(details.path("unbound")).extracting(one -> one.path("name").asString()).containsExactly("Guests");
    }

    @Test
    void theStatusOfAConfirmedTaskNamesWhoVouchedForIt() {
        UUID id = new TaskSeed(server).status(Status.CONFIRMED).insert();
        JsonNode detail = detail(id);
        assertThat(detail.path("statusLabel").asString()).isEqualTo("Succeeded (confirmed by Olga Operator)");
        assertThat(detail.path("settleReason").asString()).isEqualTo("Done by hand.");
    }

    @Test
    void walksToTheTasksAroundIt() {
        UUID line = UUID.randomUUID();
        UUID batch = UUID.randomUUID();
        UUID earlier = new TaskSeed(server).line(line, 1).opened(now.minusSeconds(50)).insert();
        UUID failed = new TaskSeed(server).line(line, 2).opened(now.minusSeconds(40)).batch(batch).action(Action.UPDATE)
                .failed(FailureKind.REFUSED, "no").insert();
        UUID waiting = new TaskSeed(server).line(line, 3).opened(now.minusSeconds(30)).action(Action.UPDATE).status(Status.QUEUED).insert();
        UUID behind = new TaskSeed(server).line(line, 4).opened(now.minusSeconds(20)).action(Action.DELETE).status(Status.QUEUED).insert();
        UUID other = new TaskSeed(server).batch(batch).insert();

        Map<String, String> relations = relations(failed);

        assertThat(relations)
                .containsEntry(earlier.toString(), "EARLIER")
                .containsEntry(waiting.toString(), "WAITS_FOR_THIS")
                .containsEntry(behind.toString(), "LATER")
                .containsEntry(other.toString(), "SAME_BATCH")
                .hasSize(4);
        assertThat(detail(waiting).path("blockedBy").path("id").asString()).isEqualTo(failed.toString());
        assertThat(detail(behind).path("blockedBy").path("id").asString()).as("a deletion passes the failed one, not the queued one")
                .isEqualTo(waiting.toString());
    }

    @Test
    void linksACorrectionBothWaysAndShowsTheDifference() {
        UUID line = UUID.randomUUID();
        Parameters before = new Parameters("ming.li", Map.of("phone", "+49 x", "room", "1"), List.of(STAFF), List.of());
        Parameters after = new Parameters("ming.li", Map.of("phone", "+49 1", "room", "1"), List.of(), List.of());
        UUID successor = new TaskSeed(server).line(line, 1).parameters(after).insert();
        UUID failed = new TaskSeed(server).line(line, 1).opened(now.minusSeconds(40)).status(Status.SUPERSEDED).supersededBy(successor)
                .parameters(before).insert();
        server.database().jdbc().sql("update task set supersedes_id = ? where id = ?").params(failed, successor).update();

        assertThat(detail(failed).path("supersededBy").path("id").asString()).isEqualTo(successor.toString());
        assertThat(relations(failed)).containsEntry(successor.toString(), "SUPERSEDED_BY");
        JsonNode correction = detail(successor);
        assertThat(correction.path("supersedes").path("id").asString()).isEqualTo(failed.toString());
        assertThat(relations(successor)).containsEntry(failed.toString(), "SUPERSEDES").hasSize(1);
        assertThat(correction.path("modification").path("difference")).extracting(one -> one.path("path").asString())
                .containsExactly("attributes.phone", "bind");
    }

    @Test
    void aTaskNobodyKnowsIsNotFound() {
        Answer answer = api.get("/api/v1/tasks/" + UUID.randomUUID());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.field("detail")).startsWith("There is no task with the id");
    }

    private Map<String, String> relations(UUID id) {
        Map<String, String> relations = new TreeMap<>();
        detail(id).path("related").forEach(one -> relations.put(one.path("id").asString(), one.path("relation").asString()));
        return relations;
    }

    private JsonNode detail(UUID id) {
        Answer answer = api.get("/api/v1/tasks/" + id);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }
}
