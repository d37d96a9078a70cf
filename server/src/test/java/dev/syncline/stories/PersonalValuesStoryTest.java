package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Outcome;
import dev.syncline.connector.Reading;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import dev.syncline.rights.Role;
import dev.syncline.samples.SampleDirectory;
import dev.syncline.samples.SampleScimService;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person is reached by is shown to who may see it; to others it is a mark, and revealed one by one with a reason. */
class PersonalValuesStoryTest extends Story {

    private static final Pattern MARK = Pattern.compile("\\[personal:([a-z]+)]");
    private static final String PHONE = "+49 30 5557 0123";

    private ApiClient auditor;
    private String mail;

    @BeforeEach
    void somebodyWhoMayNotSee() {
        auditor = Reader.in(server, Role.AUDITOR).api();
        mail = TestServer.unique("wei") + ".wang@example.org";
    }

    @Test
    @DisplayName("In parameters, requests and answers of a SCIM service a mail address and a telephone number are marks, the same one everywhere")
    void scim() {
        try (SampleScimService service = SampleScimService.start("token", "unused")) {
            App app = connected("scim", Map.of("baseUrl", service.baseUrl()), Map.of("token", "token"));
            String phone = "phoneNumbers[type eq \"work\"].value";
            String address = "emails[type eq \"work\"].value";
            Made made = create(app, TestServer.unique("wei"), Map.of(address, mail, phone, PHONE, "title", "Engineer"));
            awaitStatus(made.task(), "SUCCEEDED");
            Made update = edit(made.account(), Map.of(address, "new-" + mail));
            awaitStatus(update.task(), "SUCCEEDED");
            assertThat(task(made.task()).toString()).contains(mail, PHONE);

            JsonNode shown = hidden(made.task());
            assertThat(shown.at("/parameters/attributes/title").asString()).isEqualTo("Engineer");
            String mark = shown.at("/parameters/attributes").path(address).asString();
            assertThat(mark).matches(MARK);
            assertThat(shown.at("/requests").toString()).contains(mark).contains("Engineer");
            assertThat(shown.at("/responses").toString()).contains(mark);
            hidden(update.task());
        }
    }

    @Test
    @DisplayName("In the LDIF of a directory too, in Base64 too")
    void ldif() {
        try (SampleDirectory directory = SampleDirectory.start("bind password")) {
            App app = connected("ldap", Map.of("url", directory.url(), "bindDn", SampleDirectory.BIND_DN, "baseDn", SampleDirectory.PEOPLE), Map.of("password", "bind password"));
            Made made = create(app, TestServer.unique("wei"),
                    Map.of("cn", "Wei Wang", "sn", "Wang", "mail", mail, "telephoneNumber", PHONE, "street", "Königsallee 12"));
            awaitStatus(made.task(), "SUCCEEDED");
            JsonNode shown = hidden(made.task());
            assertThat(shown.toString()).doesNotContain("Königsallee")
                    .doesNotContain(Base64.getEncoder().encodeToString("Königsallee 12".getBytes(StandardCharsets.UTF_8)));
            assertThat(shown.at("/requests").toString()).contains("Wei Wang", "street: [personal:", "mail: [personal:");
            assertThat(ok(Reader.in(server, Role.VIEWER).api().get("/api/v1/accounts/" + made.account() + "/remote")).toString())
                    .doesNotContain(mail).contains("[personal:");
        }
    }

    @Test
    @DisplayName("A failure that quotes a value: the list, the record, the export and the group of failures tell the mark instead")
    void failure() {
        App app = application();
        app.target().answers(new Outcome.Refused("409", "The address \"" + mail + "\" and the number " + PHONE + " are taken."));
        Made made = create(app, TestServer.unique("wei"), Map.of("mail", mail, "telephoneNumber", PHONE));
        awaitStatus(made.task(), "FAILED");
        assertThat(ok(api.get("/api/v1/tasks?application=" + app.id())).toString()).contains(mail, PHONE);

        String list = ok(auditor.get("/api/v1/tasks?application=" + app.id())).toString();
        assertThat(list).contains("The address", "[personal:").doesNotContain(mail).doesNotContain(PHONE);
        for (String format : List.of("csv", "jsonl")) {
            String export = auditor.get("/api/v1/tasks/export?format=" + format + "&application=" + app.id()).text();
            assertThat(export).contains("The address", "[personal:").doesNotContain(mail).doesNotContain(PHONE);
        }
        hidden(made.task());
        await(() -> assertThat(ok(auditor.get("/api/v1/failure-groups?application=" + app.id())).path("items")).hasSize(1));
        assertThat(ok(auditor.get("/api/v1/failure-groups?application=" + app.id())).toString()).contains("[personal:")
                .doesNotContain(mail).doesNotContain(PHONE);
    }

