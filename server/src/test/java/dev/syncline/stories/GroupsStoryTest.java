package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Groups of users: kept by an administrator, seen by expressions, and a change of whoever comes and goes. */
class GroupsStoryTest extends Story {

    @Test
    void aMembershipIsSeenByExpressionsAndOnTheUser() {
        String name = TestServer.unique("Sales");
        String user = user("Ming Li");
        String group = group(name);
        assertThat(added(group, user)).isEqualTo(1);
        assertThat(groupsOf(user)).containsExactly(name);
        App app = application(Map.of());
        JsonNode preview = ok(api.post("/api/v1/applications/" + app.id() + "/mappings/preview", Map.of("userId", user, "mappings",
                List.of(Map.of("objectType", "ACCOUNT", "target", "team", "expression", "\"" + name + "\" in user.groups ? \"sales\" : \"none\"")))));
        assertThat(preview.path("attributes").path("team").asString()).isEqualTo("sales");
    }

    @Test
    void comingAndGoingIsAChangeOfTheUserKeptWithTheGroupsBeforeAndAfter() {
        String name = TestServer.unique("Kept");
        String user = user("Ada");
        String group = group(name);
        added(group, user);
        assertThat(added(group, user)).as("a second time changes nothing").isZero();
        ok(api.post("/api/v1/groups/" + group + "/members", Map.of("remove", List.of(user))));
        assertThat(kept(user)).containsExactly("- > []", "[] > [\"" + name + "\"]", "[\"" + name + "\"] > []");
    }

    @Test
    void aNewNameIsAChangeOfEveryMember() {
        String name = TestServer.unique("Before");
        String user = user("Kim");
        String group = group(name);
        added(group, user);
        String path = "/api/v1/groups/" + group;
        ok(api.ifMatch(api.get(path).header("ETag")).put(path, Map.of("name", name + " renamed")));
        assertThat(groupsOf(user)).containsExactly(name + " renamed");
        assertThat(kept(user).getLast()).isEqualTo("[\"" + name + "\"] > [\"" + name + " renamed\"]");
        ok(api.ifMatch(api.get(path).header("ETag")).put(path, Map.of("name", name + " renamed", "description", "All of them")));
        assertThat(kept(user)).as("a new description is not").hasSize(3);
    }

    @Test
    void membersLeaveAGroupThatIsDeleted() {
        String user = user("Lee");
        String group = group(TestServer.unique("Gone"));
        added(group, user);
        String path = "/api/v1/groups/" + group;
        assertThat(api.ifMatch("\"7\"").delete(path).status()).isEqualTo(412);
        assertThat(api.ifMatch(api.get(path).header("ETag")).delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(groupsOf(user)).isEmpty();
    }

    @Test
    void aDeletedUserIsNoMemberAnyMore() {
        String user = user("Bo");
        String group = group(TestServer.unique("Left"));
        added(group, user);
        String path = "/api/v1/users/" + user;
        api.ifMatch(api.get(path).header("ETag")).delete(path);
        assertThat(ok(api.get("/api/v1/groups/" + group)).path("members").asInt()).isZero();
        assertThat(ok(api.get("/api/v1/groups/" + group + "/members")).path("items")).isEmpty();
        assertThat(api.post("/api/v1/groups/" + group + "/members", Map.of("add", List.of(user))).status()).isEqualTo(400);
    }

    @Test
    void membersComeInSetsAndArePaged() {
        List<String> users = IntStream.range(0, 25).mapToObj(_ -> user("Many")).toList();
        String group = group(TestServer.unique("Many"));
        assertThat(added(group, users.toArray(String[]::new))).isEqualTo(25);
        JsonNode first = ok(api.get("/api/v1/groups/" + group + "/members?limit=10"));
        assertThat(first.path("items")).hasSize(10);
        JsonNode second = ok(api.get("/api/v1/groups/" + group + "/members?limit=20&cursor=" + first.path("next").asString()));
        assertThat(second.path("items")).hasSize(15);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void whatCannotBeIsRefusedWithASentence() {
        String name = TestServer.unique("Taken");
        group(name);
        assertRefused(api.post("/api/v1/groups", Map.of("name", name.toUpperCase(java.util.Locale.ROOT))), 409, "already a group");
        assertRefused(api.post("/api/v1/groups", Map.of("name", " ")), 400, "Give the group a name");
        assertRefused(api.post("/api/v1/groups/" + group(TestServer.unique("G")) + "/members",
                Map.of("add", List.of("00000000-0000-7000-8000-000000000000"))), 400, "There is no user with the id");
        assertThat(server.anonymous().get("/api/v1/groups").status()).isEqualTo(401);
    }

    private static void assertRefused(Answer answer, int status, String words) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().path("detail").asString()).contains(words);
    }

    private String group(String name) {
        return ok(api.post("/api/v1/groups", Map.of("name", name))).path("id").asString();
    }

    private int added(String group, String... users) {
        return ok(api.post("/api/v1/groups/" + group + "/members", Map.of("add", List.of(users)))).path("added").asInt();
    }

    private List<String> groupsOf(String user) {
        return ok(api.get("/api/v1/users/" + user)).path("groups").valueStream().map(JsonNode::asString).toList();
    }

    private List<String> kept(String user) {
        return server.bean(JdbcClient.class).sql("""
                select coalesce(before ->> 'groups', '-') || ' > ' || (after ->> 'groups')
                from user_change where user_id = cast(:user as uuid) order by id""").param("user", user).query(String.class).list();
    }
}
