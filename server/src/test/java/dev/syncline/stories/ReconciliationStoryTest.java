package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.RemoteAccount;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import dev.syncline.rights.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an application has is read, compared with what is known here, and adopted, linked, brought into line or left alone. */
class ReconciliationStoryTest extends ReconciliationStory {

    private static final List<Map<String, Object>> BY_MAIL = List.of(rule("mail", "email"));

    @Test
    void anAccountOfAKnownUserIsLinkedAndNothingIsSent() {
        App app = office();
        String mail = TestServer.unique("ada") + "@example.com";
        String ada = person("Ada Lovelace", mail, "+44 1");
        has(app, there("r-1", "ada", Map.of("mail", mail.toUpperCase(), "telephone", "+44 1")));
        JsonNode run = done(app, BY_MAIL);
        JsonNode finding = only(run, "MATCHED");
        assertThat(finding.path("subject").path("id").asString()).isEqualTo(ada);
        assertThat(finding.path("matchedBy").asString()).isEqualTo("mail = email");
        assertThat(texts(finding.path("differences"), "attribute")).containsExactly("mail");

        JsonNode linked = ok(act(finding, run, "link", Map.of()));
        assertThat(linked.path("outcome").asString()).isEqualTo("LINKED");
        JsonNode account = accountOf(linked.path("accountId").asString());
        assertThat(account.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(account.path("userId").asString()).isEqualTo(ada);
        assertThat(account.path("remoteId").asString()).isEqualTo("r-1");
        assertThat(account.path("attributes").path("mail").asString()).isEqualTo(mail.toUpperCase());
        assertThat(log(app)).isEmpty();

        assertThat(act(finding, run, "link", Map.of()).status()).as("again").isEqualTo(200);
        JsonNode history = ok(api.get("/api/v1/accounts/" + id(account) + "/reconciliations"));
        assertThat(history).hasSize(1);
        assertThat(history.path(0).path("runId").asString()).isEqualTo(id(run));
        assertThat(history.path(0).path("actor").path("kind").asString()).isEqualTo("API_TOKEN");
    }

    @Test
    void whatDiffersIsBroughtIntoLineByATaskOfTheRun() {
        App app = office();
        String mail = TestServer.unique("grace") + "@example.com";
        person("Grace Hopper", mail, "+1 555");
        has(app, there("r-1", "grace", Map.of("mail", mail, "telephone", "+1 999")));
        JsonNode run = done(app, BY_MAIL);
        JsonNode aligned = ok(act(only(run, "MATCHED"), run, "link", Map.of("align", true)));
        assertThat(aligned.path("outcome").asString()).isEqualTo("ALIGNED");
        JsonNode task = awaitStatus(aligned.path("taskId").asString(), "SUCCEEDED");
        assertThat(task.path("source").asString()).isEqualTo("MANUAL");
        assertThat(task.path("action").asString()).isEqualTo("UPDATE");
        assertThat(task.path("cause").path("type").asString()).isEqualTo("RECONCILIATION");
        assertThat(task.path("parameters").path("attributes").propertyNames()).containsExactly("telephone");
        assertThat(ok(api.get("/api/v1/tasks?batch=" + id(run))).path("items")).hasSize(1);
        assertThat(run(id(run)).path("tasks").path("SUCCEEDED").asInt()).isEqualTo(1);
    }

    @Test
    void anAccountThatWasChangedBehindOurBackIsFoundAndSetRight() {
        App app = office();
        String mail = TestServer.unique("alan") + "@example.com";
        String account = adopted(app, "alan", person("Alan Turing", mail, "+44 7"), mail, "+44 7");
        has(app, there("r-alan", "alan", Map.of("mail", mail, "telephone", "changed there")));
        JsonNode run = done(app, BY_MAIL);
        JsonNode finding = only(run, "DIFFERENT");
        assertThat(finding.path("accountId").asString()).isEqualTo(account);
        JsonNode difference = finding.path("differences").path(0);
        assertThat(difference.path("expected").asString()).isEqualTo("+44 7");
        assertThat(difference.path("found").asString()).isEqualTo("changed there");
        JsonNode aligned = ok(act(finding, run, "align", Map.of()));
        JsonNode task = awaitStatus(aligned.path("taskId").asString(), "SUCCEEDED");
        assertThat(task.path("parameters").path("attributes").path("telephone").asString()).isEqualTo("+44 7");
        assertThat(accountOf(account).path("attributes").path("telephone").asString()).isEqualTo("+44 7");
    }

    @Test
    void anAccountThatWasChangedSinceTheRunIsNotActedOn() {
        App app = office();
        String mail = TestServer.unique("edsger") + "@example.com";
        String account = adopted(app, "edsger", person("Edsger Dijkstra", mail, "+31 1"), mail, "+31 1");
        has(app, there("r-edsger", "edsger", Map.of("mail", mail, "telephone", "+31 2")));
        JsonNode run = done(app, BY_MAIL);
        awaitStatus(edit(account, "title", "Professor").task(), "SUCCEEDED");
        Answer refused = act(only(run, "DIFFERENT"), run, "align", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.field("detail")).contains("was changed since the application was read");
    }

    @Test
    void anAccountDisabledThereIsEnabledAgain() {
        App app = office();
        String mail = TestServer.unique("barbara") + "@example.com";
        String account = adopted(app, "barbara", person("Barbara Liskov", mail, "+1 2"), mail, "+1 2");
        has(app, new RemoteAccount("r-barbara", "barbara", Optional.of(false),
                Map.of("mail", mail, "telephone", "+1 2"), Optional.empty(), Optional.empty()));
        JsonNode run = done(app, BY_MAIL);
        JsonNode finding = only(run, "DIFFERENT");
        assertThat(texts(finding.path("differences"), "attribute")).containsExactly("@active");
        JsonNode task = awaitStatus(ok(act(finding, run, "align", Map.of())).path("taskId").asString(), "SUCCEEDED");
        assertThat(task.path("action").asString()).isEqualTo("ENABLE");
        assertThat(accountOf(account).path("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void whatIsNotClearIsDecidedByHand() {
        App app = office();
        String shared = TestServer.unique("shared") + "@example.com";
        String one = person("Tim One", shared, null);
        String other = person("Tim Other", shared, null);
        has(app, there("r-1", "tim", Map.of("mail", shared)));
        JsonNode run = done(app, BY_MAIL);
        JsonNode finding = only(run, "AMBIGUOUS");
        assertThat(finding.path("ambiguity").asString()).isEqualTo("SEVERAL_SUBJECTS");
        assertThat(texts(finding.path("candidates"), "id")).containsExactlyInAnyOrder(one, other);
        assertThat(act(finding, run, "link", Map.of()).status()).as("whose").isEqualTo(400);
        JsonNode linked = ok(act(finding, run, "link", Map.of("subjectId", other)));
        assertThat(accountOf(linked.path("accountId").asString()).path("userId").asString()).isEqualTo(other);
    }

    @Test
    void twoAccountsOfOneUserAreNotBothGivenToHer() {
        App app = office();
        String mail = TestServer.unique("two") + "@example.com";
        String user = person("Two Accounts", mail, null);
        has(app, there("r-1", "two.a", Map.of("mail", mail)), there("r-2", "two.b", Map.of("mail", mail)));
        JsonNode run = done(app, BY_MAIL);
        List<JsonNode> both = found(run, "ACCOUNT", "AMBIGUOUS");
        assertThat(texts(ok(api.get("/api/v1/reconciliations/" + id(run) + "/findings?objectType=ACCOUNT&kind=AMBIGUOUS")).path("items"),
                "ambiguity")).containsOnly("SEVERAL_OBJECTS");
        ok(act(both.get(0), run, "link", Map.of("subjectId", user)));
        Answer refused = act(both.get(1), run, "link", Map.of("subjectId", user));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.field("detail")).contains("Two Accounts has the account two.a");
        JsonNode kept = ok(act(both.get(1), run, "keep", Map.of()));
        assertThat(accountOf(kept.path("accountId").asString()).path("userId").isNull()).isTrue();
        assertThat(log(app)).isEmpty();
    }

    @Test
    void anAccountHereThatIsNotThereIsReported() {
        App app = office();
        String account = account(app, "gone");
        advance(Duration.ofSeconds(2));
        has(app);
        JsonNode missing = only(done(app, BY_MAIL), "MISSING");
        assertThat(missing.path("accountId").asString()).isEqualTo(account);
        assertThat(actions(missing)).containsExactly("IGNORE");
    }

    @Test
    void anAccountWithATaskUnderWayIsNotCompared() {
        App app = office();
        String account = account(app, "busy");
        failedUpdate(app, account);
        has(app, there("r-1", "busy", Map.of()));
        assertThat(only(done(app, BY_MAIL), "UNDER_WAY").path("accountId").asString()).isEqualTo(account);
    }

    @Test
    void whatIsIgnoredStaysIgnoredInTheNextRunWhichTakesThePlaceOfTheOlderOne() {
        App app = office();
        has(app, there("r-1", "service", Map.of()), there("r-2", "stranger", Map.of()));
        JsonNode first = done(app, BY_MAIL);
        assertThat(count(first, "ACCOUNT", "UNKNOWN")).isEqualTo(2);
        JsonNode service = found(first, "ACCOUNT", "UNKNOWN").getFirst();
        assertThat(act(service, first, "ignore", Map.of("reason", " ")).status()).isEqualTo(400);
        ok(act(service, first, "ignore", Map.of("reason", "A service account")));
        JsonNode second = done(app, BY_MAIL);
        List<JsonNode> again = found(second, "ACCOUNT", "UNKNOWN");
        assertThat(again).extracting(one -> one.path("outcome").asString()).containsExactly("IGNORED", "OPEN");
        assertThat(again.getFirst().path("reason").asString()).isEqualTo("A service account");
        assertThat(run(id(first)).path("findingsDeletedAt").isNull()).isFalse();
        assertThat(found(first, "ACCOUNT", "UNKNOWN")).isEmpty();
    }

    @Test
    void maskedValuesAreNotShown() {
        App app = application(Map.of("mappings", List.of(mapping("ACCOUNT", "mail", "user.email"), mapping("ACCOUNT", "mobile", "user.phone")),
                "maskedAttributes", List.of("mobile")));
        String mail = TestServer.unique("masked") + "@example.com";
        person("Masked Person", mail, "+49 canary 1");
        has(app, there("r-1", "masked", Map.of("mail", mail, "mobile", "+49 canary 2")));
        JsonNode run = done(app, BY_MAIL);
        JsonNode finding = only(run, "MATCHED");
        assertThat(finding.path("differences").path(0).path("masked").asBoolean()).isTrue();
        assertThat(finding.toString()).doesNotContain("canary").contains("********");
    }

    @Test
    void whatCannotBeAskedIsRefusedWithASentence() {
        App app = office();
        String path = "/api/v1/applications/" + app.id() + "/reconciliations";
        Answer secret = api.post(path, Map.of("rules", List.of(rule("password", "userName"))));
        assertThat(secret.status()).isEqualTo(400);
        assertThat(secret.field("detail")).contains("secret");
        assertThat(api.post(path, Map.of("rules", List.of(rule("mail", "u.id; drop table users")))).status()).isEqualTo(400);
        App rest = connected("rest", Map.of("baseUrl", "http://localhost:1", "create.url", "/accounts"), Map.of());
        Answer cannot = api.post("/api/v1/applications/" + rest.id() + "/reconciliations", Map.of());
        assertThat(cannot.status()).isEqualTo(409);
        assertThat(cannot.field("detail")).contains("cannot list its accounts");
        assertThat(ok(api.get("/api/v1/applications/" + rest.id() + "/reconciliations/options")).path("possible").asBoolean()).isFalse();
    }

    @Test
    void personalValuesAreShownToWhoChangesAccountsAlone() {
        App app = office();
        String mail = TestServer.unique("shy") + "@example.com";
        person("Shy Person", mail, "+49 5557 1");
        has(app, there("r-1", "shy", Map.of("mail", mail, "telephone", "+49 5557 2")));
        JsonNode run = done(app, BY_MAIL);
        String finding = "/api/v1/reconciliations/" + id(run) + "/findings/" + id(only(run, "MATCHED"));
        assertThat(ok(Reader.in(server, Role.OPERATOR).api().get(finding)).toString()).contains(mail, "+49 5557 1", "+49 5557 2");
        for (String path : List.of(finding, "/api/v1/reconciliations/" + id(run) + "/findings?objectType=ACCOUNT&kind=MATCHED")) {
            JsonNode shown = ok(Reader.in(server, Role.AUDITOR).api().get(path));
            assertThat(shown.toString()).contains("[personal:", "shy").doesNotContain(mail).doesNotContain("5557");
        }
    }

    @Test
    void theMappingSuggestsHowAccountsAreMatched() {
        JsonNode options = ok(api.get("/api/v1/applications/" + office().id() + "/reconciliations/options"));
        assertThat(Stream.of("attribute", "field").map(member -> texts(options.path("rules"), member)))
                .containsExactly(List.of("mail", "@name"), List.of("email", "userName"));
        assertThat(options.path("attributes")).hasSize(2);
    }

    /** An account that is known here, as an earlier run has found it. */
    private String adopted(App app, String name, String user, String mail, String phone) {
        has(app, there("r-" + name, name, Map.of("mail", mail, "telephone", phone)));
        JsonNode run = done(app, BY_MAIL);
        JsonNode linked = ok(act(only(run, "MATCHED"), run, "link", Map.of("subjectId", user)));
        assertThat(linked.path("differences")).isEmpty();
        return linked.path("accountId").asString();
    }
}