    @Test
    @DisplayName("Revealing takes a reason, shows one value, and is on record without it; a viewer may not, and a mark means nothing elsewhere")
    void reveal() {
        App app = application();
        Made made = create(app, TestServer.unique("wei"), Map.of("mail", mail, "telephoneNumber", PHONE));
        awaitStatus(made.task(), "SUCCEEDED");
        Made other = create(app, TestServer.unique("wei"), Map.of("mail", mail));
        awaitStatus(other.task(), "SUCCEEDED");
        String mark = mark(hidden(made.task()), "mail");

        assertThat(revealing(auditor, made, mark, " ").status()).isEqualTo(400);
        assertThat(revealing(Reader.in(server, Role.VIEWER).api(), made, mark, "curious").status()).isEqualTo(403);
        assertThat(revealing(auditor, made, "abcdefgh", "guessing").status()).isEqualTo(404);
        assertThat(revealing(auditor, other, mark, "another record").status()).isEqualTo(404);
        assertThat(events(made.task())).doesNotContain("REVEALED");

        Reader reader = Reader.in(server, Role.OPERATOR);
        Answer revealed = revealing(reader.api(), made, mark, "The person called about it");
        assertThat(ok(revealed).path("value").asString()).isEqualTo(mail);
        assertThat(ok(revealed).path("field").asString()).isEqualTo("mail");
        assertThat(revealed.text()).doesNotContain(PHONE);
        assertThat(revealed.header("Cache-Control")).contains("no-store");
        JsonNode entry = task(made.task()).path("log").valueStream().filter(step -> step.path("event").asString().equals("REVEALED")).findFirst().orElseThrow();
        assertThat(entry.path("message").asString()).isEqualTo("The person called about it");
        assertThat(entry.path("actor").asString()).isNotBlank();
        assertThat(entry.toString()).contains("mail").doesNotContain(mail);
        List<Map<String, Object>> audited = server.database().jdbc()
                .sql("select * from audit_entry where act = 'tasks.reveals.create' and outcome = 'DONE' and object_id = :task")
                .param("task", made.task()).query().listOfRows();
        assertThat(audited).hasSize(1);
        assertThat(audited.getFirst().toString()).contains("The person called about it", "mail").doesNotContain(mail);
        hidden(made.task());
    }

    @Test
    @DisplayName("Who corrects a failed task leaves a mark where it was and the value is sent; moved to another attribute it is refused")
    void correction() {
        App app = application();
        app.target().answers(ScriptedTarget.refused("The title is unknown."));
        Made made = create(app, TestServer.unique("wei"), Map.of("mail", List.of(mail, "second-" + mail), "telephoneNumber", PHONE, "title", "Enginer"));
        awaitStatus(made.task(), "FAILED");
        ApiClient operator = Reader.in(server, Role.OPERATOR).api();
        JsonNode parameters = ok(operator.get("/api/v1/tasks/" + made.task())).path("parameters");
        Map<String, Object> attributes = new LinkedHashMap<>();
        parameters.path("attributes").properties().forEach(one -> attributes.put(one.getKey(), one.getValue()));
        String name = parameters.path("name").asString();

        attributes.put("title", mark(parameters, "telephoneNumber").replaceAll(".+", "[personal:$0]"));
        Answer moved = operator.post("/api/v1/tasks/" + made.task() + "/modify", Map.of("parameters", Map.of("name", name, "attributes", attributes), "reason", "Try"));
        assertThat(moved.status()).isEqualTo(400);
        assertThat(moved.text()).contains("title").contains("no stored value");

        attributes.put("title", "Engineer");
        JsonNode corrected = ok(operator.post("/api/v1/tasks/" + made.task() + "/modify",
                Map.of("parameters", Map.of("name", name, "attributes", attributes), "reason", "A typing error")));
        assertThat(corrected.toString()).doesNotContain(mail).doesNotContain(PHONE);
        awaitStatus(corrected.path("id").asString(), "SUCCEEDED");
        assertThat(app.target().told().getLast().attributes()).containsEntry("mail", List.of(mail, "second-" + mail))
                .containsEntry("telephoneNumber", PHONE).containsEntry("title", "Engineer");
        assertThat(texts(task(corrected.path("id").asString()).at("/modification/difference"), "path")).containsExactly("attributes.title");
    }

