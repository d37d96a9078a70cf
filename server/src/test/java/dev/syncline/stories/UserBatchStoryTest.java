package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Users in bulk: in one request or from a file, evaluated in sets, with a result for each. */
class UserBatchStoryTest extends LifecycleStory {

    private final String ming = TestServer.unique("ming");
    private final String kim = TestServer.unique("kim");
    private final String ada = TestServer.unique("ada");

    @Test
    @DisplayName("A batch creates, updates, disables, enables and deletes by user name, with a result for each")
    void everyAction() {
        String off = TestServer.unique("off");
        String on = TestServer.unique("on");
        String gone = TestServer.unique("gone");
        results(List.of(Map.of("userName", kim, "email", "kim@example.com", "phone", "1"), Map.of("userName", off),
                Map.of("userName", on), Map.of("userName", gone)));
        results(List.of(Map.of("action", "DISABLE", "userName", on)));
        String organization = organization("Sales");
        String code = ok(api.get("/api/v1/organizations/" + organization)).path("code").asString();
        // The manager comes after those who report to her.
        List<String> results = results(List.of(
                Map.of("action", "CREATE", "userName", ming, "givenName", "Ming", "familyName", "Li", "organization", code, "manager", ada),
                Map.of("action", "UPDATE", "userName", kim.toUpperCase(Locale.ROOT), "email", "kim.park@example.com", "phone", "",
                        "manager", ming, "attributes", Map.of("room", "A 1")),
                Map.of("action", "DISABLE", "userName", off),
                Map.of("action", "ENABLE", "userName", on),
                Map.of("action", "DELETE", "userName", gone),
                Map.of("userName", ada)));
        assertThat(results).containsExactly("CREATED", "UPDATED", "DISABLED", "ENABLED", "DELETED", "CREATED");
        JsonNode created = found(ming);
        assertThat(created.path("displayName").asString()).isEqualTo("Ming Li");
        assertThat(created.path("organizationId").asString()).isEqualTo(organization);
        assertThat(created.path("managerId").asString()).isEqualTo(found(ada).path("id").asString());
        JsonNode updated = found(kim);
        assertThat(updated.path("email").asString()).isEqualTo("kim.park@example.com");
        assertThat(updated.path("phone").isNull() || updated.path("phone").isMissingNode()).isTrue();
        assertThat(updated.path("managerId").asString()).isEqualTo(created.path("id").asString());
        assertThat(updated.path("attributes").path("room").asString()).isEqualTo("A 1");
        assertThat(found(off).path("status").asString()).isEqualTo("DISABLED");
        assertThat(found(on).path("status").asString()).isEqualTo("ENABLED");
        assertThat(found(gone).isMissingNode()).isTrue();
    }

    @Test
    @DisplayName("A batch renames users, whose accounts follow, and refuses a name that is taken")
    void renaming() {
        App app = tracking("mail", "user.email");
        String user = user("Ming Li");
        String account = accountFor(app, user);
        String before = nameOf(user);
        String other = nameOf(user("Kim Park"));
        String renamed = TestServer.unique("renamed");
        Answer refused = api.post("/api/v1/users/batch", Map.of("entries", List.of(
                Map.of("userName", before, "newUserName", other.toUpperCase(Locale.ROOT)),
                Map.of("userName", ming, "newUserName", ada),
                Map.of("userName", nameOf(user("Ada Boss")), "newUserName", kim), Map.of("userName", kim))));
        assertThat(texts(refused.json().path("errors"), "message")).satisfiesExactly(
                message -> assertThat(message).contains("There is already a user"),
                message -> assertThat(message).contains("renames a user who is there"),
                message -> assertThat(message).contains("is in entry 2 already"));
        List<String> results = results(List.of(Map.of("userName", before, "newUserName", renamed), Map.of("userName", other, "newUserName",
                other.toUpperCase(Locale.ROOT))));
        assertThat(results).containsExactly("UPDATED", "UPDATED");
        assertThat(nameOf(user)).isEqualTo(renamed);
        await(() -> assertThat(accountOf(account).path("name").asString()).isEqualTo(renamed));
    }

