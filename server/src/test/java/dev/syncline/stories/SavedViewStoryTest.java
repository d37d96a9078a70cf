package dev.syncline.stories;

import static dev.syncline.stories.Story.ok;
import static dev.syncline.stories.Story.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Views of the log are kept under names, for oneself or for all administrators. Ada is a person, the programs are API tokens. */
class SavedViewStoryTest {

    private static final String VIEWS = "/api/v1/views";
    private static final String FAILED = "/log?view=all&status=FAILED&columns=opened&columns=failure";

    private static FirstStart first;
    private static ApiClient program;
    private static ApiClient otherProgram;
    private static ApiClient ada;

    @BeforeAll
    static void start() {
        first = FirstStart.now();
        program = first.server().api();
        otherProgram = first.server().anonymous().bearer(
                ok(program.post("/api/v1/tokens", Map.of("name", "Other"))).path("token").asString());
        ada = withOwnPassword(signedIn("admin", first.oneTimePassword()), first.oneTimePassword());
    }

    @AfterAll
    static void stop() {
        first.server().close();
    }

    @Test
    void whatIsPersonalOnlyItsOwnerSees() {
        String id = save(ada, "Only mine", false);
        assertThat(names(ada)).contains("Only mine");
        assertThat(names(program)).doesNotContain("Only mine");
        assertThat(program.get(VIEWS + "/" + id).status()).isEqualTo(404);
        assertThat(change(program, id, "\"1\"", "Stolen").status()).isEqualTo(404);
        JsonNode view = ok(ada.get(VIEWS + "/" + id));
        assertThat(view.path("address").asString()).isEqualTo(FAILED);
        assertThat(view.path("mine").asBoolean()).isTrue();
        assertThat(view.path("mayChange").asBoolean()).isTrue();
    }

    @Test
    void whatIsSharedEverybodySeesAndItsOwnerOrAPersonChanges() {
        String id = save(program, "For all", true);
        JsonNode seen = ok(otherProgram.get(VIEWS + "/" + id));
        assertThat(seen.path("mine").asBoolean()).isFalse();
        assertThat(seen.path("mayChange").asBoolean()).isFalse();
        Answer refused = change(otherProgram, id, "\"1\"", "Mine now");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.field("detail")).contains("For all", "Save what you need as a view of your own");
        assertThat(otherProgram.ifMatch("\"1\"").delete(VIEWS + "/" + id).status()).isEqualTo(403);

