package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Switching Lifecycle Management and Identity Governance on and off. */
class ModulesStoryTest extends Story {

    private static final String MODULES = "/api/v1/modules";

    @AfterEach
    void bothOnAgain() {
        switched(true, true);
    }

    @Test
    void bothAreOnUntilSomebodySwitchesThem() {
        var modules = ok(api.get(MODULES));
        assertThat(modules.path("lifecycleManagement").asBoolean()).isTrue();
        assertThat(modules.path("identityGovernance").asBoolean()).isTrue();
    }

    @Test
    void withBothOffTheLogAnswersThatItsModulesAreNotEnabled() {
        App app = application();
        Made made = create(app, "kim");
        awaitStatus(made.task(), "SUCCEEDED");
        switched(false, false);
        for (String path : List.of("", "/" + made.task(), "/facets", "/histogram", "/stream", "/export?format=csv", "/no-such-page")) {
            assertNotEnabled(api.get("/api/v1/tasks" + path), "Lifecycle Management and Identity Governance");
        }
        assertNotEnabled(api.get("/api/v1/views"), "Settings, Modules");
        assertNotEnabled(retry(made.task()), "Settings, Modules");
        assertNotEnabled(confirm(made.task(), "By hand"), "Settings, Modules");
    }

    @Test
    void aStreamThatIsOpenEndsWithTheLog() throws Exception {
        App app = application();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/tasks/stream"))
                .header("Authorization", "Bearer " + TestServer.TOKEN).build();
        try (HttpClient http = HttpClient.newHttpClient();
                InputStream stream = http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            CompletableFuture<Long> ended = CompletableFuture.supplyAsync(() -> {
                try {
                    return stream.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    return -1L;
                }
            });
            switched(false, false);
            create(app, "news");
            await(() -> assertThat(ended).isDone());
        }
    }

    @Test
    void tasksThatExistGoOnRunningWhileBothAreOff() {
        App app = application();
        app.target().hang();
        Made made = create(app, "li");
        switched(false, false);
        app.target().goOn();
        await(() -> assertThat(accountOf(made.account()).path("status").asString()).isEqualTo("ACTIVE"));
        switched(true, true);
        assertThat(status(made.task())).isEqualTo("SUCCEEDED");
    }

    @Test
    void whatIsDoneByHandStillMakesTasksWhileBothAreOff() {
        App app = application();
        switched(false, false);
        Made made = create(app, "noor");
        switched(true, true);
        assertThat(task(made.task()).path("source").asString()).isEqualTo("MANUAL");
    }

    @Test
    void oneOfTheTwoIsEnoughForTheLog() {
        switched(true, false);
        ok(api.get("/api/v1/tasks"));
        switched(false, true);
        ok(api.get("/api/v1/tasks"));
    }

    @Test
    void withoutIdentityGovernanceItsApiAnswersThatTheModuleIsNotEnabled() {
        switched(true, false);
        for (String path : List.of("/api/v1/account-policies", "/api/v1/account-policies/runs", "/api/v1/account-policies/findings",
                "/api/v1/compliance/rules", "/api/v1/compliance/executions", "/api/v1/compliance/findings")) {
            assertNotEnabled(api.get(path), "Identity Governance");
        }
        assertNotEnabled(api.post("/api/v1/accounts/sign-ins", Map.of()), "Identity Governance");
        switched(false, true);
        ok(api.get("/api/v1/account-policies"));
        ok(api.get("/api/v1/compliance/rules"));
    }

    @Test
    void aRefusalIsForgottenOnceTheModuleIsOnAgain() {
        App app = application();
        String account = account(app, "ada");
        Made failed = failedUpdate(app, account);
        switched(false, false);
        ApiClient repeating = api.with("Idempotency-Key", TestServer.unique("key"));
        String path = "/api/v1/tasks/" + failed.task() + "/confirm";
        assertNotEnabled(repeating.post(path, Map.of("reason", "Done by hand")), "Settings, Modules");
        switched(true, true);
        ok(repeating.post(path, Map.of("reason", "Done by hand")));
    }

    @Test
    void switchingNeedsTheVersionThatWasRead() {
        Map<String, Boolean> off = Map.of("lifecycleManagement", true, "identityGovernance", false);
        assertThat(api.put(MODULES, off).field("code")).isEqualTo("VERSION_REQUIRED");
        String read = api.get(MODULES).header("ETag");
        ok(api.ifMatch(read).put(MODULES, off));
        assertThat(api.ifMatch(read).put(MODULES, off).field("code")).isEqualTo("VERSION_MISMATCH");
    }

    @Test
    void bothSwitchesHaveToBeSaid() {
        Answer answer = api.ifMatch(api.get(MODULES).header("ETag")).put(MODULES, Map.of("lifecycleManagement", true));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("identityGovernance");
    }

    @Test
    void nobodyWhoIsNotSignedInSeesTheSwitches() {
        assertThat(server.anonymous().get(MODULES).status()).isEqualTo(401);
        switched(false, false);
        assertThat(server.anonymous().get("/api/v1/tasks").status()).isEqualTo(401);
    }

    @Test
    void anotherServerFollows() {
        try (TestServer other = TestServer.beside(server)) {
            ok(other.api().get("/api/v1/tasks"));
            switched(false, false);
            await(() -> assertThat(other.api().get("/api/v1/tasks").field("code")).isEqualTo("MODULE_NOT_ENABLED"));
        }
    }

    private void switched(boolean lifecycleManagement, boolean identityGovernance) {
        ok(api.ifMatch(api.get(MODULES).header("ETag"))
                .put(MODULES, Map.of("lifecycleManagement", lifecycleManagement, "identityGovernance", identityGovernance)));
    }

    private static void assertNotEnabled(Answer answer, String sentence) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.field("code")).isEqualTo("MODULE_NOT_ENABLED");
        assertThat(answer.field("detail")).contains(sentence);
    }
}
