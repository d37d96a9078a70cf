package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.Colleagues;
import dev.syncline.fixtures.EventStream;
import dev.syncline.fixtures.TestServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** An application owner sees and repairs what is in the applications owned, and nothing tells of any other. */
class ApplicationOwnerStoryTest extends Story {

    private static final String STREAM = "/api/v1/tasks/stream";
    private static final List<String> FILTERS = List.of("application", "account", "user", "batch", "cause", "failureGroup", "repair", "initiator");

    /** Everything of one application that has an id or a name. */
    private record Traces(App app, String person, List<String> names, List<String> ids) {}

    @Test
    @DisplayName("No GET endpoint tells the owner of one application a name or an id of another")
    void nothingLeaks() {
        Traces mine = traces("Mine");
        Traces theirs = traces("Theirs");
        ApiClient owner = new Colleagues(server).owning(mine.app().id()).api();
        assertThat(owner.get("/api/v1/tasks").text()).contains(mine.app().name());

        List<String> leaks = new ArrayList<>();
        for (String path : paths()) {
            for (String id : path.contains("{id}") ? theirs.ids() : List.of("")) {
                Answer answer = owner.get(path.replace("{id}", id));
                theirs.names().stream().filter(answer.text()::contains).forEach(name -> leaks.add(path + " tells " + name));
                // A refusal repeats the id that was asked for, and says no more of it.
                theirs.ids().stream().filter(one -> !one.equals(id)).filter(answer.text()::contains).forEach(one -> leaks.add(path + " tells " + one));
                if (!id.isEmpty() && answer.status() < 300 && answer.text().contains(id)) {
                    leaks.add(path + " shows " + id);
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    @DisplayName("The same walk as one who sees everything does meet those names, so that it would notice")
    void theWalkWouldNotice() {
        Traces theirs = traces("Noticed");
        Set<String> told = paths().stream()
                .flatMap(path -> (path.contains("{id}") ? theirs.ids() : List.of("")).stream().map(id -> path.replace("{id}", id)))
                .filter(path -> !path.contains("/export"))
                .flatMap(path -> {
                    String text = api.get(path).text();
                    return theirs.names().stream().filter(text::contains);
                })
                .collect(Collectors.toSet());
        assertThat(told).containsAll(theirs.names());
    }

    @Test
    @DisplayName("Nor does the stream of events, whatever it is asked for; who sees everything hears of the same")
    void theStreamDoesNotLeak() throws IOException {
        Traces mine = traces("Heard");
        Traces theirs = traces("Unheard");
        ApiClient owner = new Colleagues(server).owning(mine.app().id()).api();
        List<String> questions = new ArrayList<>(List.of(""));
        FILTERS.forEach(filter -> theirs.ids().forEach(id -> questions.add("?" + filter + "=" + id)));
        List<EventStream> heard = new ArrayList<>();
        try (EventStream all = api.events(STREAM); EventStream asked = api.events(STREAM + "?application=" + theirs.app().id())) {
            questions.forEach(question -> heard.add(owner.events(STREAM + question)));
            for (String task : List.of(failedTask(theirs), failedTask(mine))) {
                ok(api.post("/api/v1/tasks/" + task + "/cancel", Map.of("reason", "Not needed")));
            }
            await(() -> assertThat(all.text()).contains(failedTask(theirs), failedTask(mine)));
            await(() -> assertThat(asked.text()).contains(failedTask(theirs)));
            await(() -> assertThat(heard.getFirst().text()).contains(failedTask(mine)));
            assertThat(heard).allSatisfy(stream -> {
                assertThat(theirs.ids()).noneMatch(stream.text()::contains);
                assertThat(theirs.names()).noneMatch(stream.text()::contains);
            });
        } finally {
            for (EventStream stream : heard) {
                stream.close();
            }
        }
    }

    @Test
    @DisplayName("What belongs to another application is not there: 404, not 403; what is owned can be repaired")
    void notThere() {
        Traces mine = traces("Own");
        Traces theirs = traces("Foreign");
        ApiClient owner = new Colleagues(server).owning(mine.app().id()).api();
        String foreign = failedTask(theirs);
        String own = failedTask(mine);

        for (String act : List.of("/confirm", "/cancel")) {
            assertThat(owner.post("/api/v1/tasks/" + foreign + act, Map.of("reason", "mine now")).status()).as(act).isEqualTo(404);
        }
        assertThat(owner.post("/api/v1/tasks/" + foreign + "/retry", null).status()).isEqualTo(404);
        assertThat(owner.get("/api/v1/tasks?application=" + theirs.app().id()).json().path("items")).isEmpty();
        assertThat(owner.get("/api/v1/tasks/rows?id=" + foreign + "&id=" + own).json().path("items")).hasSize(1);
        assertThat(status(foreign)).isEqualTo("FAILED");

        assertThat(ok(owner.get("/api/v1/tasks/" + own)).path("actions").valueStream().map(JsonNode::asString))
                .contains("CONFIRM", "RETRY", "MODIFY", "CANCEL");
        ok(owner.post("/api/v1/tasks/" + own + "/cancel", Map.of("reason", "Not needed any more")));
        assertThat(status(own)).isEqualTo("CANCELLED");
    }

    @Test
    @DisplayName("A plan of an owner finds what is owned, whatever it asks for; another owner does not see the plan")
    void bulkRepair() {
        Traces mine = traces("Planned");
        Traces theirs = traces("Unplanned");
        Colleagues colleagues = new Colleagues(server);
        ApiClient owner = colleagues.owning(mine.app().id()).api();
        JsonNode plan = ok(owner.post("/api/v1/repairs", Map.of("action", "CANCEL", "filter", Map.of("view", List.of("attention")))));
        String path = "/api/v1/repairs/" + plan.path("id").asString();
        await(() -> assertThat(owner.get(path).field("status")).isEqualTo("PLANNED"));
        JsonNode planned = ok(owner.get(path));
        assertThat(texts(planned.at("/plan/causes"), "applicationName")).isNotEmpty().containsOnly(mine.app().name());

        JsonNode chosen = ok(owner.post("/api/v1/repairs", Map.of("action", "CANCEL", "taskIds", List.of(failedTask(theirs), failedTask(mine)))));
        String chosenPath = "/api/v1/repairs/" + chosen.path("id").asString();
        await(() -> assertThat(owner.get(chosenPath).field("status")).isEqualTo("PLANNED"));
        assertThat(ok(owner.get(chosenPath)).path("total").asInt()).isEqualTo(1);
        assertThat(texts(ok(owner.get(chosenPath)).at("/plan/leftOut"), "why")).containsExactly("UNKNOWN");

        ApiClient other = colleagues.owning(theirs.app().id()).api();
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.get("/api/v1/repairs").text()).doesNotContain(plan.path("id").asString());
        assertThat(api.get(path).status()).as("who sees all").isEqualTo(200);
    }

    /** The application with a task that went well, one that failed, a permission, an account, a plan and a batch. */
    private Traces traces(String stem) {
        App app = application(ONE_ATTEMPT);
        String person = TestServer.unique(stem + "-person");
        String permission = permission(app, TestServer.unique(stem + "-permission"));
        String permissionName = ok(api.get("/api/v1/permissions/" + permission)).path("name").asString();
        String account = account(app, person, permission);
        Made failed = failedUpdate(app, account);
        String user = user(person);
        String group = task(failed.task()).path("failureGroup").asString();
        String plan = ok(api.post("/api/v1/repairs", Map.of("action", "RETRY", "taskIds", List.of(failed.task())))).path("id").asString();
        String batch = ok(upload(app, "userName,account\n" + TestServer.unique("row") + "," + TestServer.unique("row") + "\n")).path("id").asString();
        await(() -> assertThat(api.get("/api/v1/failure-groups/" + group).status()).isEqualTo(200));
        return new Traces(app, person, List.of(app.name(), person, permissionName),
                List.of(app.id(), account, permission, failed.task(), group, plan, batch, user));
    }

    private static String failedTask(Traces traces) {
        return traces.ids().get(3);
    }

    /** Every path a GET goes to, with {id} for every variable and what some need to answer at all; the stream, which never ends, has its own story. */
    private List<String> paths() {
        Map<String, String> questions = Map.of(
                "/api/v1/imports/template", "?applicationId={id}",
                "/api/v1/tasks/export", "?format=csv",
                "/api/v1/tasks/rows", "?id={id}",
                "/api/v1/applications/{id}/structure/objects", "?objectType=ORGANIZATION");
        Stream<String> all = server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPathPatternsCondition().getPatternValues().stream())
                .map(path -> path.replaceAll("\\{[^}]*}", "{id}"))
                .filter(path -> path.startsWith("/api/") && !path.endsWith("/stream") && !path.contains("openapi"));
        List<String> paths = new ArrayList<>(all.map(path -> path + questions.getOrDefault(path, "")).distinct().sorted().toList());
        FILTERS.forEach(filter -> paths.add("/api/v1/tasks?" + filter + "={id}"));
        paths.addAll(List.of("/api/v1/tasks/facets?status=FAILED", "/api/v1/tasks/facets?application={id}", "/api/v1/tasks?q=person",
                "/api/v1/tasks/histogram?application={id}", "/api/v1/accounts?q=person", "/api/v1/accounts?applicationId={id}",
                "/api/v1/permissions?applicationId={id}", "/api/v1/bindings?permissionId={id}", "/api/v1/bindings?accountId={id}",
                "/api/v1/batches?applicationId={id}", "/api/v1/failure-groups?application={id}"));
        return paths;
    }
}
