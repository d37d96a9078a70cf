package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Section 2, source PERMISSION_CHANGE: with change tracking on, a user or the user's permissions are edited. */
class ChangeTrackingStoryTest extends LifecycleStory {

    private static final String SOURCE = "PERMISSION_CHANGE";

    @Test
    @DisplayName("An edit sends the mapped attributes that changed, and nothing else")
    void whatChanged() {
        App app = tracking("mail", "user.email", "cn", "user.displayName");
        String user = user("Ming Li");
        accountFor(app, user);
        editUser(user, Map.of("email", "ming.li@new.example.com"));
        JsonNode task = only(app, SOURCE, "SUCCEEDED");
        assertThat(task.path("action").asString()).isEqualTo("UPDATE");
        assertThat(task.path("cause").path("type").asString()).isEqualTo("USER_CHANGE");
        assertThat(task.path("cause").path("name").asString()).isEqualTo("Ming Li was edited");
        assertThat(told(app).attributes()).containsExactly(Map.entry("mail", "ming.li@new.example.com"));
    }

    @Test
    @DisplayName("An edit of what no mapping sees writes nothing")
    void unmapped() {
        App app = tracking("mail", "user.email");
        String user = user("Ming Li");
        accountFor(app, user);
        editUser(user, Map.of("phone", "+49 30 1234"));
        assertThat(log(app, SOURCE)).isEmpty();
    }

    @Test
    @DisplayName("An edit after which the mapping gives the same value as before writes nothing")
    void sameMappedValue() {
        App app = tracking("kind", "user.email.endsWith('example.com') ? 'internal' : 'external'");
        String user = user("Ming Li");
        accountFor(app, user);
        editUser(user, Map.of("email", "other@example.com"));
        assertThat(log(app, SOURCE)).isEmpty();
    }

    @Test
    @DisplayName("With change tracking off an edit writes nothing")
    void trackingOff() {
        App app = application(Map.of("mappings", mappings("mail", "user.email")));
        String user = user("Ming Li");
        accountFor(app, user);
        editUser(user, Map.of("email", "new@example.com"));
        assertThat(log(app, SOURCE)).isEmpty();
    }

    @Test
    @DisplayName("Without data synchronization an edit takes effect at once and the log shows nothing")
    void dataSynchronizationOff() {
        App app = application(Map.of("changeTracking", true, "dataSynchronization", false, "mappings",
                mappings("mail", "user.email", "nick", "user.attributes.nick")));
        String user = user("Ming Li");
        editUser(user, Map.of("attributes", Map.of("nick", "mi")));
        String account = accountFor(app, user);
        // The nickname can no longer be worked out; without a task nobody could be told, and the rest takes effect all the same.
        editUser(user, Map.of("email", "new@example.com", "attributes", Map.of()));
        JsonNode attributes = accountOf(account).path("attributes");
        assertThat(attributes.path("mail").asString()).isEqualTo("new@example.com");
        assertThat(attributes.path("nick").asString()).isEqualTo("mi");
        assertThat(log(app)).isEmpty();
    }

    @Test
    @DisplayName("A user who moves: the organization's mapped values follow, and the cause says where to")
    void moved() {
        App app = tracking("department", "organization.name", "cn", "user.displayName");
        String sales = organization("Sales");
        String user = user("Ming Li");
        editUser(user, Map.of("organizationId", organization("Support")));
        accountFor(app, user);
        editUser(user, Map.of("organizationId", sales));
        assertThat(only(app, SOURCE, "SUCCEEDED").path("cause").path("name").asString()).isEqualTo("Ming Li was moved to Sales");
        assertThat(told(app).attributes()).containsExactly(Map.entry("department", "Sales"));
    }

    @Test
    @DisplayName("An organization that is renamed: everybody in it is evaluated, others are not")
    void organizationRenamed() {
        App app = tracking("department", "organization.name");
        String sales = organization("Sales");
        String inside = user("Ming Li");
        String outside = user("Kim Park");
        editUser(inside, Map.of("organizationId", sales));
        accountFor(app, inside);
        accountFor(app, outside);
        editOrganization(sales, Map.of("name", "Field Sales"));
        JsonNode task = only(app, SOURCE, "SUCCEEDED");
        assertThat(task.path("cause").path("type").asString()).isEqualTo("ORGANIZATION_CHANGE");
        assertThat(task.path("cause").path("name").asString()).isEqualTo("The organization Sales was renamed to Field Sales");
        assertThat(task.path("userId").asString(task.path("user").path("id").asString(""))).isEqualTo(inside);
        assertThat(told(app).attributes()).containsExactly(Map.entry("department", "Field Sales"));
    }