    @Test
    @DisplayName("In a file an empty cell leaves what is there, and <clear> takes it away")
    void clearing() {
        String organization = organization("Sales");
        String code = ok(api.get("/api/v1/organizations/" + organization)).path("code").asString();
        results(List.of(Map.of("userName", ada), Map.of("userName", ming, "email", "ming@example.com", "phone", "1", "organization", code,
                "manager", ada, "attributes", Map.of("room", "A 1", "badge", "7"))));
        String renamed = TestServer.unique("renamed");
        String batch = ok(uploadUsers("userName,newUserName,email,phone,organization,manager,user:room,user:badge\n"
                + ming + "," + renamed + ",,<clear>,<CLEAR>,<clear>,<clear>,\n")).path("id").asString();
        awaitBatch(batch, "READY");
        ok(api.post("/api/v1/batches/" + batch + "/run", Map.of()));
        awaitBatch(batch, "DONE");
        JsonNode user = found(renamed);
        assertThat(user.path("email").asString()).isEqualTo("ming@example.com");
        assertThat(user.path("phone").isNull()).isTrue();
        assertThat(user.path("organizationId").isNull()).isTrue();
        assertThat(user.path("managerId").isNull()).isTrue();
        assertThat(user.path("attributes").propertyNames()).containsExactly("badge");
    }

    @Test
    @DisplayName("A bad entry refuses the whole batch, naming each; asked to, the good ones are done")
    void badEntries() {
        List<Map<String, ?>> entries = List.of(
                Map.of("userName", ming),
                Map.of("action", "UPDATE", "userName", kim),
                Map.of("userName", ada, "email", "no address", "organization", "nowhere", "manager", "nobody"),
                Map.of("userName", ming.toUpperCase(Locale.ROOT)));
        Answer refused = api.post("/api/v1/users/batch", Map.of("entries", entries));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(texts(refused.json().path("errors"), "field")).containsExactly("entries[1]", "entries[2]", "entries[3]");
        assertThat(texts(refused.json().path("errors"), "message")).satisfiesExactly(
                message -> assertThat(message).contains("There is no user \"" + kim + "\""),
                message -> assertThat(message).contains("not an email address", "code \"nowhere\"", "\"nobody\" who could be the manager"),
                message -> assertThat(message).contains("is in entry 0 already"));
        assertThat(found(ming).isMissingNode()).isTrue();
        JsonNode done = ok(api.post("/api/v1/users/batch", Map.of("entries", entries, "goodOnly", true)));
        assertThat(texts(done.path("results"), "result")).containsExactly("CREATED", "FAILED", "FAILED", "FAILED");
        assertThat(found(ming).isMissingNode()).isFalse();
        JsonNode batch = ok(api.get("/api/v1/batches/" + done.path("batchId").asString()));
        assertThat(batch.path("kind").asString()).isEqualTo("USERS");
        assertThat(batch.path("status").asString()).isEqualTo("DONE");
        assertThat(List.of(batch.path("total").asInt(), batch.path("bad").asInt(), batch.path("opened").asInt())).containsExactly(4, 3, 1);
    }

    @Test
    @DisplayName("Managers in a circle are said to be so, and the others are created")
    void circle() {
        JsonNode done = ok(api.post("/api/v1/users/batch", Map.of("entries", List.of(
                Map.of("userName", ming, "manager", kim), Map.of("userName", kim, "manager", ming), Map.of("userName", ada)))));
        assertThat(texts(done.path("results"), "result")).containsExactly("FAILED", "FAILED", "CREATED");
        assertThat(done.path("results").path(0).path("message").asString()).contains("who could be the manager");
    }

    @Test
    @DisplayName("What a batch causes is evaluated together and belongs to it: each task still names the change of its own user")
    void causes() {
        App app = tracking("mail", "user.email");
        String first = user("Ming Li");
        String second = user("Kim Park");
        String third = user("Ada Boss");
        List.of(first, second, third).forEach(user -> accountFor(app, user));
        JsonNode done = ok(api.post("/api/v1/users/batch", Map.of("entries", List.of(
                Map.of("action", "UPDATE", "userName", nameOf(first), "email", "new@example.com"),
                Map.of("action", "UPDATE", "userName", nameOf(second), "phone", "+49 30 1"),
                Map.of("action", "DISABLE", "userName", nameOf(third))))));
        JsonNode edit = only(app, "PERMISSION_CHANGE", "SUCCEEDED");
        assertThat(edit.path("cause").path("id").asString()).isEqualTo(history(first).getFirst().path("id").asString());
        JsonNode disabling = only(app, "GLOBAL_PROVISIONING_POLICY", "SUCCEEDED");
        assertThat(disabling.path("cause").path("name").asString()).isEqualTo("Ada Boss was disabled");
        String batch = done.path("batchId").asString();
        assertThat(ok(api.get("/api/v1/tasks?batch=" + batch)).path("items")).hasSize(2);
        await(() -> assertThat(ok(api.get("/api/v1/batches/" + batch)).path("tasks").path("succeeded").asInt()).isEqualTo(2));
    }

