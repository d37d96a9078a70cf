package dev.syncline.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.syncline.application.Application;
import dev.syncline.application.ApplicationFixtures;
import dev.syncline.connector.Change;
import dev.syncline.connector.Outcome;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.MemoryConnectorType;
import dev.syncline.fixtures.TestServer;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import dev.syncline.permission.PermissionFixtures;
import dev.syncline.web.Spreadsheet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ImportTest {

    private static final String SKIP = "{\"existing\":\"SKIP\"}";
    private static final String UPDATE = "{\"existing\":\"UPDATE\"}";

    private final TestServer server = TestServer.shared();
    private final ApiClient api = server.api();
    private final Map<String, Change> sent = new ConcurrentHashMap<>();
    private final String ming = TestServer.unique("ming");
    private final String kim = TestServer.unique("kim");
    private Application application;

    @BeforeEach
    void setUp() {
        String target = TestServer.unique("import");
        MemoryConnectorType.answering(target, change -> {
            sent.put(change.name(), change);
            return Outcome.Done.of(change.name());
        });
        application = ApplicationFixtures.mapped(server, target);
        PermissionFixtures.group(server, application.id(), "staff");
    }

    @Test
    void aFileBecomesUsersAccountsAndTasksAndARowSaysWhatBecameOfIt() {
        String org = TestServer.unique("eng");
        server.bean(Organizations.class).create(org, "Engineering", null, Actor.SYSTEM);
        String id = ready(SKIP, """
                userName,givenName,familyName,email,organization,account,permissions,attr:title,user:room
                %s,Ming,Li,ming@example.com,%s,acc-%s,staff,Lead,A 1
                %s,Kim,"O""Neill, Jr.",kim@example.com,,,,,
                """.formatted(ming, org, ming, kim));
        run(id);
        JsonNode batch = tasksSettled(id, 2);
        assertThat(batch.path("opened").asInt()).isEqualTo(2);
        Change create = sent.get("acc-" + ming);
        assertThat(create.attributes()).containsEntry("mail", "ming@example.com").containsEntry("title", "Lead");
        assertThat(create.bind()).extracting("name").containsExactly("staff");
        assertThat(server.bean(Users.class).byUserName(List.of(kim)).get(kim).displayName()).isEqualTo("Kim O\"Neill, Jr.");
        JsonNode rows = rows(id, "");
        assertThat(rows).extracting(row -> row.path("number").asInt()).containsExactly(2, 3);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.path("status").asString()).isEqualTo("OPENED");
            assertThat(row.path("task").path("status").asString()).isEqualTo("SUCCEEDED");
        });
        JsonNode task = api.get("/api/v1/tasks?batch=" + id).json().path("items").get(0);
        assertThat(task.path("source").asString()).isEqualTo("MANUAL");
        assertThat(task.path("cause").path("type").asString()).isEqualTo("IMPORT");
    }

    @Test
    void aCellTakesAwayWhatIsThereHereAndInTheTarget() {
        String org = TestServer.unique("eng");
        server.bean(Organizations.class).create(org, "Engineering", null, Actor.SYSTEM);
        String first = ready(SKIP, "userName,email,phone,organization,user:room,attr:title\n" + ming + ",ming@example.com,1," + org + ",A 1,Lead\n");
        run(first);
        tasksSettled(first, 1);

        String second = ready("{\"existing\":\"UPDATE\"}", "userName,email,phone,organization,user:room,attr:title\n" + ming
                + ",,<clear>,<clear>,<Clear>,<clear>\n");
        run(second);
        tasksSettled(second, 1);

        User user = server.bean(Users.class).byUserName(List.of(ming)).get(ming);
        assertThat(user).returns("ming@example.com", User::email).returns(null, User::phone).returns(null, User::organizationId);
        assertThat(user.attributes()).isEmpty();
        assertThat(sent.get(ming).attributes()).containsEntry("title", null).doesNotContainKey("mail");
        assertThat(rows(ready(SKIP, "userName,account\n" + kim + ",<clear>\n"), "&status=BAD")).hasSize(1);
    }

    @Test
    void badRowsAreNamedByLineAndLeftOutOnlyWhenAskedTo() {
        String id = ready(SKIP, """
                userName,email,organization,permissions

                %s,ming@example.com,,
                ,nobody@example.com,,
                %s,again@example.com,,
                %s,no address,,
                a%s,,nowhere,
                b%s,,,unheard
                c%s,x@example.com
                """.formatted(ming, ming.toUpperCase(Locale.ROOT), kim, kim, kim, kim));
        JsonNode bad = rows(id, "&status=BAD");
        assertThat(bad).extracting(row -> row.path("number").asInt()).containsExactly(4, 5, 6, 7, 8, 9);
        assertThat(bad).extracting(row -> row.path("message").asString()).satisfiesExactly(
                message -> assertThat(message).contains("userName is missing"),
                message -> assertThat(message).contains("in line 3 already"),
                message -> assertThat(message).contains("not an email address"),
                message -> assertThat(message).contains("no organization with the code \"nowhere\""),
                message -> assertThat(message).contains("no permission called \"unheard\""),
                message -> assertThat(message).contains("2 columns, the header has 4"));
        Answer refused = api.post("/api/v1/batches/" + id + "/run", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.field("detail")).contains("6 of 7 rows are bad");
        assertThat(api.post("/api/v1/batches/" + id + "/run", Map.of("goodRowsOnly", true)).status()).isEqualTo(202);
        assertThat(tasksSettled(id, 1).path("bad").asInt()).isEqualTo(6);
        assertThat(sent).containsOnlyKeys(ming);
    }

    @Test
    void aFileThatIsWrongAsAWholeIsRefusedWithASentence() {
        assertThat(refusal("name\nx\n")).contains("\"name\" is not known");
        assertThat(refusal("email\nx\n")).contains("userName is missing");
        assertThat(refusal("userName,userName\nx,y\n")).contains("occurs twice");
        assertThat(refusal("")).contains("empty");
        Answer latin = Upload.csv(api, application.id(), SKIP, "userName,düsseldorf\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(latin.status()).isEqualTo(400);
        assertThat(latin.field("detail")).contains("not in UTF-8");
    }

    @Test
    void whatIsWrongFurtherDownFailsTheBatchWithItsLine() {
        assertThat(failure("userName\nok\n\"open\n".getBytes(StandardCharsets.UTF_8))).contains("line 3");
        // Far enough down not to be seen while the header is read.
        String rows = IntStream.range(0, 10_000).mapToObj(i -> ming + i + ",1\n").collect(Collectors.joining());
        byte[] broken = ("userName,phone\n" + rows + "bad,\u00e4\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(failure(broken)).contains("not in UTF-8");
        assertThat(failure("userName\n".getBytes(StandardCharsets.UTF_8))).contains("no rows");
    }

    @Test
    void semicolonsAndAByteOrderMarkAreUnderstood() {
        String id = ready(SKIP, "\uFEFFuserName;email\r\n" + ming + ";ming@example.com\r\n");
        run(id);
        tasksSettled(id, 1);
        assertThat(sent.get(ming).attributes()).containsEntry("mail", "ming@example.com");
    }

    @Test
    void existingOnesAreSkippedOrUpdatedAndOnlyWhatDiffersIsSent() {
        String first = "userName,email,user:title\n" + ming + ",ming@example.com,Engineer\n";
        String id = ready(SKIP, first);
        run(id);
        tasksSettled(id, 1);
        String changed = first.replace("ming@", "other@");
        String skipped = ready(SKIP, changed);
        run(skipped);
        assertThat(done(skipped).path("skipped").asInt()).isEqualTo(1);
        assertThat(rows(skipped, "").get(0).path("message").asString()).contains("already has the account");
        String updated = ready(UPDATE, changed);
        run(updated);
        tasksSettled(updated, 1);
        assertThat(sent.get(ming).attributes()).isEqualTo(Map.of("mail", "other@example.com"));
        String same = ready(UPDATE, changed);
        run(same);
        assertThat(done(same).path("skipped").asInt()).isEqualTo(1);
    }

    @Test
    void usersAreNotCreatedWhenTheyAreNotToBe() {
        String id = ready("{\"createUsers\":false}", "userName\n" + ming + "\n");
        assertThat(rows(id, "").get(0).path("message").asString()).contains("not to create users");
    }

    @Test
    void secretCellsAreSealedAndNeverShown() {
        String canary = "canary-" + ming;
        String id = ready(SKIP, "userName,attr:initialPassword\n" + ming + "," + canary + "\n");
        assertThat(api.get("/api/v1/batches/" + id + "/rows").text()).doesNotContain(canary).contains("********");
        assertThat(server.database().jdbc().sql("select count(*) from batch_row where row_to_json(batch_row)::text like '%' || :c || '%'")
                .param("c", canary).query(Integer.class).single()).isZero();
        run(id);
        tasksSettled(id, 1);
        assertThat(sent.get(ming).attributes()).containsEntry("initialPassword", canary);
        assertThat(server.database().jdbc().sql("select count(*) from batch_row where sealed is not null and batch_id = :id")
                .param("id", UUID.fromString(id)).query(Integer.class).single()).isZero();
    }

    @Test
    void aCancelledImportOpensNothingMore() {
        String id = ready(SKIP, "userName\n" + ming + "\n");
        assertThat(api.post("/api/v1/batches/" + id + "/cancel", Map.of()).status()).isEqualTo(400);
        assertThat(api.post("/api/v1/batches/" + id + "/cancel", Map.of("reason", "Wrong file")).status()).isEqualTo(202);
        assertThat(rows(id, "").get(0).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(api.post("/api/v1/batches/" + id + "/run", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void anotherServerGoesOnWhereOneStopped() {
        String id = ready(SKIP, "userName\n" + ming + "\n" + kim + "\n");
        server.database().jdbc().sql("""
                update batch set status = 'RUNNING', lease_holder = gen_random_uuid(), lease_until = 'epoch' where id = :id""")
                .param("id", UUID.fromString(id)).update();
        tasksSettled(id, 2);
    }

    @Test
    void aFileWhoseServerStoppedWhileReadingHasToBeUploadedAgain() {
        String id = ready(SKIP, "userName\n" + ming + "\n");
        server.database().jdbc().sql("""
                update batch set status = 'READING', lease_holder = gen_random_uuid(), lease_until = 'epoch' where id = :id""")
                .param("id", UUID.fromString(id)).update();
        JsonNode failed = await().atMost(Duration.ofSeconds(60)).until(
                () -> batch(id), batch -> batch.path("status").asString().equals("FAILED"));
        assertThat(failed.path("failure").asString()).contains("Upload the file again");
    }

    @Test
    void theResultFileIsSafeForSpreadsheets() {
        String dangerous = "=cmd|' /C calc'!A0" + ming;
        String id = ready(SKIP, "userName\n\"" + dangerous + "\"\n");
        run(id);
        done(id);
        Answer file = api.get("/api/v1/batches/" + id + "/rows.csv");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).contains("'" + dangerous).doesNotContain("," + dangerous);
        assertThat(Spreadsheet.harmless("-1")).isEqualTo("'-1");
        assertThat(Spreadsheet.harmless("plain")).isEqualTo("plain");
    }

    @Test
    void theTemplateCanBeUploaded() {
        String template = api.get("/api/v1/imports/template?applicationId=" + application.id()).text();
        assertThat(template).startsWith("userName,").contains("attr:mail");
        ready(SKIP, template + ming + ",".repeat(template.split(",").length - 1) + "\r\n");
    }

    @Test
    void aTakenAccountNameFailsItsRowOnly() {
        String id = ready(SKIP, "userName,account\n" + ming + ",same\n" + kim + ",SAME\n");
        run(id);
        tasksSettled(id, 1);
        assertThat(rows(id, "&status=FAILED").get(0).path("message").asString()).contains("already has an account called SAME");
    }

    @Test
    void tenThousandRowsOpenTheirTasksGroupByGroup() {
        StringBuilder file = new StringBuilder("userName,email\n");
        for (int i = 0; i < 10_000; i++) {
            file.append(ming).append('-').append(i).append(",p").append(i).append("@example.com\n");
        }
        String id = ready(SKIP, file.toString());
        run(id);
        assertThat(done(id).path("opened").asInt()).isEqualTo(10_000);
        api.post("/api/v1/batches/" + id + "/cancel", Map.of("reason", "The test has seen enough"));
    }

    private String refusal(String file) {
        Answer answer = Upload.csv(api, application.id(), SKIP, file);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        return answer.field("detail");
    }

    private String failure(byte[] file) {
        Answer answer = Upload.csv(api, application.id(), SKIP, file);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return await().atMost(Duration.ofSeconds(60)).until(
                () -> batch(answer.field("id")), batch -> batch.path("status").asString().equals("FAILED")).path("failure").asString();
    }

    private String ready(String options, String file) {
        Answer answer = Upload.csv(api, application.id(), options, file);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(60)).until(() -> batch(answer.field("id")).path("status").asString().equals("READY"));
        return answer.field("id");
    }

    private void run(String id) {
        Answer answer = api.post("/api/v1/batches/" + id + "/run", Map.of());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    }

    private JsonNode done(String id) {
        return await().atMost(Duration.ofSeconds(120)).until(
                () -> batch(id), batch -> batch.path("status").asString().equals("DONE"));
    }

    private JsonNode tasksSettled(String id, int count) {
        done(id);
        return await().atMost(Duration.ofSeconds(120)).until(
                () -> batch(id), batch -> batch.path("tasks").path("succeeded").asInt() == count);
    }

    private JsonNode batch(String id) {
        return api.get("/api/v1/batches/" + id).json();
    }

    private JsonNode rows(String id, String filter) {
        return api.get("/api/v1/batches/" + id + "/rows?limit=200" + filter).json().path("items");
    }
}
