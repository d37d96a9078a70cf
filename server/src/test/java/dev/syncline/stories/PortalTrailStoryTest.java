package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a task to the request and its approval, and nothing of it for users of the portal. */
class PortalTrailStoryTest extends PortalStory {

    @Test
    void aRequestAndWhoApprovedIt() {
        Visitor manager = visitor("Ada Park");
        Visitor ming = visitor("Ming Li", manager);
        App app = application();
        offer(app);
        String request = asked(ming, account(app));
        ok(approve(manager, request));
        String task = log(app).getFirst().path("id").asString();
        List<JsonNode> trail = ok(api.get("/api/v1/tasks/" + task + "/trail")).valueStream().toList();
        assertThat(trail).extracting(step -> step.path("kind").asString()).containsExactly("REQUEST", "APPROVAL");
        assertThat(trail).extracting(step -> step.path("id").asString()).containsOnly(request);
        assertThat(trail).extracting(step -> step.path("actor").asString()).containsExactly("Ming Li", "Ada Park");
        assertThat(trail).extracting(step -> step.path("note").asString()).containsExactly("For the new project", "Fine with me");
        assertThat(manager.portal().get("/api/v1/tasks/" + task + "/trail").status()).isEqualTo(403);
    }
}
