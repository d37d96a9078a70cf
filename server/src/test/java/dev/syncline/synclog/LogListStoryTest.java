package dev.syncline.synclog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TaskSeed;
import dev.syncline.fixtures.TestServer;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Source;
import dev.syncline.task.Status;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** "The log: filters by application, object type, action, status, ..., and free text." */
class LogListStoryTest {

    private final TestServer server = TestServer.shared();
    private final ApiClient api = server.api();
    private final Instant start = server.clock().instant().minusSeconds(3600);
    private String applicationName;
    private UUID application;

    @BeforeEach
    void anApplicationOfItsOwn() {
        applicationName = TestServer.unique("Payroll");
        application = TaskSeed.application(server, applicationName);
    }

    @Test
    void aRowSaysWhoWhatWhereAndHowItStands() {
        UUID id = task(0).failed(FailureKind.NO_CALLBACK, "No answer by the deadline.").attempts(2).insert();

        JsonNode row = list("").get(0);

        assertThat(row.path("id").asString()).isEqualTo(id.toString());
        assertThat(row.path("application").path("name").asString()).isEqualTo(applicationName);
        assertThat(row.path("object").path("name").asString()).isEqualTo("ming.li");
        assertThat(row.path("user").path("name").asString()).isEqualTo("Ming Li");
        assertThat(row.path("status").asString()).isEqualTo("FAILED");
        assertThat(row.path("statusLabel").asString()).isEqualTo("No callback");
        assertThat(row.path("failureKind").asString()).isEqualTo("NO_CALLBACK");
        assertThat(row.path("failureMessage").asString()).isEqualTo("No answer by the deadline.");
        assertThat(row.path("attempts").asInt()).isEqualTo(2);
        assertThat(row.path("maxAttempts").asInt()).isEqualTo(8);
        assertThat(row.path("initiator").path("name").asString()).isEqualTo("Ada Admin");
        assertThat(Instant.parse(row.path("openedAt").asString())).isEqualTo(start);
        assertThat(row.path("settledAt").isNull()).isTrue();
        assertThat(texts(row.path("actions"))).containsExactly("VIEW", "CONFIRM", "RETRY", "MODIFY", "CANCEL");
    }

    @Test
    void rowsCanBeAskedForByTheirIdsAndWhichOfThemAFilterShows() {
        UUID good = task(0).insert();
        UUID failed = task(1).failed(FailureKind.REFUSED, "No.").insert();
        JsonNode found = api.get("/api/v1/tasks/rows?view=attention&id=" + failed + "&id=" + UUID.randomUUID() + "&id=" + good).json();
        assertThat(found.path("items").valueStream().map(row -> row.path("id").asString())).containsExactly(good.toString(), failed.toString());
        assertThat(texts(found.path("matching"))).containsExactly(failed.toString());
        String tooMany = "id=" + UUID.randomUUID() + ("," + UUID.randomUUID()).repeat(100);
        assertThat(api.get("/api/v1/tasks/rows?" + tooMany).status()).isEqualTo(400);
    }

    @Test
    void aTaskReadsOnAfterItsApplicationIsGone() {
        UUID gone = UUID.randomUUID();
        UUID id = new TaskSeed(server).in(gone, "Gone").insert();
        JsonNode row = api.get("/api/v1/tasks?application=" + gone).json().path("items").get(0);
        assertThat(row.path("id").asString()).isEqualTo(id.toString());
        assertThat(row.path("application").path("name").asString()).isEqualTo("Gone");
        assertThat(row.path("maxAttempts").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"status=FAILED,1", "status=FAILED&status=QUEUED,2", "'status=FAILED,QUEUED',2", "status=failed,1", "action=DELETE,1",
        "action=DELETE&status=QUEUED,0", "objectType=GROUP,1", "source=COMPLIANCE_REVIEW,1", "failureKind=REFUSED,1",
        "failureKind=UNAVAILABLE,0", "initiator=Olga Operator,1", "initiator=Nobody,0", "view=attention,1"})
    void eachFilterFindsWhatItNames(String filter, int found) {
        task(0).insert();
        task(1).failed(FailureKind.REFUSED, "no").insert();
        task(2).status(Status.QUEUED).action(Action.ENABLE).insert();
        task(3).action(Action.DELETE).insert();
        task(4).object(ObjectType.GROUP, "staff").insert();
        task(5).source(Source.COMPLIANCE_REVIEW).insert();
        task(6).initiator(UUID.randomUUID(), "Olga Operator").insert();
        assertThat(list("&" + filter.replace(" ", "%20"))).hasSize(found);
    }

