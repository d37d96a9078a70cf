package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.fixtures.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** PERMISSION_EXPIRY: a binding reaches its end date, or the account itself does. */
class PermissionExpiryStoryTest extends PortalStory {

    private Visitor manager;
    private Visitor ming;
    private App app;
    private String staff;

    @BeforeEach
    void somebodyWhoCanAsk() {
        manager = visitor("Ada Park");
        ming = visitor("Ming Li", manager);
        app = application();
        staff = permission(app, "staff");
        offer(app, staff);
    }

    /** What Ming has until an end: asked for, approved and done. */
    private void given(Map<String, Object> until, String... permissions) {
        List<Map<String, Object>> items = List.of(permissions).stream().map(PortalStory::permission).toList();
        String request = ok(ask(ming, until, items)).path("requests").path(0).path("id").asString();
        ok(approve(manager, request));
        awaitState(request, "DONE");
    }

    private List<JsonNode> awaitExpiry(int tasks) {
        await(() -> assertThat(log(app, "PERMISSION_EXPIRY")).hasSize(tasks));
        return log(app, "PERMISSION_EXPIRY");
    }

    /** Longer than the schedule needs to look once. */
    private void untilItHasLooked() {
        String witness = accountOf(app, visitor("Witness"));
        String passing = permission(app, "passing-" + witness);
        ok(api.post("/api/v1/accounts/" + witness + "/bindings", Map.of("bind", List.of(
                Map.of("permissionId", passing, "endsAt", server.clock().instant().toString())))));
        await(() -> assertThat(log(app, "PERMISSION_EXPIRY").stream()
                .anyMatch(task -> task.path("object").path("id").asString().equals(witness))).isTrue());
    }

    private List<JsonNode> expiryOf(String account) {
        return log(app, "PERMISSION_EXPIRY").stream().filter(task -> task.path("object").path("id").asString().equals(account)).toList();
    }

    @Test
    void aBindingThatReachesItsEndIsUnboundByItself() {
        String account = accountOf(app, ming);
        given(Map.of("durationDays", 30), staff);
        advance(Duration.ofDays(30));
        JsonNode task = awaitStatus(awaitExpiry(1).getFirst().path("id").asString(), "SUCCEEDED");
        assertThat(task.path("action").asString()).isEqualTo("UPDATE");
        assertThat(task.path("initiator").path("kind").asString()).isEqualTo("SYSTEM");
        assertThat(task.path("cause").path("type").asString()).isEqualTo("EXPIRY");
        assertThat(app.target().told().getLast().unbind()).hasSize(1);
        assertThat(accountOf(account).path("bindings").isEmpty()).isTrue();
        assertThat(accountOf(account).path("status").asString()).as("the account was there before, without an end").isEqualTo("ACTIVE");

        JsonNode ended = ok(api.get("/api/v1/expiries/" + task.path("cause").path("id").asString()));
        JsonNode item = ended.path("items").valueStream().filter(one -> one.path("accountId").asString().equals(account)).findFirst().orElseThrow();
        assertThat(item.path("taskId").asString()).as("and back").isEqualTo(task.path("id").asString());
        assertThat(item.path("requestIds").size()).as("who had asked for it").isEqualTo(1);
    }

    @Test
    void anAccountThatReachesItsEndIsDisabled() {
        given(Map.of("durationDays", 10), staff);
        String account = accounts(app, ming).getFirst().path("id").asString();
        advance(Duration.ofDays(10));
        awaitExpiry(2).forEach(task -> awaitStatus(task.path("id").asString(), "SUCCEEDED"));
        assertThat(app.target().actions()).containsExactly(Action.CREATE, Action.DISABLE, Action.UPDATE);
        assertThat(accountOf(account).path("status").asString()).isEqualTo("DISABLED");
        assertThat(accountOf(account).path("bindings").isEmpty()).isTrue();
    }

    @Test
    void orDeletedWhereTheApplicationSaysSo() {
        access(app, Map.of("accountEnd", "DELETE"));
        given(Map.of("durationDays", 10), staff);
        String account = accounts(app, ming).getFirst().path("id").asString();
        advance(Duration.ofDays(10));
        JsonNode task = awaitStatus(awaitExpiry(1).getFirst().path("id").asString(), "SUCCEEDED");
        assertThat(task.path("action").asString()).isEqualTo("DELETE");
        assertThat(isGone(account)).isTrue();
    }

    @Test
    void prolongingBeforeTheEndPreventsIt() {
        String account = accountOf(app, ming);
        given(Map.of("durationDays", 20), staff);
        advance(Duration.ofDays(15));
        Visitor here = again(ming);
        String request = askedWith(here, Map.of("kind", "PROLONG", "durationDays", 30),
                Map.of("accountId", account, "permissionId", staff));
        assertThat(ask(here, Map.of("kind", "PROLONG", "durationDays", 30),
                List.of(Map.of("accountId", account, "permissionId", staff))).field("detail")).contains("waiting for its approval already");
        ok(approve(again(manager), request));
        assertThat(log(app, "ACCESS_REQUEST")).as("nothing to send for it").hasSize(1);
        advance(Duration.ofDays(6));
        untilItHasLooked();
        assertThat(expiryOf(account)).as("past the first end").isEmpty();
        assertThat(accountOf(account).path("bindings").path(0).path("status").asString()).isEqualTo("HELD");
        advance(Duration.ofDays(29));
        await(() -> assertThat(expiryOf(account)).as("at the later end").hasSize(1));
    }

