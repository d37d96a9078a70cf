package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import dev.syncline.connector.RemoteAccount;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.MemoryConnectorType;
import dev.syncline.fixtures.TestServer;
import dev.syncline.samples.slapd.SlapdServer;
import dev.syncline.testkit.HostileTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Source 7: an application's account policy runs, by hand or on schedule: dormant, orphan and duplicate accounts. */
class AccountPolicyStoryTest extends GovernanceStory {

    private static final String SOURCE = "APPLICATION_ACCOUNT_POLICY";
    private static final Map<String, Object> DORMANT = Map.of("kind", "DORMANT", "days", 90, "readTarget", false);
    private static final Map<String, Object> ORPHAN = Map.of("kind", "ORPHAN");
    private static final Map<String, Object> KEEP_NEWEST = Map.of("kind", "DUPLICATE", "keep", "NEWEST");
    private static final Map<String, Object> KEEP_OLDEST = Map.of("kind", "DUPLICATE", "keep", "OLDEST");

    // ── dormant ───────────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aDormantAccountIsDisabledAndItsTaskPointsAtTheFinding() {
        App app = application();
        String idle = account(app, "idle");
        String busy = account(app, "busy");
        signedIn(app, Map.of("accountId", idle, "at", daysAgo(100)), Map.of("name", "busy", "at", daysAgo(3)));
        JsonNode run = done(POLICIES, policy(app, DORMANT, "DISABLE"));
        List<JsonNode> found = found(POLICIES, run);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().path("accountId").asString()).isEqualTo(idle);
        JsonNode task = taskOf(found.getFirst(), SOURCE, "DISABLE");
        assertThat(task.path("initiator").path("kind").asString()).isEqualTo("API_TOKEN");
        awaitStatus(task.path("id").asString(), "SUCCEEDED");
        assertThat(accountOf(idle).path("status").asString()).isEqualTo("DISABLED");
        assertThat(accountOf(busy).path("status").asString()).isEqualTo("ACTIVE");
        assertThat(run.path("acted").asInt()).isEqualTo(1);
    }

    @Test
    void anAccountWhoseLastSignInIsUnknownIsFoundOnlyIfThePolicySaysSo() {
        App app = application();
        account(app, "never");
        advance(Duration.ofHours(25));
        Map<String, Object> oneDay = Map.of("kind", "DORMANT", "days", 1, "readTarget", false);
        assertThat(found(POLICIES, done(POLICIES, policy(app, oneDay, "NOTIFY")))).isEmpty();
        Map<String, Object> counted = Map.of("kind", "DORMANT", "days", 1, "readTarget", false, "unknownCounts", true);
        assertThat(found(POLICIES, done(POLICIES, policy(app, counted, "NOTIFY")))).hasSize(1);
    }

    @Test
    void lastSignInsAreReadFromTheTarget() {
        App app = application();
        String account = account(app, "lee");
        listed(app, remote("remote-lee", "lee", daysAgo(200)));
        JsonNode run = done(POLICIES, policy(app, Map.of("kind", "DORMANT", "days", 90), "NOTIFY"));
        assertThat(run.path("listed").asInt()).isEqualTo(1);
        assertThat(found(POLICIES, run)).extracting(one -> one.path("accountId").asString()).containsExactly(account);
    }

    @Test
    void anOlderReportDoesNotReplaceANewerOne() {
        App app = application();
        account(app, "max");
        signedIn(app, Map.of("name", "max", "at", daysAgo(3)));
        signedIn(app, Map.of("name", "max", "at", daysAgo(300)));
        assertThat(found(POLICIES, done(POLICIES, policy(app, DORMANT, "NOTIFY")))).isEmpty();
    }

    @Test
    void reportsThatCannotBeTakenAreNamed() {
        App app = application();
        account(app, "eve");
        JsonNode answer = ok(api.post("/api/v1/accounts/sign-ins", Map.of("applicationId", app.id(), "signIns", List.of(
                Map.of("name", "eve", "at", daysAgo(1)), Map.of("name", "no\0body", "at", daysAgo(1)),
                Map.of("name", "eve", "at", server.clock().instant().plus(Duration.ofDays(1)).toString())))));
        assertThat(answer.path("taken").asInt()).isEqualTo(1);
        assertThat(answer.path("notTaken").valueStream().map(one -> one.path("index").asInt())).containsExactly(1, 2);
    }

    @Test
    void notifySendsNothing() {
        App app = application();
        String idle = account(app, "idle");
        signedIn(app, Map.of("accountId", idle, "at", daysAgo(100)));
        JsonNode run = done(POLICIES, policy(app, DORMANT, "NOTIFY"));
        assertThat(statuses(found(POLICIES, run))).containsExactly("OPEN");
        assertThat(logged(app, SOURCE)).isZero();
        assertThat(accountOf(idle).path("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void withoutDataSynchronizationItTakesEffectAtOnceAndTheLogShowsNothing() {
        App app = application(Map.of("dataSynchronization", false));
        String idle = create(app, "idle").account();
        signedIn(app, Map.of("accountId", idle, "at", daysAgo(100)));
        JsonNode run = done(POLICIES, policy(app, DORMANT, "DISABLE"));
        assertThat(statuses(found(POLICIES, run))).containsExactly("ACTED");
        assertThat(accountOf(idle).path("status").asString()).isEqualTo("DISABLED");
        assertThat(log(app)).isEmpty();
    }

    @Test
    void aDryRunShowsAndChangesNothing() {
        App app = application();
        String idle = account(app, "idle");
        signedIn(app, Map.of("accountId", idle, "at", daysAgo(100)));
        String policy = policy(app, DORMANT, "DELETE");
        JsonNode dry = run(POLICIES, policy, true);
        assertThat(dry.path("status").asString()).isEqualTo("DONE");
        assertThat(statuses(found(POLICIES, dry))).containsExactly("DRY");
        assertThat(logged(app, SOURCE)).isZero();
        assertThat(ok(api.get(POLICIES.findings() + "?checkId=" + policy)).path("items")).isEmpty();
    }

    // ── on schedule ───────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aScheduledRunIsStartedBySyncline() {
        App app = application();
        String idle = account(app, "idle");
        signedIn(app, Map.of("accountId", idle, "at", daysAgo(100)));
        String at = server.clock().instant().atOffset(ZoneOffset.UTC).plusHours(2).toLocalTime().withSecond(0).withNano(0).toString();
        String policy = policy(app, DORMANT, "DISABLE", Map.of("schedule", Map.of("every", "DAILY", "at", at, "zone", "UTC")));
        advance(Duration.ofHours(3));
        await(() -> assertThat(runsOf(policy)).hasSize(1));
        JsonNode run = awaitRun(POLICIES, runsOf(policy).getFirst().path("id").asString());
        JsonNode task = taskOf(found(POLICIES, run).getFirst(), SOURCE, "DISABLE");
        assertThat(task.path("initiator").path("kind").asString()).isEqualTo("SYSTEM");
        assertThat(ok(api.get(POLICIES.checks() + "/" + policy)).path("nextRunAt").asString()).isGreaterThan(server.clock().instant().toString());
    }

    @Test
    void aScheduleRestsWhileTheModuleIsOff() {
        App app = application();
        String idle = account(app, "idle");
        signedIn(app, Map.of("accountId", idle, "at", daysAgo(100)));
        String at = server.clock().instant().atOffset(ZoneOffset.UTC).plusHours(2).toLocalTime().withSecond(0).withNano(0).toString();
        String policy = policy(app, DORMANT, "DISABLE", Map.of("schedule", Map.of("every", "DAILY", "at", at, "zone", "UTC")));
        try {
            governance(false);
            advance(Duration.ofHours(3));
            pause(Duration.ofSeconds(8));
            assertThat(api.get(POLICIES.checks()).field("code")).isEqualTo("MODULE_NOT_ENABLED");
            assertThat(logged(app, SOURCE)).isZero();
        } finally {
            governance(true);
        }
        await(() -> assertThat(runsOf(policy)).hasSize(1));
    }

    // ── orphan ────────────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void anOrphanOfARealDirectoryGetsAnAccountHereAndIsDeletedThere() throws Exception {
        try (SlapdServer slapd = SlapdServer.start("story-password"); LDAPConnection look = slapd.connect()) {
            App app = connected("ldap", Map.of("url", slapd.url(), "bindDn", SlapdServer.BIND_DN, "baseDn", SlapdServer.PEOPLE),
                    Map.of("password", slapd.password()));
            String known = account(app, "known");
            look.add("dn: uid=stranger," + SlapdServer.PEOPLE, "objectClass: inetOrgPerson", "uid: stranger", "cn: Stranger", "sn: Stranger");
            JsonNode run = done(POLICIES, policy(app, ORPHAN, "DELETE"));
            assertThat(run.path("listed").asInt()).isEqualTo(2);
            // The account that was made by hand has no user either.
            List<JsonNode> found = found(POLICIES, run);
            assertThat(found).extracting(one -> one.path("kind").asString()).containsExactlyInAnyOrder("WITHOUT_USER", "NOT_KNOWN_HERE");
            JsonNode stranger = found.stream().filter(one -> one.path("objectName").asString().equals("stranger")).findFirst().orElseThrow();
            JsonNode task = taskOf(stranger, SOURCE, "DELETE");
            assertThat(task.path("object").path("name").asString("") + task.path("objectName").asString("")).contains("stranger");
            awaitStatus(task.path("id").asString(), "SUCCEEDED");
            await(() -> assertThat(isGone(known)).isTrue());
            assertThat(look.getEntry("uid=stranger," + SlapdServer.PEOPLE)).isNull();
            assertThat(look.getEntry("uid=known," + SlapdServer.PEOPLE)).isNull();
            assertThat(found(POLICIES, done(POLICIES, policy(app, ORPHAN, "NOTIFY")))).isEmpty();
        }
    }

    @Test
    void anAccountWhoseUserIsGoneIsAnOrphan() {
        App app = application(Map.of("dataSynchronization", true));
        String user = user("Gone Soon");
        String account = accountOf(app, user, TestServer.unique("gone"));
        String kept = accountOf(app, user("Still Here"), TestServer.unique("kept"));
        server.database().jdbc().sql("update users set status = 'DELETED' where id = cast(? as uuid)").param(user).update();
        List<JsonNode> found = found(POLICIES, done(POLICIES, policy(app, Map.of("kind", "ORPHAN", "readTarget", false), "DISABLE")));
        assertThat(found).extracting(one -> one.path("accountId").asString()).containsExactly(account).doesNotContain(kept);
        taskOf(found.getFirst(), SOURCE, "DISABLE");
    }

    @Test
    void anOrphanThatIsOnlyNotifiedGetsNoAccountHere() {
        App app = application();
        listed(app, remote("r-1", "stranger", null));
        assertThat(found(POLICIES, done(POLICIES, policy(app, ORPHAN, "NOTIFY")))).hasSize(1);
        assertThat(ok(api.get("/api/v1/accounts?applicationId=" + app.id())).path("items")).isEmpty();
    }

    @Test
    void anOrphanIsGivenToTheUserWhoseNameItHas() {
        App app = application();
        String user = user("Ada Adopted");
        String userName = ok(api.get("/api/v1/users/" + user)).path("userName").asString();
        listed(app, remote("r-1", userName, null), remote("r-2", "stranger", null));
        JsonNode run = done(POLICIES, policy(app, Map.of("kind", "ORPHAN", "adopt", "NAME"), "DELETE"));
        assertThat(run.path("adopted").asInt()).isEqualTo(1);
        assertThat(statuses(found(POLICIES, run))).containsExactlyInAnyOrder("ADOPTED", "ACTED");
        JsonNode adopted = ok(api.get("/api/v1/accounts?applicationId=" + app.id() + "&userId=" + user)).path("items").path(0);
        assertThat(adopted.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(adopted.path("remoteId").asString()).isEqualTo("r-1");
        assertThat(logged(app, SOURCE)).isEqualTo(1);
    }

    @Test
    void anOrphanIsGivenToTheUserWhoseMailItHas() {
        App app = application();
        String user = user("Mia Mail");
        String mail = ok(api.get("/api/v1/users/" + user)).path("email").asString();
        MemoryConnectorType.listing(app.name(), () -> List.of(new RemoteAccount("r-1", "mm", Optional.of(true),
                Map.of("mail", mail.toUpperCase()), Optional.empty(), Optional.empty())));
        done(POLICIES, policy(app, Map.of("kind", "ORPHAN", "adopt", "MAIL"), "DELETE"));
        assertThat(ok(api.get("/api/v1/accounts?applicationId=" + app.id() + "&userId=" + user)).path("items")).hasSize(1);
        assertThat(logged(app, SOURCE)).isZero();
    }

    @Test
    void anOrphanThatWaitsForADecisionCanBeDeletedLater() {
        App app = application();
        listed(app, remote("r-1", "stranger", null));
        JsonNode finding = found(POLICIES, done(POLICIES, policy(app, ORPHAN, "NOTIFY"))).getFirst();
        JsonNode decided = decide(POLICIES, finding.path("id").asString(),
                Map.of("decision", "REMEDIATE", "action", "DELETE", "reason", "Nobody knows it"));
        assertThat(decided.path("status").asString()).isEqualTo("ACTED");
        awaitStatus(taskOf(finding, SOURCE, "DELETE").path("id").asString(), "SUCCEEDED");
    }

    @Test
    void aTargetThatCannotBeReadEndsTheRunWithASentence() {
        App app = application();
        account(app, "sam");
        MemoryConnectorType.listing(app.name(), () -> {
            throw new IllegalStateException("The directory is on fire.");
        });
        JsonNode run = run(POLICIES, policy(app, ORPHAN, "DELETE"));
        assertThat(run.path("status").asString()).isEqualTo("FAILED");
        assertThat(run.path("failure").asString()).contains(app.name()).contains("on fire");
        assertThat(logged(app, SOURCE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ldap, HANG", "ldap, GARBAGE", "scim, NO_JSON", "scim, FLOOD", "scim, DRIP", "scim, REDIRECT"})
    void aHostileTargetEndsTheRunWithASentence(String connector, HostileTarget.Manner manner) {
        try (HostileTarget target = HostileTarget.thatDoes(manner)) {
            String address = "127.0.0.1:" + target.address().getPort();
            App app = connector.equals("ldap")
                    ? impatient("ldap", Map.of("url", "ldap://" + address, "bindDn", "cn=admin,dc=example", "baseDn", "dc=example"), Map.of("password", "not-the-password"))
                    : impatient("scim", Map.of("baseUrl", "http://" + address), Map.of("token", "not-the-token"));
            JsonNode run = run(POLICIES, policy(app, ORPHAN, "DELETE"));
            assertThat(run.path("status").asString()).isEqualTo("FAILED");
            assertThat(run.path("failure").asString()).contains(app.name()).contains("could not be read").doesNotContain("not-the-");
            assertThat(log(app)).isEmpty();
        }
    }

    // ── duplicate ─────────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void ofDuplicatesTheNewestIsKept() {
        App app = application();
        String user = user("Twice There");
        String older = accountOf(app, user, TestServer.unique("dup"));
        advance(Duration.ofMinutes(1));
        String newer = accountOf(app, user, TestServer.unique("dup"));
        List<JsonNode> found = found(POLICIES, done(POLICIES, policy(app, KEEP_NEWEST, "DELETE")));
        assertThat(found).extracting(one -> one.path("accountId").asString()).containsExactly(older);
        awaitStatus(taskOf(found.getFirst(), SOURCE, "DELETE").path("id").asString(), "SUCCEEDED");
        assertThat(isGone(older)).isTrue();
        assertThat(accountOf(newer).path("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void orTheOldest() {
        App app = application();
        String user = user("Twice There");
        accountOf(app, user, TestServer.unique("dup"));
        advance(Duration.ofMinutes(1));
        String newer = accountOf(app, user, TestServer.unique("dup"));
        List<JsonNode> found = found(POLICIES, done(POLICIES, policy(app, KEEP_OLDEST, "DISABLE")));
        assertThat(found).extracting(one -> one.path("accountId").asString()).containsExactly(newer);
        taskOf(found.getFirst(), SOURCE, "DISABLE");
    }

    @Test
    void onEqualTimesBothAreKept() {
        App app = application(Map.of("dataSynchronization", false));
        String user = user("Made At Once");
        Made one = requestedAccountOf(app, user, TestServer.unique("dup"));
        Made other = requestedAccountOf(app, user, TestServer.unique("dup"));
        assertThat(accountOf(one.account()).path("createdAt").asString()).isEqualTo(accountOf(other.account()).path("createdAt").asString());
        assertThat(found(POLICIES, done(POLICIES, policy(app, KEEP_NEWEST, "DELETE")))).isEmpty();
        assertThat(found(POLICIES, done(POLICIES, policy(app, KEEP_OLDEST, "DELETE")))).isEmpty();
        assertThat(isGone(one.account()) || isGone(other.account())).isFalse();
    }

    @Test
    void disabledDuplicatesAreLeftAlone() {
        App app = application();
        String user = user("Once Disabled");
        String older = accountOf(app, user, TestServer.unique("dup"));
        awaitStatus(disable(older).task(), "SUCCEEDED");
        advance(Duration.ofMinutes(1));
        accountOf(app, user, TestServer.unique("dup"));
        assertThat(found(POLICIES, done(POLICIES, policy(app, KEEP_NEWEST, "DELETE")))).isEmpty();
        assertThat(logged(app, SOURCE)).isZero();
    }

    @Test
    void aRequestedDuplicateCounts() {
        App app = application();
        String user = user("Not Yet There");
        String older = accountOf(app, user, TestServer.unique("dup"));
        advance(Duration.ofMinutes(1));
        app.target().answers(ScriptedTarget.refused("Not now."));
        Made newer = requestedAccountOf(app, user, TestServer.unique("dup"));
        awaitStatus(newer.task(), "FAILED");
        assertThat(found(POLICIES, done(POLICIES, policy(app, KEEP_NEWEST, "NOTIFY")))).extracting(one -> one.path("accountId").asString())
                .containsExactly(older);
    }

    // ── safety, and what else a run does ──────────────────────────────────────────────────────────────────────────

    @Test
    void aRunThatWouldTouchTooMuchWaitsForAPerson() {
        App app = application(Map.of("dataSynchronization", false));
        IntStream.range(0, 3).forEach(i -> signedIn(app, Map.of("accountId", create(app, "idle" + i).account(), "at", daysAgo(100))));
        String policy = policy(app, DORMANT, "DELETE", Map.of("limits", Map.of("accounts", 2)));
        JsonNode held = run(POLICIES, policy);
        assertThat(held.path("status").asString()).isEqualTo("HELD");
        assertThat(held.path("heldBecause").asString()).contains("3").contains("2");
        assertThat(statuses(found(POLICIES, held))).containsOnly("HELD");
        assertThat(ok(api.get("/api/v1/accounts?applicationId=" + app.id())).path("items")).hasSize(3);
        assertThat(api.post(POLICIES.checks() + "/" + policy + "/runs", Map.of()).field("code")).isEqualTo("NOT_ALLOWED_IN_STATE");
        String path = POLICIES.runs() + "/" + held.path("id").asString();
        ok(api.post(path + "/release", null));
        assertThat(awaitRun(POLICIES, held.path("id").asString()).path("acted").asInt()).isEqualTo(3);
        assertThat(ok(api.get("/api/v1/accounts?applicationId=" + app.id())).path("items")).isEmpty();
    }

    @Test
    void theLimitMayBeAPercentage() {
        App app = application(Map.of("dataSynchronization", false));
        IntStream.range(0, 4).forEach(i -> create(app, "busy" + i));
        signedIn(app, Map.of("accountId", create(app, "idle").account(), "at", daysAgo(100)));
        assertThat(run(POLICIES, policy(app, DORMANT, "DISABLE", Map.of("limits", Map.of("percent", 10)))).path("status").asString()).isEqualTo("HELD");
        assertThat(run(POLICIES, policy(app, DORMANT, "DISABLE", Map.of("limits", Map.of("percent", 20)))).path("status").asString()).isEqualTo("DONE");
    }

    @Test
    void aHeldRunThatIsCancelledLeavesItsFindingsOpen() {
        App app = application();
        String idle = account(app, "idle");
        signedIn(app, Map.of("accountId", idle, "at", daysAgo(100)));
        JsonNode held = run(POLICIES, policy(app, DORMANT, "DELETE", Map.of("limits", Map.of("accounts", 0))));
        assertThat(ok(api.post(POLICIES.runs() + "/" + held.path("id").asString() + "/cancel", null)).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(statuses(found(POLICIES, held))).containsExactly("OPEN");
        assertThat(logged(app, SOURCE)).isZero();
    }

    @Test
    void whatIsFoundAgainIsTheSameFindingAndEndsWhenItIsThereNoMore() {
        App app = application();
        String idle = account(app, "idle");
        signedIn(app, Map.of("accountId", idle, "at", daysAgo(100)));
        String policy = policy(app, DORMANT, "NOTIFY");
        String first = found(POLICIES, done(POLICIES, policy)).getFirst().path("id").asString();
        JsonNode again = done(POLICIES, policy);
        assertThat(found(POLICIES, again)).extracting(one -> one.path("id").asString()).containsExactly(first);
        assertThat(again.path("fresh").asInt()).isZero();
        signedIn(app, Map.of("accountId", idle, "at", daysAgo(0)));
        assertThat(done(POLICIES, policy).path("resolved").asInt()).isEqualTo(1);
        assertThat(finding(POLICIES, first).path("status").asString()).isEqualTo("RESOLVED");
    }

    @Test
    void aLongRunGoesOnInGroups() {
        App app = application(Map.of("dataSynchronization", false));
        List<Map<String, Object>> reports = IntStream.range(0, 620)
                .mapToObj(i -> Map.<String, Object>of("accountId", create(app, "idle" + i).account(), "at", daysAgo(100))).toList();
        ok(api.post("/api/v1/accounts/sign-ins", Map.of("applicationId", app.id(), "signIns", reports)));
        JsonNode run = done(POLICIES, policy(app, DORMANT, "DISABLE", Map.of("limits", Map.of())));
        assertThat(run.path("found").asInt()).isEqualTo(620);
        assertThat(run.path("acted").asInt()).isEqualTo(620);
    }

    @Test
    void aRunWhoseServerStoppedGoesOnOnAnother() {
        App app = application(Map.of("dataSynchronization", false));
        String idle = create(app, "idle").account();
        signedIn(app, Map.of("accountId", idle, "at", daysAgo(100)));
        String policy = policy(app, DORMANT, "DISABLE", Map.of("limits", Map.of("accounts", 0)));
        String run = run(POLICIES, policy).path("id").asString();
        // As a server leaves it that was killed right after the release.
        server.database().jdbc().sql("""
                update governance_run set status = 'RUNNING', held_because = null, phase = 'ACTING', lease_holder = gen_random_uuid(),
                    lease_until = timestamptz '2020-01-01' where id = cast(? as uuid)""").param(run).update();
        JsonNode done = awaitRun(POLICIES, run);
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(accountOf(idle).path("status").asString()).isEqualTo("DISABLED");
    }

    @Test
    void aPolicyThatCannotWorkIsRefusedWithTheFieldToChange() {
        App app = application();
        assertRefused(app, Map.of("kind", "DORMANT"), "DISABLE", "definition.days");
        assertRefused(app, Map.of("kind", "DUPLICATE"), "DISABLE", "definition.keep");
        assertRefused(app, DORMANT, "UNBIND", "action");
        assertRefused(app, Map.of("kind", "UNJUSTIFIED_GRANT"), "NOTIFY", "definition.kind");
        assertRefused(app, Map.of("kind", "SLEEPING"), "NOTIFY", "definition.kind");
        assertRefused(app, Map.of("days", 3), "NOTIFY", "definition.kind");
        Answer nul = api.post(POLICIES.checks(), Map.of("applicationId", app.id(), "name", "a\0b", "definition", KEEP_OLDEST, "action", "NOTIFY"));
        assertThat(nul.status()).isEqualTo(400);
        App rest = connected("rest", Map.of("baseUrl", "http://localhost:1", "create.url", "/accounts"), Map.of());
        assertRefused(rest, Map.of("kind", "ORPHAN", "readTarget", true), "NOTIFY", "definition.readTarget");
    }

    private void assertRefused(App app, Map<String, Object> definition, String action, String field) {
        Answer answer = api.post(POLICIES.checks(), Map.of("applicationId", app.id(), "name", TestServer.unique("Policy"),
                "definition", definition, "action", action));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString()).isEqualTo(field);
    }

    private List<JsonNode> runsOf(String policy) {
        return ok(api.get(POLICIES.runs() + "?checkId=" + policy)).path("items").valueStream().toList();
    }

    @SafeVarargs
    private void signedIn(App app, Map<String, Object>... reports) {
        JsonNode answer = ok(api.post("/api/v1/accounts/sign-ins", Map.of("applicationId", app.id(), "signIns", List.of(reports))));
        assertThat(answer.path("notTaken")).isEmpty();
    }

    private String daysAgo(int days) {
        return server.clock().instant().minus(Duration.ofDays(days)).toString();
    }

    private static void listed(App app, RemoteAccount... accounts) {
        MemoryConnectorType.listing(app.name(), () -> List.of(accounts));
    }

    private static RemoteAccount remote(String id, String name, String lastSignIn) {
        return new RemoteAccount(id, name, Optional.of(true), Map.of(), Optional.empty(), Optional.ofNullable(lastSignIn).map(Instant::parse));
    }

    private void governance(boolean on) {
        ok(api.ifMatch(api.get("/api/v1/modules").header("ETag"))
                .put("/api/v1/modules", Map.of("lifecycleManagement", true, "identityGovernance", on)));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
