package dev.syncline.scim;

import static dev.syncline.scim.ScimUsersTest.ok;
import static dev.syncline.scim.ScimUsersTest.operations;
import static dev.syncline.scim.ScimUsersTest.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several clients, or one impatient one, at the same time. */
class ScimAtOnceTest {

    private static final int CLIENTS = 6;

    private final ApiClient api = TestServer.shared().api();

    @Test
    void ofSeveralWhoWantANameOneGetsItAndTheOthersAreTold() throws Exception {
        String name = TestServer.unique("wanted");
        List<Answer> answers = atOnce(number -> () -> api.post("/scim/v2/Users", user(name, Map.of("externalId", "e" + number + name))));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
    }

    @Test
    void ofSeveralBulkRequestsForTheSamePeopleEachPersonIsMadeOnce() throws Exception {
        String mark = TestServer.unique("same");
        List<Answer> answers = atOnce(_ -> () -> api.post("/scim/v2/Bulk", Map.of("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"),
                "Operations", IntStream.range(0, 50).mapToObj(number ->
                        ScimProtocolTest.operation("POST", "/Users", "b" + number, user(mark + "-" + number))).toList())));
        List<String> statuses = answers.stream().flatMap(answer -> ok(answer).path("Operations").valueStream())
                .map(operation -> operation.path("status").asString()).toList();
        assertThat(statuses).hasSize(50 * CLIENTS).containsOnly("201", "409");
        assertThat(statuses.stream().filter("201"::equals)).hasSize(50);
        assertThat(ok(api.get("/scim/v2/Users?count=0&filter=" + ScimUsersTest.encoded("userName sw \"" + mark + "-\""))).path("totalResults").asInt()).isEqualTo(50);
    }

    @Test
    void noPatchIsLostWhenManyComeAtOnce() throws Exception {
        String path = "/scim/v2/Users/" + ok(api.post("/scim/v2/Users", user(TestServer.unique("busy")))).path("id").asString();
        List<String> names = List.of("nickName", "title", "userType", "locale", "timezone", "preferredLanguage");
        List<Answer> answers = atOnce(number -> () -> api.patch(path, operations("{\"op\":\"replace\",\"path\":\"" + names.get(number) + "\",\"value\":\"v" + number + "\"}")));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        JsonNode read = ok(api.get(path));
        for (int number = 0; number < CLIENTS; number++) {
            assertThat(read.path(names.get(number)).asString()).isEqualTo("v" + number);
        }
    }

    @Test
    void noMemberIsLostWhenManyComeAtOnce() throws Exception {
        List<String> members = IntStream.range(0, CLIENTS).mapToObj(_ -> ok(api.post("/scim/v2/Users", user(TestServer.unique("joins")))).path("id").asString()).toList();
        String path = "/scim/v2/Groups/" + ok(api.post("/scim/v2/Groups", Map.of("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:Group"),
                "displayName", TestServer.unique("Busy")))).path("id").asString();
        List<Answer> answers = atOnce(number -> () -> api.patch(path, operations("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + members.get(number) + "\"}]}")));
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(ok(api.get(path)).path("members").valueStream().map(member -> member.path("value").asString())).containsExactlyInAnyOrderElementsOf(members);
    }

    private interface Client {
        Callable<Answer> numbered(int number);
    }

    private static List<Answer> atOnce(Client client) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                running.add(threads.submit(client.numbered(number)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