    @Test
    void prolongingThatIsNotApprovedInTimePreventsNothing() {
        String account = accountOf(app, ming);
        given(Map.of("durationDays", 20), staff);
        advance(Duration.ofDays(19));
        String request = askedWith(again(ming), Map.of("kind", "PROLONG", "durationDays", 30),
                Map.of("accountId", account, "permissionId", staff));
        advance(Duration.ofDays(1));
        awaitExpiry(1);
        Answer late = approve(again(manager), request);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.field("detail")).contains("has ended or was taken away meanwhile");
    }

    @Test
    void whatAnotherReasonJustifiesStaysAndGetsTheLaterEnd() {
        given(Map.of("durationDays", 10), staff);
        String account = accounts(app, ming).getFirst().path("id").asString();
        String longer = permission(app, "longer");
        offer(app, staff, longer);
        ming = again(ming);
        given(Map.of("durationDays", 40), longer);
        Instant later = Instant.parse(accountOf(account).path("bindings").valueStream()
                .filter(binding -> binding.path("permission").path("name").asString().equals("longer"))
                .findFirst().orElseThrow().path("endsAt").asString());
        advance(Duration.ofDays(10));
        JsonNode task = awaitStatus(awaitExpiry(1).getFirst().path("id").asString(), "SUCCEEDED");
        assertThat(task.path("action").asString()).as("the account is still needed").isEqualTo("UPDATE");
        JsonNode mine = ok(again(ming).portal().get("/api/v1/portal/access")).path("accounts").path(0);
        assertThat(texts(mine.path("permissions"), "name")).containsExactly("longer");
        assertThat(mine.path("endsAt").asString()).isEqualTo(later.toString());
    }

    @Test
    void whatEndsWithDataSynchronizationOffEndsWithoutATask() {
        App off = application(Map.of("dataSynchronization", false));
        String members = permission(off, "members");
        offer(off, members);
        ok(approve(manager, askedWith(ming, Map.of("durationDays", 5), permission(members))));
        String account = accounts(off, ming).getFirst().path("id").asString();
        advance(Duration.ofDays(5));
        await(() -> assertThat(accountOf(account).path("status").asString()).isEqualTo("DISABLED"));
        assertThat(accountOf(account).path("bindings").isEmpty()).isTrue();
        assertThat(log(off)).isEmpty();
    }

    @Test
    void whatHasNoEndDoesNotEnd() {
        given(Map.of(), staff);
        String account = accounts(app, ming).getFirst().path("id").asString();
        advance(Duration.ofDays(400));
        untilItHasLooked();
        assertThat(expiryOf(account)).isEmpty();
    }

    @Test
    void usersAreRemindedSevenDaysAndOneDayBefore() {
        String account = accountOf(app, ming);
        given(Map.of("durationDays", 30), staff);
        advance(Duration.ofDays(22));
        assertThat(reminders(again(ming))).isEmpty();
        advance(Duration.ofDays(1));
        await(() -> assertThat(reminders(again(ming))).hasSize(1));
        JsonNode reminder = reminders(again(ming)).getFirst();
        assertThat(reminder.path("permissionName").asString()).isEqualTo("staff");
        assertThat(reminder.path("accountId").asString()).isEqualTo(account);
        assertThat(ok(api.get("/api/v1/reminders?limit=200")).path("items").valueStream()
                .filter(one -> one.path("accountId").asString().equals(account)).toList()).hasSize(1);
        advance(Duration.ofDays(6));
        await(() -> assertThat(kept(account)).containsExactly(7, 1));

        String request = askedWith(again(ming), Map.of("kind", "PROLONG", "durationDays", 60), Map.of("accountId", account, "permissionId", staff));
        ok(approve(again(manager), request));
        assertThat(reminders(again(ming))).as("it ends later now").isEmpty();
    }

    private List<JsonNode> reminders(Visitor visitor) {
        return ok(visitor.portal().get("/api/v1/portal/reminders")).path("items").valueStream().toList();
    }

    private List<Integer> kept(String account) {
        return server.database().jdbc().sql("select days_before from reminder where account_id = ?::uuid order by days_before desc")
                .param(account).query(Integer.class).list();
    }

    @Test
    void theDaysOfReminderCanBeChanged() {
        Answer rule = api.get("/api/v1/reminder-rule");
        assertThat(ok(rule).path("daysBefore").toString()).isEqualTo("[7,1]");
        assertThat(api.ifMatch(rule.header("ETag")).put("/api/v1/reminder-rule", Map.of("daysBefore", List.of(0))).status()).isEqualTo(400);
        Answer changed = api.ifMatch(rule.header("ETag")).put("/api/v1/reminder-rule", Map.of("daysBefore", List.of(1, 14)));
        assertThat(ok(changed).path("daysBefore").toString()).isEqualTo("[14,1]");
        assertThat(api.ifMatch(rule.header("ETag")).put("/api/v1/reminder-rule", Map.of("daysBefore", List.of(7, 1))).status()).isEqualTo(412);
        ok(api.ifMatch(changed.header("ETag")).put("/api/v1/reminder-rule", Map.of("daysBefore", List.of(7, 1))));
    }
}