    @Test
    @DisplayName("What an administrator set by hand on the account stays when something else changes")
    void manualOverride() {
        App app = tracking("mail", "user.email", "title", "'Engineer'");
        String user = user("Ming Li");
        String account = accountFor(app, user);
        awaitStatus(edit(account, "title", "Director").task(), "SUCCEEDED");
        editUser(user, Map.of("email", "new@example.com"));
        only(app, SOURCE, "SUCCEEDED");
        assertThat(accountOf(account).path("attributes").path("title").asString()).isEqualTo("Director");
    }

    @Test
    @DisplayName("The account is renamed when its name's expression gives another name, and mappings see the new name")
    void renamed() {
        App app = application(Map.of("changeTracking", true, "accountNameExpression", "user.attributes.login",
                "mappings", mappings("home", "'/home/' + account.name")));
        String user = user("Ming Li");
        String login = TestServer.unique("login");
        editUser(user, Map.of("attributes", Map.of("login", login)));
        String account = accountFor(app, user);
        editUser(user, Map.of("attributes", Map.of("login", login + "-new")));
        only(app, SOURCE, "SUCCEEDED");
        assertThat(accountOf(account).path("name").asString()).isEqualTo(login + "-new");
        assertThat(told(app).attributes()).containsExactly(Map.entry("home", "/home/" + login + "-new"));
    }

    @Test
    @DisplayName("A name that is taken in the application becomes a task that says so, not a silence")
    void nameTaken() {
        App app = application(Map.of("changeTracking", true, "accountNameExpression", "user.attributes.login",
                "mappings", mappings("mail", "user.email")));
        create(app, "taken");
        String user = user("Ming Li");
        editUser(user, Map.of("attributes", Map.of("login", TestServer.unique("login"))));
        accountFor(app, user);
        editUser(user, Map.of("email", "new@example.com", "attributes", Map.of("login", "taken")));
        JsonNode task = only(app, SOURCE, "FAILED");
        assertThat(task.path("failureKind").asString()).isEqualTo("INVALID");
        assertThat(task.path("failureMessage").asString()).contains("already has an account called taken");
        assertThat(task.path("parameters").path("attributes").path("mail").asString()).isEqualTo("new@example.com");
    }

    @Test
    @DisplayName("A mapping that fails after the edit opens the task as INVALID")
    void mappingFails() {
        App app = tracking("room", "user.attributes.room", "mail", "user.email");
        String user = user("Ming Li");
        editUser(user, Map.of("attributes", Map.of("room", "A 1")));
        accountFor(app, user);
        editUser(user, Map.of("attributes", Map.of()));
        JsonNode task = only(app, SOURCE, "FAILED");
        assertThat(task.path("failureKind").asString()).isEqualTo("INVALID");
        assertThat(task.path("failureMessage").asString()).contains("\"room\"");
        assertThat(app.target().actions()).containsExactly(Action.CREATE);
    }

    @Test
    @DisplayName("A mapping that failed before as it does after is no change")
    void mappingStillFails() {
        App app = application(Map.of("changeTracking", true, "mappings", mappings("mail", "user.email")));
        String user = user("Ming Li");
        accountFor(app, user);
        Answer read = api.get("/api/v1/applications/" + app.id());
        Map<String, Object> body = new LinkedHashMap<>();
        read.json().properties().forEach(field -> body.put(field.getKey(), field.getValue()));
        body.put("mappings", mappings("mail", "user.email", "room", "user.attributes.room"));
        ok(api.ifMatch(read.header("ETag")).put("/api/v1/applications/" + app.id(), body));
        editUser(user, Map.of("phone", "+49 30 1234"));
        assertThat(log(app, SOURCE)).isEmpty();
    }

    @Test
    @DisplayName("What an account import changes by itself is MANUAL, and not tracked a second time")
    void importIsManual() {
        App app = tracking("mail", "user.email");
        String user = user("Ming Li");
        accountFor(app, user);
        String name = userOf(user).path("userName").asString();
        String batch = ok(uploadUpdating(app, "userName,email\n" + name + ",imported@example.com\n")).path("id").asString();
        awaitBatch(batch, "READY");
        ok(api.post("/api/v1/batches/" + batch + "/run", Map.of()));
        awaitBatch(batch, "DONE");
        await(() -> assertThat(log(app)).hasSize(2));
        assertThat(log(app, SOURCE)).isEmpty();
    }