        assertThat(ok(ada.get(VIEWS + "/" + id)).path("mayChange").asBoolean()).isTrue();
        assertThat(ok(change(ada, id, "\"1\"", "Renamed for all")).path("owner").path("name").asString())
                .as("stays its maker's").isEqualTo(seen.path("owner").path("name").asString());
        assertThat(names(otherProgram)).contains("Renamed for all").doesNotContain("For all");
    }

    @Test
    void nobodyOverwritesWhatAnotherChanged() {
        String id = save(ada, "Twice", true);
        assertThat(change(ada, id, null, "Twice").status()).isEqualTo(428);
        Answer changed = change(ada, id, "\"1\"", "Once more");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        Answer late = change(ada, id, "\"1\"", "Too late");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.field("detail")).contains("Once more");
        assertThat(ada.ifMatch("\"1\"").delete(VIEWS + "/" + id).status()).isEqualTo(412);
        assertThat(ada.ifMatch("\"2\"").delete(VIEWS + "/" + id).status()).isEqualTo(204);
        assertThat(ada.get(VIEWS + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void namesAreUniqueAmongWhatIsSharedAndAmongWhatIsOnesOwn() {
        save(ada, "Leavers", true);
        save(ada, "Leavers", false);
        save(program, "leavers", false);
        Answer shared = post(program, "LEAVERS", true);
        assertThat(shared.status()).isEqualTo(409);
        assertThat(shared.field("detail")).isEqualTo("There is already a shared view called LEAVERS.");
        Answer own = post(ada, "leavers", false);
        assertThat(own.field("detail")).isEqualTo("You already have a view called leavers.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/log", "//evil.example", "/logs", "/log#x", "/log?q=two words", "javascript:alert(1)", ""})
    void aViewIsAnAddressOfTheLogAndNothingElse(String address) {
        Answer refused = ada.post(VIEWS, Map.of("name", TestServer.unique("view"), "address", address));
        assertThat(refused.status()).as(address).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("address");
    }

    @Test
    void theListIsPagedByName() {
        ApiClient somebody = first.server().anonymous().bearer(
                ok(program.post("/api/v1/tokens", Map.of("name", "Somebody"))).path("token").asString());
        List.of("beta", "Alpha", "gamma").forEach(name -> save(somebody, "zz " + name, false));
        JsonNode page = ok(somebody.get(VIEWS + "?limit=200"));
        List<String> all = texts(page.path("items"), "name");
        assertThat(all.subList(all.size() - 3, all.size())).containsExactly("zz Alpha", "zz beta", "zz gamma");
        JsonNode head = ok(somebody.get(VIEWS + "?limit=" + (all.size() - 1)));
        assertThat(texts(ok(somebody.get(VIEWS + "?cursor=" + head.path("next").asString())).path("items"), "name")).containsExactly("zz gamma");
    }

    @Test
    void theLogOpensWithTheViewOneChose() {
        ApiClient somebody = first.server().anonymous().bearer(
                ok(program.post("/api/v1/tokens", Map.of("name", "Starter"))).path("token").asString());
        assertThat(start(somebody)).isEqualTo("ATTENTION");
        ok(somebody.put(VIEWS + "/start", Map.of("shipped", "EVERYTHING")));
        assertThat(start(somebody)).isEqualTo("EVERYTHING");
        String id = save(ada, "Start here", true);
        JsonNode chosen = ok(somebody.put(VIEWS + "/start", Map.of("viewId", id)));
        assertThat(chosen.path("address").asString()).isEqualTo(FAILED);
        assertThat(ok(somebody.get(VIEWS + "/start"))).isEqualTo(chosen);
        assertThat(start(program)).as("each their own").isEqualTo("ATTENTION");

        ok(ada.ifMatch("\"1\"").put(VIEWS + "/" + id, Map.of("name", "Start here", "address", "/log", "shared", false)));
        assertThat(start(somebody)).as("not shared any more").isEqualTo("ATTENTION");
        ok(ada.ifMatch("\"2\"").put(VIEWS + "/" + id, Map.of("name", "Start here", "address", "/log", "shared", true)));
        assertThat(start(somebody)).isEqualTo(id);
        assertThat(ada.ifMatch("\"3\"").delete(VIEWS + "/" + id).status()).isEqualTo(204);
        assertThat(start(somebody)).as("gone").isEqualTo("ATTENTION");
    }

    @Test
    void aStartViewIsOneThatOneSees() {
        String adas = save(ada, "Adas own", false);
        assertThat(program.put(VIEWS + "/start", Map.of("viewId", adas)).status()).isEqualTo(404);
        assertThat(program.put(VIEWS + "/start", Map.of()).status()).isEqualTo(400);
        assertThat(program.put(VIEWS + "/start", Map.of("viewId", adas, "shipped", "EVERYTHING")).status()).isEqualTo(400);
        assertThat(program.put(VIEWS + "/start", Map.of("shipped", "NONSENSE")).status()).isEqualTo(400);
    }

    private static String start(ApiClient client) {
        JsonNode start = ok(client.get(VIEWS + "/start"));
        return start.path("viewId").isNull() || start.path("viewId").isMissingNode()
                ? start.path("shipped").asString() : start.path("viewId").asString();
    }

    private static String save(ApiClient client, String name, boolean shared) {
        return ok(post(client, name, shared)).path("id").asString();
    }

    private static Answer post(ApiClient client, String name, boolean shared) {
        return client.post(VIEWS, Map.of("name", name, "address", FAILED, "shared", shared));
    }

    private static Answer change(ApiClient client, String id, String etag, String name) {
        ApiClient versioned = etag == null ? client : client.ifMatch(etag);
        return versioned.put(VIEWS + "/" + id, Map.of("name", name, "address", FAILED, "shared", true));
    }

    private static List<String> names(ApiClient client) {
        return texts(ok(client.get(VIEWS + "?limit=200")).path("items"), "name");
    }

    private static ApiClient signedIn(String userName, String password) {
        Answer answer = first.server().anonymous().post("/api/v1/session", Map.of("userName", userName, "password", password));
        return withCookie(answer);
    }

    private static ApiClient withCookie(Answer answer) {
        return first.server().anonymous().with("Cookie", answer.header("Set-Cookie").split(";")[0]).with("X-Syncline", "1");
    }

    /** The session goes on, with another cookie, after the one-time password was changed. */
    private static ApiClient withOwnPassword(ApiClient browser, String oneTime) {
        Answer changed = browser.post("/api/v1/session/password", Map.of("currentPassword", oneTime, "newPassword", "a horse that staples batteries"));
        ok(changed);
        return withCookie(changed);
    }
}