    @Test
    @DisplayName("A file of users is checked row by row before it is run, and says what became of each row")
    void file() {
        results(List.of(Map.of("userName", kim, "email", "kim@example.com")));
        String id = ok(uploadUsers("""
                action;userName;givenName;email;manager;user:room
                create;%s;Ming;ming@example.com;%s;A 1
                ;%s;;kim.park@example.com;%s;
                disable;nobody-%s;;;;
                dance;%s;;;;
                ;%s;;;;
                ;late-%s;;;unheard;
                """.formatted(ming, ada, kim, ming, kim, TestServer.unique("d"), ada, kim))).path("id").asString();
        awaitBatch(id, "READY");
        JsonNode bad = ok(api.get("/api/v1/batches/" + id + "/rows?status=BAD")).path("items");
        assertThat(bad.valueStream().map(row -> row.path("number").asInt())).containsExactly(4, 5, 7);
        assertThat(texts(bad, "message")).satisfiesExactly(
                message -> assertThat(message).contains("There is no user"),
                message -> assertThat(message).contains("The action \"dance\" is not known"),
                message -> assertThat(message).contains("\"unheard\" who could be the manager"));
        assertThat(found(ming).isMissingNode()).isTrue();
        assertThat(api.post("/api/v1/batches/" + id + "/run", Map.of()).status()).isEqualTo(409);
        ok(api.post("/api/v1/batches/" + id + "/run", Map.of("goodRowsOnly", true)));
        awaitBatch(id, "DONE");
        JsonNode rows = ok(api.get("/api/v1/batches/" + id + "/rows")).path("items");
        assertThat(texts(rows, "status")).containsExactly("APPLIED", "APPLIED", "BAD", "BAD", "APPLIED", "BAD");
        assertThat(rows.path(0).path("message").asString()).isEqualTo("Created");
        assertThat(rows.path(1).path("message").asString()).isEqualTo("Updated");
        assertThat(found(ming).path("managerId").asString()).isEqualTo(found(ada).path("id").asString());
        assertThat(found(kim).path("managerId").asString()).isEqualTo(found(ming).path("id").asString());
        assertThat(found(kim).path("email").asString()).isEqualTo("kim.park@example.com");
    }

