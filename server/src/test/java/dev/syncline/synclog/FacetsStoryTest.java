package dev.syncline.synclog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** "Facets with counts", each without its own filter, capped and said to be estimates. */
class FacetsStoryTest {

    private final TestServer server = TestServer.shared();
    private final ApiClient api = server.api();

    @Test
    void eachFacetIsCountedWithoutItsOwnFilter() {
        String name = TestServer.unique("Payroll");
        UUID application = TaskSeed.application(server, name);
        UUID batch = UUID.randomUUID();
        new TaskSeed(server).in(application, name).batch(batch).insert();
        new TaskSeed(server).in(application, name).batch(batch).insert();
        new TaskSeed(server).in(application, name).batch(batch).action(Action.DELETE).failed(FailureKind.REFUSED, "no").insert();
        new TaskSeed(server).in(application, name).batch(batch).action(Action.DELETE).failed(FailureKind.NO_CALLBACK, "no").insert();

        JsonNode all = api.get("/api/v1/tasks/facets?batch=" + batch).json();
        assertThat(all.path("total").asInt()).isEqualTo(4);
        assertThat(all.path("totalIsEstimate").asBoolean()).isFalse();
        assertThat(counts(all, "status")).isEqualTo(Map.of("SUCCEEDED", 2, "FAILED", 2));
        assertThat(counts(all, "application")).isEqualTo(Map.of(application.toString(), 4));
        assertThat(all.path("facets").path("application").get(0).path("label").asString()).isEqualTo(name);
        assertThat(counts(all, "objectType")).isEqualTo(Map.of("ACCOUNT", 4));
        assertThat(counts(all, "source")).isEqualTo(Map.of("MANUAL", 4));
        assertThat(counts(all, "initiator")).isEqualTo(Map.of("Ada Admin", 4));

        JsonNode failed = api.get("/api/v1/tasks/facets?status=FAILED&failureKind=REFUSED&batch=" + batch).json();
        assertThat(failed.path("total").asInt()).isEqualTo(1);
        assertThat(counts(failed, "status")).as("the kind still counts").isEqualTo(Map.of("FAILED", 1));
        assertThat(counts(failed, "failureKind")).isEqualTo(Map.of("REFUSED", 1, "NO_CALLBACK", 1));
        assertThat(counts(failed, "action")).isEqualTo(Map.of("DELETE", 1));

        JsonNode none = api.get("/api/v1/tasks/facets?status=RUNNING&batch=" + batch).json();
        assertThat(none.path("total").asInt()).isZero();
        assertThat(counts(none, "status")).isEqualTo(Map.of("SUCCEEDED", 2, "FAILED", 2));
        assertThat(counts(none, "action")).isEmpty();
    }

    @Test
    void beyondTheCapTheRareStaysExact() {
        String name = TestServer.unique("Payroll");
        UUID application = TaskSeed.application(server, name);
        UUID batch = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            new TaskSeed(server).in(application, name).batch(batch).opened(server.clock().instant().minusSeconds(7200))
                    .failed(FailureKind.REFUSED, "no").insert();
        }
        UUID one = new TaskSeed(server).in(application, name).batch(batch).status(Status.SUCCEEDED).insert();
        copies(one, 10_050);

        JsonNode all = api.get("/api/v1/tasks/facets?batch=" + batch).json();
        assertThat(all.path("total").asInt()).isEqualTo(FacetRepository.MOST);
        assertThat(all.path("totalIsEstimate").asBoolean()).isTrue();
        assertThat(counts(all, "status")).isEqualTo(Map.of("SUCCEEDED", FacetRepository.MOST, "FAILED", 3));
        assertThat(counts(all, "failureKind")).isEqualTo(Map.of("REFUSED", 3));
        assertThat(counts(all, "application")).isEqualTo(Map.of(application.toString(), FacetRepository.MOST));
    }

    @Test
    void countingGivesEveryConnectionBack() {
        UUID batch = UUID.randomUUID();
        copies(new TaskSeed(server).batch(batch).insert(), 10_050);
        for (int i = 0; i < 20; i++) {
            assertThat(api.get("/api/v1/tasks/facets?batch=" + batch).status()).isEqualTo(200);
        }
    }

    private void copies(UUID task, int count) {
        server.database().jdbc().sql("""
                insert into task (id, line_id, turn, application_id, application_name, object_type, object_id, object_name, action, source,
                    takes_away, priority, initiator_kind, initiator_name, batch_id, parameters, status, opened_at, settled_at)
                select (left(t.id::text, 24) || lpad(to_hex(n), 12, '0'))::uuid, gen_random_uuid(), 1, t.application_id, t.application_name,
                    t.object_type, t.object_id, t.object_name, t.action, t.source, t.takes_away, t.priority, t.initiator_kind,
                    t.initiator_name, t.batch_id, t.parameters, t.status, t.opened_at, t.settled_at
                from task t cross join generate_series(1, :count) n where t.id = :task
                """).param("count", count).param("task", task).update();
    }

    private static Map<String, Integer> counts(JsonNode answer, String facet) {
        Map<String, Integer> counts = new TreeMap<>();
        answer.path("facets").path(facet).forEach(value -> counts.put(value.path("value").asString(), value.path("count").asInt()));
        return counts;
    }
}