    @Test
    @DisplayName("What the target has now, and what the mappings would give today, hide personal values; an application says what is personal")
    void rules() {
        App app = application(Map.of("personalAttributes", List.of("badge"), "publicAttributes", List.of("mail")));
        app.target().answers(ScriptedTarget.refused("No."))
                .reads(() -> new Reading.Found("id-1", Optional.of(true), Map.of("badge", "B-4711", "telephoneNumber", PHONE, "mail", mail), List.of()));
        Made made = create(app, TestServer.unique("wei"), Map.of("badge", "B-4711", "mail", mail, "telephoneNumber", PHONE));
        awaitStatus(made.task(), "FAILED");
        for (String path : List.of("", "/target", "/retry")) {
            String shown = ok(auditor.get("/api/v1/tasks/" + made.task() + path)).toString();
            assertThat(shown).as(path).contains(mail, "[personal:").doesNotContain("B-4711").doesNotContain(PHONE);
        }
        assertThat(api.get("/api/v1/tasks/" + made.task() + "/target").text()).contains("B-4711", PHONE);
    }

    @Test
    @DisplayName("Rows of an import show their personal values to who changes accounts, and to nobody else")
    void rows() {
        App app = application();
        String batch = ok(upload(app, "userName,email,attr:telephone\n" + TestServer.unique("wei") + "," + mail + "," + PHONE + "\n"))
                .path("id").asString();
        awaitBatch(batch, "READY");
        String path = "/api/v1/batches/" + batch + "/rows";
        assertThat(ok(Reader.in(server, Role.OPERATOR).api().get(path)).toString()).contains(mail, PHONE);
        assertThat(ok(Reader.in(server, Role.VIEWER).api().get(path)).toString()).contains("[personal:").doesNotContain(mail).doesNotContain(PHONE);
    }

    @Test
    @DisplayName("What the audit keeps of before and after are marks for who may not see it, in the file too")
    void audit() {
        App app = application(Map.of("personalAttributes", List.of("badge")));
        Made made = create(app, TestServer.unique("wei"), Map.of("mail", mail, "badge", "B-4711", "title", "Engineer"));
        awaitStatus(made.task(), "SUCCEEDED");
        edit(made.account(), Map.of("mail", List.of(mail, "new-" + mail), "badge", "B-4712", "title", "Head"));
        String user = user(TestServer.unique("Wei"));
        JsonNode before = ok(api.get("/api/v1/users/" + user));
        ObjectNode body = ((ObjectNode) before.deepCopy()).put("email", mail).put("phone", PHONE);
        ok(api.ifMatch("\"" + before.path("version").asInt() + "\"").put("/api/v1/users/" + user, body));

        for (String object : List.of(made.account(), user)) {
            List<JsonNode> entries = ok(api.get("/api/v1/audit?objectId=" + object)).path("items").valueStream().toList();
            assertThat(entries).isNotEmpty();
            List<String> shown = entries.stream().map(entry -> auditor.get("/api/v1/audit/" + entry.path("id").asString()).text()).toList();
            assertThat(shown).allSatisfy(text -> assertThat(text).doesNotContain(mail).doesNotContain(PHONE).doesNotContain("B-471"));
        }
        String entry = "/api/v1/audit/" + ok(api.get("/api/v1/audit?act=users.change&objectId=" + user)).at("/items/0/id").asString();
        assertThat(ok(api.get(entry)).path("after").toString()).contains(mail, PHONE);
        assertThat(ok(auditor.get(entry)).at("/after/email").asString()).matches(MARK);
        assertThat(auditor.get("/api/v1/audit/export?format=jsonl&objectId=" + user).text()).contains(user).doesNotContain(mail);
    }