    @Test
    @DisplayName("A file with a column that is not one of users is refused at once")
    void wrongColumn() {
        Answer refused = uploadUsers("userName,attr:cn\na,b\n");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.field("detail")).contains("attr:cn", "user:NAME");
        assertThat(api.get("/api/v1/imports/users/template").text()).startsWith("action,userName,");
    }

    @Test
    @DisplayName("Ten thousand users are changed in one batch, with their tasks, in one transaction")
    void tenThousand() {
        App app = application(Map.of("changeTracking", true, "mappings", mappings("mail", "user.email", "cn", "user.displayName"),
                "limits", Map.of("maxConcurrency", 64)));
        String prefix = TestServer.unique("many");
        List<Map<String, ?>> creations = entries(prefix, "before");
        long start = System.nanoTime();
        assertThat(results(creations)).hasSize(10_000).containsOnly("CREATED");
        say("10,000 users created in one batch", start);
        String provisioning = ok(api.post("/api/v1/batches", Map.of("applicationId", app.id(), "filter", Map.of("q", prefix + ".")))).path("id")
                .asString();
        awaitTasks(provisioning);
        start = System.nanoTime();
        JsonNode done = ok(api.post("/api/v1/users/batch", Map.of("entries", entries(prefix, "after"))));
        say("10,000 users updated in one batch, each with a task of one application with change tracking", start);
        assertThat(texts(done.path("results"), "result")).containsOnly("UPDATED");
        JsonNode counts = ok(api.get("/api/v1/batches/" + done.path("batchId").asString())).path("tasks");
        int all = counts.propertyStream().mapToInt(count -> count.getValue().asInt()).sum();
        assertThat(all).isEqualTo(10_000);
        start = System.nanoTime();
        assertThat(results(entries(prefix, "after"))).containsOnly("UNCHANGED");
        say("10,000 users looked at in one batch, nothing to change", start);
        awaitTasks(done.path("batchId").asString());
    }

    @Test
    @DisplayName("More than ten thousand entries are refused with a sentence")
    void tooMany() {
        Answer refused = api.post("/api/v1/users/batch", Map.of("entries",
                IntStream.rangeClosed(0, 10_000).mapToObj(i -> Map.of("userName", "x" + i)).toList()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.field("detail")).contains("At most 10000");
        assertThat(api.post("/api/v1/users/batch", Map.of("entries", List.of())).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("Input no database could keep is refused with a sentence, not with an error of ours")
    void unkeepable() {
        for (Map<String, ?> entry : List.<Map<String, ?>>of(Map.of("userName", "a\0b"), Map.of("userName", ming, "organization", "a\0b"),
                Map.of("action", "DELETE", "userName", "a\0b"), Map.of("userName", ming, "attributes", Map.of("a\0b", List.of("x"))))) {
            Answer refused = api.post("/api/v1/users/batch", Map.of("entries", List.of(entry), "goodOnly", true));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.field("detail")).contains("The entry 0 holds a NUL character");
        }
        JsonNode done = ok(api.post("/api/v1/users/batch", Map.of("goodOnly", true, "entries", List.of(
                Map.of("userName", "x".repeat(100_000)), Map.of("action", "DISABLE", "userName", "y".repeat(100_000)),
                Map.of("userName", ming, "attributes", Map.of("path", "C:\\u0000"))))));
        assertThat(texts(done.path("results"), "result")).containsExactly("FAILED", "FAILED", "CREATED");
        assertThat(api.post("/api/v1/users/batch", Map.of("entries", List.of(Map.of("action", "DANCE", "userName", ming)))).status()).isEqualTo(400);
        assertThat(api.post("/api/v1/users/batch", Map.of("entries", List.of(Map.of("username", ming)))).status()).isEqualTo(400);
        assertThat(api.get("/api/v1/users/" + TestServer.unique("no-id") + "/changes").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/users?q=%00").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/users?cursor=" + Base64.getUrlEncoder().encodeToString("a\0\u001fb".getBytes())).status())
                .isEqualTo(400);
    }

    private static List<Map<String, ?>> entries(String prefix, String mail) {
        List<Map<String, ?>> entries = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Map<String, Object> entry = new HashMap<>(Map.of("userName", prefix + "." + i, "givenName", "Given " + i,
                    "familyName", "Family", "email", mail + i + "@example.com"));
            if (i % 100 > 0) {
                entry.put("manager", prefix + "." + (i - i % 100));
            }
            entries.add(entry);
        }
        return entries;
    }

    /** Waits without a limit that counts: how long it takes is no matter of this story. */
    private void awaitTasks(String batch) {
        Awaitility.await().atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofSeconds(1)).until(() ->
                ok(api.get("/api/v1/batches/" + batch)).path("tasks").path("succeeded").asInt() == 10_000);
    }

    private static void say(String what, long start) {
        System.out.printf("%s: %.1f s%n", what, (System.nanoTime() - start) / 1e9);
    }

    private List<String> results(List<Map<String, ?>> entries) {
        return texts(ok(api.post("/api/v1/users/batch", Map.of("entries", entries))).path("results"), "result");
    }

    private String nameOf(String user) {
        return userOf(user).path("userName").asString();
    }

    private JsonNode found(String userName) {
        return ok(api.get("/api/v1/users?q=" + userName)).path("items").path(0);
    }

    private Answer uploadUsers(String csv) {
        String boundary = "----story-boundary";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"users.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--" + boundary + "--\r\n";
        return api.send("POST", "/api/v1/imports/users", BodyPublishers.ofString(body), "multipart/form-data; boundary=" + boundary);
    }
}
