package dev.syncline.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.identity.UserData;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ApplicationApiTest {

    private final TestServer server = TestServer.shared();
    private final ApiClient api = server.api();
    private final String name = TestServer.unique("application");

    @Test
    void whatIsLeftOutHasItsUsualValue() {
        JsonNode made = create(body()).json();
        assertThat(made.path("dataSynchronization").asBoolean()).isTrue();
        assertThat(made.path("changeTracking").asBoolean()).isFalse();
        assertThat(made.path("retry").path("maxAttempts").asInt()).isEqualTo(8);
        assertThat(made.path("limits").path("maxConcurrency").asInt()).isEqualTo(8);
        assertThat(made.path("limits").path("ratePerSecond").isNull()).isTrue();
        assertThat(made.path("callback").path("deadlineSeconds").asInt()).isEqualTo(86_400);
        assertThat(made.path("accountNameExpression").asString()).isEqualTo("user.userName");
    }

    @Test
    void whatWasReadCanBeSentBack() {
        Answer made = create(body());
        Answer again = api.ifMatch(made.header("ETag")).put("/api/v1/applications/" + made.field("id"), withoutSecrets(made));
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.ifMatch(made.header("ETag")).put("/api/v1/applications/" + made.field("id"), withoutSecrets(made)).status())
                .isEqualTo(412);
        assertThat(api.put("/api/v1/applications/" + made.field("id"), withoutSecrets(made)).status()).isEqualTo(428);
    }

    @Test
    void aMappingThatDoesNotCompileIsRefusedWithTargetAndPosition() {
        Map<String, Object> body = body();
        body.put("mappings", List.of(
                Map.of("target", "mail", "expression", "user.email"), Map.of("target", "cn", "expression", "user.displayName +")));
        Answer refused = api.post("/api/v1/applications", body);
        assertThat(refused.status()).isEqualTo(400);
        JsonNode error = refused.json().path("errors").get(0);
        assertThat(error.path("field").asString()).isEqualTo("mappings[1].expression");
        assertThat(error.path("message").asString()).contains("\"cn\"").contains("line 1");
    }

    @Test
    void settingsAreCheckedAgainstWhatTheConnectorDeclares() {
        Map<String, Object> body = body();
        body.put("settings", Map.of("nme", "typo"));
        Answer refused = api.post("/api/v1/applications", body);
        assertThat(refused.json().path("errors")).extracting(error -> error.path("field").asString())
                .containsExactly("settings.nme", "settings.name");
        body.put("connector", "telepathy");
        assertThat(api.post("/api/v1/applications", body).field("detail")).contains("choose one of").contains("memory");
    }

    @Test
    void secretsAreKeptSealedAndNeverAnswered() {
        String canary = "canary-" + UUID.randomUUID();
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "connector", "ldap", "settings", ldap()));
        body.put("secrets", Map.of("password", canary));
        Answer made = create(body);
        UUID id = UUID.fromString(made.field("id"));
        assertThat(made.json().path("secrets").path("password").asBoolean()).isTrue();
        assertThat(made.text()).doesNotContain(canary);
        assertThat(server.database().jdbc().sql("select row_to_json(application)::text from application where id = :id")
                .param("id", id).query(String.class).single()).doesNotContain(canary);
        assertThat(server.bean(Targets.class).resolve(id).orElseThrow().secretValues()).containsExactly(canary);
        assertThat(server.bean(Targets.class).resolve(id).orElseThrow().toString()).doesNotContain(canary);
        Map<String, Object> kept = new HashMap<>(body);
        kept.remove("secrets");
        api.ifMatch("\"1\"").put("/api/v1/applications/" + id, kept);
        assertThat(server.bean(Targets.class).resolve(id).orElseThrow().secretValues()).containsExactly(canary);
    }

    @Test
    void whatIsStoredGoesToNobodyButWhomItWasStoredFor() {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "connector", "ldap", "settings", ldap()));
        body.put("secrets", Map.of("password", "stored"));
        String id = create(body).field("id");
        Map<String, String> elsewhere = new HashMap<>(ldap());
        elsewhere.put("url", "ldap://127.0.0.1:2");
        body.put("settings", elsewhere);
        body.remove("secrets");
        Map<String, Object> trial = Map.of("id", id, "connector", "ldap", "settings", elsewhere);
        for (Answer refused : List.of(api.ifMatch("\"1\"").put("/api/v1/applications/" + id, body), api.post("/api/v1/applications/test", trial))) {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("secrets.password");
            assertThat(refused.field("detail")).contains("given anew");
        }
        body.put("secrets", Map.of("password", "given"));
        assertThat(api.ifMatch("\"1\"").put("/api/v1/applications/" + id, body).status()).isEqualTo(200);
    }

    @Test
    void aCallbackSecretIsShownOnce() {
        String id = create(body()).field("id");
        String secret = api.post("/api/v1/applications/" + id + "/callback-secret", Map.of()).field("secret");
        assertThat(secret).startsWith("whsec_");
        assertThat(server.bean(Applications.class).callbackSecret(UUID.fromString(id))).contains(secret);
        Answer read = api.get("/api/v1/applications/" + id);
        assertThat(read.text()).doesNotContain(secret);
        assertThat(read.json().path("callback").path("secretSet").asBoolean()).isTrue();
    }

    @Test
    void aTargetIsReadAnewWhenItsVersionChanges() {
        Answer made = create(body());
        UUID id = UUID.fromString(made.field("id"));
        assertThat(server.bean(Targets.class).resolve(id).orElseThrow().maxConcurrency()).isEqualTo(8);
        Map<String, Object> body = body();
        body.put("limits", Map.of("maxConcurrency", 3));
        api.ifMatch("\"1\"").put("/api/v1/applications/" + id, body);
        assertThat(server.bean(Targets.class).resolve(id).orElseThrow().maxConcurrency()).isEqualTo(3);
        api.ifMatch("\"2\"").delete("/api/v1/applications/" + id);
        assertThat(server.bean(Targets.class).resolve(id)).isEmpty();
    }

    @Test
    void aConnectionIsTriedWithoutBeingStored() {
        assertThat(api.post("/api/v1/applications/test", body()).json().path("ok").asBoolean()).isTrue();
        String id = create(body()).field("id");
        assertThat(api.post("/api/v1/applications/" + id + "/test", Map.of()).json().path("ok").asBoolean()).isTrue();
        Map<String, Object> unreachable = Map.of("connector", "ldap", "settings", ldap(), "secrets", Map.of("password", "x"));
        Answer answer = api.post("/api/v1/applications/test", unreachable);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("ok").asBoolean()).isFalse();
        assertThat(answer.field("message")).isNotBlank();
    }

    @Test
    void aPreviewShowsWhatTheMappingsGiveAndHidesSecrets() {
        Application application = ApplicationFixtures.mapped(server, name);
        User user = server.bean(Users.class).create(new UserData(
                TestServer.unique("previewed"), null, null, null, "p@example.com", null, null, null, Map.of()), Act.by(Actor.SYSTEM));
        JsonNode shown = api.post("/api/v1/applications/" + application.id() + "/mappings/preview", Map.of("userId", user.id())).json();
        assertThat(shown.path("name").asString()).isEqualTo(user.userName());
        assertThat(shown.path("attributes").path("mail").asString()).isEqualTo("p@example.com");
        assertThat(shown.path("attributes").path("initialPassword").asString()).isEqualTo("********");
        JsonNode tried = api.post("/api/v1/applications/" + application.id() + "/mappings/preview", Map.of("userId", user.id(),
                "mappings", List.of(Map.of("target", "desk", "expression", "user.attributes.desk")))).json();
        assertThat(tried.path("errors").get(0).path("target").asString()).isEqualTo("desk");
    }

    @Test
    void oneInUseIsNotDeleted() {
        Application application = ApplicationFixtures.mapped(server, name);
        api.post("/api/v1/permissions", Map.of("applicationId", application.id(), "kind", "GROUP", "name", "staff", "value", "cn=staff"));
        Answer refused = api.ifMatch("\"1\"").delete("/api/v1/applications/" + application.id());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.field("code")).isEqualTo("STILL_IN_USE");
    }

    private Answer create(Map<String, Object> body) {
        Answer made = api.post("/api/v1/applications", body);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made;
    }

    private Map<String, Object> body() {
        return new HashMap<>(Map.of("name", name, "connector", "memory", "settings", Map.of("name", name)));
    }

    /** Nothing listens on port 1. */
    private static Map<String, String> ldap() {
        return Map.of("url", "ldap://127.0.0.1:1", "bindDn", "cn=admin", "baseDn", "ou=people,dc=example");
    }

    private static String withoutSecrets(Answer made) {
        ObjectNode body = (ObjectNode) made.json();
        body.remove("secrets");
        return body.toString();
    }
}