    @Test
    void filtersByAccountUserBatchAndInitiatorsId() {
        UUID account = UUID.randomUUID();
        UUID user = UUID.randomUUID();
        UUID batch = UUID.randomUUID();
        UUID initiator = UUID.randomUUID();
        UUID byAccount = task(0).line(account, 1).insert();
        UUID byUser = task(1).user(user, "Wei Chen").insert();
        UUID byBatch = task(2).batch(batch).insert();
        UUID byInitiator = task(3).initiator(initiator, "Ada").insert();
        assertThat(ids(list("&account=" + account))).containsExactly(byAccount);
        assertThat(ids(list("&user=" + user))).containsExactly(byUser);
        assertThat(ids(list("&batch=" + batch))).containsExactly(byBatch);
        assertThat(ids(list("&initiator=" + initiator))).containsExactly(byInitiator);
        assertThat(ids(list("&account=" + account + "&account=" + UUID.randomUUID()))).containsExactly(byAccount);
    }

    @Test
    void aPeriodTakesItsBeginningAndLeavesItsEnd() {
        task(0).insert();
        UUID second = task(10).insert();
        task(20).insert();
        assertThat(ids(list("&from=" + start.plusSeconds(10) + "&to=" + start.plusSeconds(20)))).containsExactly(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void pagesMeetWithoutGapOrDouble(String order) {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            all.add(task(i).insert());
        }
        List<UUID> walked = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get(tasks("&limit=5&order=" + order + cursor)).json();
            walked.addAll(ids(page.path("items")));
            cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        if (order.equals("newest")) {
            Collections.reverse(all);
        }
        assertThat(walked).containsExactlyElementsOf(all);
    }

    @Test
    void whatNeedsAttentionComesOldestFirst() {
        UUID first = task(0).failed(FailureKind.REFUSED, "no").insert();
        task(1).insert();
        UUID second = task(2).failed(FailureKind.UNCLEAR, "who knows").insert();
        assertThat(ids(list("&view=attention"))).containsExactly(first, second);
        assertThat(ids(list("&view=attention&order=newest"))).containsExactly(second, first);
    }

    @Test
    void freeTextFindsObjectUserRemoteIdAndErrorInAnyPartAndCase() {
        UUID byObject = task(0).object("zhang.wei").user(null, null).insert();
        UUID byUser = task(1).object("x1").user(UUID.randomUUID(), "Søren Ångström").insert();
        UUID byRemoteId = task(2).object("x2").user(null, null).remoteId("OU-4711-Abc").insert();
        UUID byError = task(3).object("x3").user(null, null).failed(FailureKind.REFUSED, "Attribute telephoneNumber: Syntax 100% wrong_").insert();
        assertThat(found("HANG.W")).containsExactly(byObject);
        assertThat(found("ångström")).containsExactly(byUser);
        assertThat(found("4711-aBC")).containsExactly(byRemoteId);
        assertThat(found("TELEPHONEnumber")).containsExactly(byError);
        assertThat(found("syntax telephone")).as("words in any order").containsExactly(byError);
        assertThat(found("100%")).as("wildcards are letters").containsExactly(byError);
        assertThat(found("wrong_")).containsExactly(byError);
        assertThat(found("rong__")).isEmpty();
        assertThat(found("syntax nowhere")).isEmpty();
    }

    @Test
    void oneOrTwoLettersFindTheBeginningOfAWord() {
        UUID byObject = task(0).object("qzebra").user(null, null).insert();
        UUID byUser = task(1).object("x1").user(UUID.randomUUID(), "Anna Qzuse").insert();
        task(2).object("aqz").user(null, null).insert();
        assertThat(found("Qz")).containsExactlyInAnyOrder(byObject, byUser);
        assertThat(found("q")).containsExactlyInAnyOrder(byObject, byUser);
    }

    @Test
    void aSearchPagesAndFiltersLikeAnythingElse() {
        for (int i = 0; i < 5; i++) {
            task(i).object("pager" + i).failed(FailureKind.REFUSED, "pager said no").insert();
        }
        JsonNode page = api.get(tasks("&q=pager&limit=3&status=FAILED")).json();
        assertThat(page.path("items")).hasSize(3);
        JsonNode rest = api.get(tasks("&q=pager&limit=3&status=FAILED&cursor=" + page.path("next").asString())).json();
        assertThat(rest.path("items")).hasSize(2);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(list("&q=pager&status=QUEUED")).isEmpty();
    }

    @Test
    void saysWhichTaskHoldsWhich() {
        UUID line = UUID.randomUUID();
        UUID failed = task(0).line(line, 1).action(Action.UPDATE).failed(FailureKind.REFUSED, "no").insert();
        UUID queued = task(1).line(line, 2).action(Action.UPDATE).status(Status.QUEUED).attempts(0).insert();
        UUID deletion = task(2).line(UUID.randomUUID(), 2).action(Action.DELETE).status(Status.QUEUED).attempts(0).insert();
        List<JsonNode> rows = rows(list(""));
        JsonNode held = rows.stream().filter(row -> row.path("id").asString().equals(queued.toString())).findFirst().orElseThrow();
        assertThat(held.path("blockedBy").path("id").asString()).isEqualTo(failed.toString());
        assertThat(held.path("blockedBy").path("status").asString()).isEqualTo("FAILED");
        assertThat(held.path("blockedBy").path("action").asString()).isEqualTo("UPDATE");
        JsonNode free = rows.stream().filter(row -> row.path("id").asString().equals(deletion.toString())).findFirst().orElseThrow();
        assertThat(free.path("blockedBy").isNull()).isTrue();
    }

    @Test
    void aTaskThatWasTriedBeforeIsRetrying() {
        task(0).status(Status.QUEUED).attempts(0).insert();
        task(1).status(Status.QUEUED).attempts(3).insert();
        JsonNode rows = list("&order=oldest");
        assertThat(rows.get(0).path("retrying").asBoolean()).isFalse();
        assertThat(rows.get(1).path("retrying").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"status=DONE,status", "action=CRETE,action", "application=payroll,application", "from=yesterday,from", "limit=0,limit",
        "limit=201,limit", "order=random,order", "cursor=abc,cursor", "statuss=FAILED,statuss", "view=some,view",
        "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z,from"})
    void aFilterThatMakesNoSenseIsRefusedByName(String filter, String field) {
        Answer answer = api.get("/api/v1/tasks?" + filter);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.field("code")).isEqualTo("INVALID_INPUT");
        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo(field);
    }

    private TaskSeed task(int second) {
        return new TaskSeed(server).in(application, applicationName).opened(start.plusSeconds(second));
    }

    private String tasks(String more) {
        return "/api/v1/tasks?application=" + application + more;
    }

    private JsonNode list(String more) {
        Answer answer = api.get(tasks(more));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items");
    }

    private List<UUID> found(String text) {
        return ids(list("&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
    }

    private static List<UUID> ids(JsonNode rows) {
        return rows(rows).stream().map(row -> UUID.fromString(row.path("id").asString())).toList();
    }

    private static List<JsonNode> rows(JsonNode array) {
        List<JsonNode> rows = new ArrayList<>();
        array.forEach(rows::add);
        return rows;
    }

    private static List<String> texts(JsonNode array) {
        return rows(array).stream().map(JsonNode::asString).toList();
    }
}