    @Test
    @DisplayName("Nobody finds a failure by a value that is hidden: not in the list, the counts, the file or a plan; by what it says otherwise all do")
    void search() {
        App app = application();
        app.target().answers(new Outcome.Refused("409", "The address \"" + mail + "\" and the number " + PHONE + " collide."));
        Made made = create(app, TestServer.unique("wei"), Map.of("mail", mail, "telephoneNumber", PHONE));
        awaitStatus(made.task(), "FAILED");
        String here = "&application=" + app.id();
        await(() -> assertThat(ok(auditor.get("/api/v1/tasks?q=address+collide" + here)).path("items")).hasSize(1));
        for (String value : List.of(mail, mail.substring(0, 8), "5557", "collide%20" + mail)) {
            assertThat(ok(api.get("/api/v1/tasks?q=" + value + here)).path("items")).as("who sees it: " + value).hasSize(1);
            assertThat(ok(auditor.get("/api/v1/tasks?q=" + value + here)).path("items")).as(value).isEmpty();
            assertThat(auditor.get("/api/v1/tasks/export?format=jsonl&q=" + value + here).text()).as(value).isBlank();
            assertThat(ok(auditor.get("/api/v1/tasks/facets?q=" + value + here)).path("total").asInt()).as(value).isZero();
        }
        assertThat(planned(Reader.in(server, Role.OPERATOR).api(), app)).isZero();
        assertThat(planned(api, app)).isEqualTo(1);
    }

    /** How many tasks a plan is about that looks for the address. */
    private int planned(ApiClient planner, App app) {
        String plan = "/api/v1/repairs/" + ok(planner.post("/api/v1/repairs", Map.of("action", "RETRY",
                "filter", Map.of("q", List.of(mail), "application", List.of(app.id()))))).path("id").asString();
        await(() -> assertThat(planner.get(plan).field("status")).isEqualTo("PLANNED"));
        return ok(planner.get(plan)).path("total").asInt();
    }

    @Test
    @DisplayName("Neither the rows and the file of an import quote them, nor those of a bulk repair")
    void files() {
        App app = application(ONE_ATTEMPT);
        app.target().answers(new Outcome.Refused("409", "The address " + mail + " is taken."));
        String batch = ok(upload(app, "userName,account,attr:mail\n" + userName(user("Wei")) + "," + TestServer.unique("wei") + "," + mail + "\n"))
                .path("id").asString();
        awaitBatch(batch, "READY");
        ok(api.post("/api/v1/batches/" + batch + "/run", null));
        await(() -> assertThat(ok(api.get("/api/v1/tasks?batch=" + batch + "&status=FAILED")).path("items")).hasSize(1));
        String task = ok(api.get("/api/v1/tasks?batch=" + batch)).at("/items/0/id").asString();
        String plan = ok(api.post("/api/v1/repairs", Map.of("action", "RETRY", "taskIds", List.of(task)))).path("id").asString();
        await(() -> assertThat(api.get("/api/v1/repairs/" + plan).field("status")).isEqualTo("PLANNED"));
        ApiClient viewer = Reader.in(server, Role.VIEWER).api();
        for (String file : List.of("/api/v1/batches/" + batch + "/rows.csv", "/api/v1/batches/" + batch + "/rows", "/api/v1/repairs/" + plan + "/tasks.csv",
                "/api/v1/repairs/" + plan + "/tasks")) {
            assertThat(api.get(file).text()).as(file).contains(mail);
            assertThat(viewer.get(file).text()).as(file).contains("[personal:").doesNotContain(mail);
        }
        assertThat(ok(viewer.get("/api/v1/repairs/" + plan)).toString()).contains("The address").doesNotContain(mail);
    }

    private String userName(String user) {
        return ok(api.get("/api/v1/users/" + user)).path("userName").asString();
    }

    /** The record as the auditor sees it. */
    private JsonNode hidden(String task) {
        JsonNode shown = ok(auditor.get("/api/v1/tasks/" + task));
        String text = shown.toString();
        assertThat(text).contains("[personal:").doesNotContain(mail).doesNotContain(PHONE).doesNotContain(PHONE.replace(" ", "%20"));
        for (String value : List.of(mail, PHONE)) {
            assertThat(text).doesNotContain(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
        }
        return shown;
    }

    private static String mark(JsonNode record, String attribute) {
        JsonNode attributes = record.has("parameters") ? record.at("/parameters/attributes") : record.path("attributes");
        Matcher mark = MARK.matcher(attributes.path(attribute).asString());
        assertThat(mark.matches()).isTrue();
        return mark.group(1);
    }

    private static Answer revealing(ApiClient reader, Made made, String mark, String reason) {
        return reader.post("/api/v1/tasks/" + made.task() + "/reveals", Map.of("mark", mark, "reason", reason));
    }
}
