package dev.syncline.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.syncline.connector.Change;
import dev.syncline.connector.Outcome;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.MemoryConnectorType;
import dev.syncline.fixtures.TestServer;
import dev.syncline.task.Parameters;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Retry after modification of section 4 of the product, from a refusing target to one that is content. */
class ModificationStoryTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String OLD = "old-canary-4711";
    private static final String NEW = "new-canary-4712";

    private final TestServer server = TestServer.shared();
    private final ApiClient api = server.api();
    private final ConcurrentLinkedDeque<Change> changes = new ConcurrentLinkedDeque<>();
    private String application;
    private String staff;
    private String failed;

    @BeforeEach
    void aTargetThatRefusesLevelSeven() {
        String target = TestServer.unique("memory");
        MemoryConnectorType.answering(target, change -> {
            changes.add(change);
            return "7".equals(String.valueOf(change.attributes().get("level")))
                    ? new Outcome.Refused("400", "Level 7 is not known.")
                    : Outcome.Done.of("remote-" + change.name());
        });
        application = made("/api/v1/applications", Map.of("name", target, "connector", "memory", "settings", Map.of("name", target)))
                .path("id").asString();
        staff = made("/api/v1/permissions", Map.of("applicationId", application, "kind", "GROUP", "name", "Staff", "value", "cn=staff"))
                .path("id").asString();
        failed = made("/api/v1/accounts", Map.of("applicationId", application, "name", "ming.li",
                        "attributes", Map.of("level", 7, "mail", "ming@example.com", "password", OLD), "permissionIds", List.of(staff)))
                .path("taskId").asString();
        await().atMost(LONG).untilAsserted(() -> assertThat(detail(failed).path("status").asString()).isEqualTo("FAILED"));
    }

    /** In the target it would be taken, and here silently not. */
    @Test
    void aNameThatAnotherAccountHasIsRefusedAndSoIsAValueThatCannotBeKept() {
        made("/api/v1/accounts", Map.of("applicationId", application, "name", "Kim.Park"));
        Map<String, Object> corrected = new HashMap<>(parameters(3, Parameters.SECRET));
        corrected.put("name", "kim.park");
        Answer refused = api.post(path("/modify"), Map.of("parameters", corrected, "reason", "Another name."));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.field("detail")).contains("already has an account called kim.park");

        corrected.put("name", "n".repeat(501));
        corrected.put("attributes", Map.of("level", 3, "mail", "a\0b"));
        JsonNode checked = api.post(path("/modify/validate"), Map.of("parameters", corrected)).json();
        assertThat(checked.path("errors").valueStream().map(error -> error.path("field").asString()))
                .contains("parameters.name", "parameters.attributes.mail");
        assertThat(detail(failed).path("status").asString()).isEqualTo("FAILED");
    }

    @Test
    void aCorrectedTaskTakesTheFailedOnesPlaceAndSucceeds() {
        JsonNode before = detail(failed);
        assertThat(before.path("parameters").path("attributes").path("password").asString()).isEqualTo(Parameters.SECRET);
        Map<String, Object> corrected = parameters(3, Parameters.SECRET);

        JsonNode checked = api.post(path("/modify/validate"), Map.of("parameters", corrected)).json();
        assertThat(checked.path("valid").asBoolean()).as(checked.toString()).isTrue();
        assertThat(checked.path("difference")).hasSize(1);
        assertThat(detail(failed).path("status").asString()).as("validation changes nothing").isEqualTo("FAILED");

        Answer answer = api.post(path("/modify"), Map.of("parameters", corrected, "reason", "Level 7 was retired."));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String successor = answer.field("id");
        assertThat(answer.header("Location")).endsWith("/api/v1/tasks/" + successor);
        await().atMost(LONG).untilAsserted(() -> assertThat(detail(successor).path("status").asString()).isEqualTo("SUCCEEDED"));

        JsonNode after = detail(successor);
        assertThat(after.path("source").asString()).isEqualTo("RETRY_AFTER_MODIFICATION");
        assertThat(after.path("action").asString()).isEqualTo("CREATE");
        assertThat(after.path("supersedes").path("id").asString()).isEqualTo(failed);
        assertThat(after.path("cause").path("id").asString()).isEqualTo(failed);
        assertThat(after.path("modification").path("reason").asString()).isEqualTo("Level 7 was retired.");
        JsonNode difference = after.path("modification").path("difference").get(0);
        assertThat(difference.path("path").asString()).isEqualTo("attributes.level");
        assertThat(difference.path("before").asInt()).isEqualTo(7);
        assertThat(difference.path("after").asInt()).isEqualTo(3);
        assertThat(changes.getLast().attributes()).as("the sealed secret went with it").containsEntry("password", OLD);

        JsonNode superseded = detail(failed);
        assertThat(superseded.path("status").asString()).isEqualTo("SUPERSEDED");
        assertThat(superseded.path("supersededBy").path("id").asString()).isEqualTo(successor);
        assertThat(superseded.path("parameters")).as("stays as it was").isEqualTo(before.path("parameters"));
        assertThat(superseded.path("requests")).isEqualTo(before.path("requests"));
    }

    @Test
    void aNewSecretIsSentButNeverShown() {
        Answer answer = api.post(path("/modify"), Map.of("parameters", parameters(3, NEW), "reason", "Another password."));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String successor = answer.field("id");
        await().atMost(LONG).untilAsserted(() -> assertThat(detail(successor).path("status").asString()).isEqualTo("SUCCEEDED"));
        assertThat(changes.getLast().attributes()).containsEntry("password", NEW);
        JsonNode after = detail(successor);
        assertThat(after.path("modification").path("difference").valueStream().map(one -> one.path("path").asString()))
                .containsExactlyInAnyOrder("attributes.level", "attributes.password");
        assertThat(answer.text() + after + detail(failed)).doesNotContain(NEW, OLD);
    }

    @Test
    void whatCannotBeSentIsRefusedFieldByField() {
        UUID unknown = UUID.randomUUID();
        Map<String, Object> bad = parameters("much", Parameters.SECRET);
        bad.put("name", " ");
        bad.put("bind", List.of(Map.of("id", unknown)));
        JsonNode checked = api.post(path("/modify/validate"), Map.of("parameters", bad)).json();
        assertThat(checked.path("valid").asBoolean()).isFalse();
        assertThat(checked.path("errors").valueStream().map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("parameters.name", "parameters.attributes.level", "parameters.bind[0]");

        Answer answer = api.post(path("/modify"), Map.of("parameters", bad, "reason", "Try."));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors")).hasSize(3);
        assertThat(detail(failed).path("status").asString()).isEqualTo("FAILED");
    }

    @Test
    void aMarkerWithoutAStoredValueIsRefused() {
        Map<String, Object> wanted = parameters(3, Parameters.SECRET);
        attributesOf(wanted).put("pin", Parameters.SECRET);
        Answer answer = api.post(path("/modify"), Map.of("parameters", wanted, "reason", "Try."));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("detail")).contains("pin").contains("enter one");
    }

    @Test
    void nothingChangedIsNoModification() {
        Answer answer = api.post(path("/modify"), Map.of("parameters", parameters(7, Parameters.SECRET), "reason", "Again."));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("detail")).contains("Nothing was changed");
    }

    @Test
    void aReasonAndAllParametersAreRequired() {
        assertThat(api.post(path("/modify"), Map.of("parameters", parameters(3, Parameters.SECRET))).field("detail")).contains("reason");
        assertThat(api.post(path("/modify"), Map.of("reason", "x")).field("detail")).contains("parameters");
    }

    @Test
    void onlyAFailedTaskCanBeModified() {
        api.post("/api/v1/tasks/" + failed + "/cancel", Map.of("reason", "No longer needed."));
        Answer answer = api.post(path("/modify"), Map.of("parameters", parameters(3, Parameters.SECRET), "reason", "Try."));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.field("detail")).contains("CANCELLED");
    }

    private Map<String, Object> parameters(Object level, String password) {
        Map<String, Object> attributes = new HashMap<>(Map.of("level", level, "mail", "ming@example.com", "password", password));
        return new HashMap<>(Map.of("name", "ming.li", "attributes", attributes, "unbind", List.of(),
                "bind", List.of(Map.of("id", staff, "kind", "GROUP", "name", "renamed by the sender", "value", "x"))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> attributesOf(Map<String, Object> parameters) {
        return (Map<String, Object>) parameters.get("attributes");
    }

    private JsonNode made(String path, Map<String, ?> body) {
        Answer answer = api.post(path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private JsonNode detail(String id) {
        return api.get("/api/v1/tasks/" + id).json();
    }

    private String path(String act) {
        return "/api/v1/tasks/" + failed + act;
    }
}