    @Test
    @DisplayName("Binding and unbinding on the user: the bindings that changed, and the history shows them")
    void permissions() {
        App app = tracking();
        String staff = permission(app, "staff");
        String admins = permission(app, "admins");
        String user = user("Ming Li");
        String account = accountFor(app, user, staff);
        JsonNode done = ok(api.post("/api/v1/users/" + user + "/permissions", Map.of(
                "bind", List.of(Map.of("permissionId", admins, "endsAt", "2099-01-01T00:00:00Z")), "unbind", List.of(staff))));
        JsonNode task = only(app, SOURCE, "SUCCEEDED");
        assertThat(texts(task.path("parameters").path("bind"), "name")).containsExactly("admins");
        assertThat(texts(task.path("parameters").path("unbind"), "name")).containsExactly("staff");
        assertThat(task.path("cause").path("name").asString()).isEqualTo("The permissions of Ming Li were edited");
        JsonNode held = accountOf(account).path("bindings");
        assertThat(held.valueStream().map(binding -> binding.path("permission").path("name").asString())).containsExactly("admins");
        assertThat(held.path(0).path("endsAt").asString()).isEqualTo("2099-01-01T00:00:00Z");
        JsonNode entry = history(user).getFirst();
        assertThat(entry.path("kind").asString()).isEqualTo("PERMISSIONS");
        assertThat(entry.path("id").asString()).isEqualTo(done.path("changeId").asString());
        assertThat(texts(entry.path("bound"), "permission")).containsExactly("admins");
        assertThat(texts(entry.path("tasks"), "id")).containsExactly(task.path("id").asString());
    }

    @Test
    @DisplayName("Holding it already is no change, and writes nothing")
    void heldAlready() {
        App app = tracking();
        String staff = permission(app, "staff");
        String user = user("Ming Li");
        accountFor(app, user, staff);
        ok(api.post("/api/v1/users/" + user + "/permissions", Map.of("bind", List.of(Map.of("permissionId", staff)))));
        assertThat(log(app, SOURCE)).isEmpty();
    }

    @Test
    @DisplayName("Permissions are refused on the user where tracking is off or there is no account, and then nothing is done at all")
    void permissionsRefused() {
        App app = tracking();
        App silent = application();
        App without = tracking();
        String user = user("Ming Li");
        accountFor(app, user);
        accountFor(silent, user);
        Answer off = bindAll(user, permission(app, "staff"), permission(silent, "staff"));
        assertThat(off.status()).isEqualTo(409);
        assertThat(off.field("detail")).contains("Change tracking is off", silent.name());
        Answer none = bindAll(user, permission(app, "admins"), permission(without, "staff"));
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.field("detail")).contains("no account", without.name());
        assertThat(log(app, SOURCE)).isEmpty();
        assertThat(history(user)).extracting(entry -> entry.path("kind").asString()).containsExactly("CREATED");
    }

    @Test
    @DisplayName("The history says who changed what and when, page by page, with the tasks it caused")
    void historyOfAUser() {
        App app = tracking("mail", "user.email");
        String manager = user("Ada Boss");
        String user = user("Ming Li");
        accountFor(app, user);
        editUser(user, Map.of("email", "new@example.com"));
        editUser(user, Map.of("managerId", manager));
        JsonNode first = ok(api.get("/api/v1/users/" + user + "/changes?limit=2"));
        JsonNode newest = first.path("items").path(0);
        assertThat(newest.path("differences").path(0).path("field").asString()).isEqualTo("manager");
        assertThat(newest.path("differences").path(0).path("after").asString()).isEqualTo("Ada Boss");
        assertThat(newest.path("tasks")).isEmpty();
        JsonNode edit = first.path("items").path(1);
        assertThat(texts(edit.path("differences"), "field")).containsExactly("email");
        assertThat(edit.path("differences").path(0).path("after").asString()).isEqualTo("new@example.com");
        assertThat(edit.path("actor").path("kind").asString()).isEqualTo("API_TOKEN");
        assertThat(texts(edit.path("tasks"), "id")).containsExactly(log(app, SOURCE).getFirst().path("id").asString());
        assertThat(texts(ok(api.get("/api/v1/tasks?cause=" + edit.path("id").asString())).path("items"), "id"))
                .isEqualTo(texts(edit.path("tasks"), "id"));
        JsonNode rest = ok(api.get("/api/v1/users/" + user + "/changes?limit=2&cursor=" + first.path("next").asString()));
        assertThat(texts(rest.path("items"), "kind")).containsExactly("CREATED");
        assertThat(rest.path("next").isNull()).isTrue();
    }

    private Answer bindAll(String user, String... permissions) {
        return api.post("/api/v1/users/" + user + "/permissions", Map.of(
                "bind", Arrays.stream(permissions).map(id -> Map.of("permissionId", id)).toList()));
    }

    private static Change told(App app) {
        return app.target().told().getLast();
    }
}
