package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlements;
import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Source 8: Identity Governance → Permission Governance → Policy Execution finds violations. */
class ComplianceStoryTest extends GovernanceStory {

    private static final String SOURCE = "COMPLIANCE_REVIEW";

    // ── separation of duties ──────────────────────────────────────────────────────────────────────────────────────

    @Test
    void whoHoldsBothSidesLosesOneOfThem() {
        App app = application();
        String pay = permission(app, "pay");
        String approve = permission(app, "approve");
        String read = permission(app, "read");
        String both = accountOf(app, user("Both Sides"), TestServer.unique("both"), pay, approve, read);
        accountOf(app, user("One Side"), TestServer.unique("one"), pay, read);
        List<JsonNode> found = found(COMPLIANCE, done(COMPLIANCE, rule(duties(pay, approve, "B"), "UNBIND")));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().path("userName").asString()).isEqualTo("Both Sides");
        JsonNode task = taskOf(found.getFirst(), SOURCE, "UPDATE");
        awaitStatus(task.path("id").asString(), "SUCCEEDED");
        assertThat(held(both)).containsExactlyInAnyOrder("pay", "read");
    }

    @Test
    void theSidesMayBeInTwoApplications() {
        App one = application();
        App other = application();
        String pay = permission(one, "pay");
        String approve = permission(other, "approve");
        String user = user("Across Applications");
        accountOf(one, user, TestServer.unique("x"), pay);
        String approver = accountOf(other, user, TestServer.unique("x"), approve);
        List<JsonNode> found = found(COMPLIANCE, done(COMPLIANCE, rule(duties(pay, approve, "B"), "DISABLE")));
        awaitStatus(taskOf(found.getFirst(), SOURCE, "DISABLE").path("id").asString(), "SUCCEEDED");
        assertThat(accountOf(approver).path("status").asString()).isEqualTo("DISABLED");
        assertThat(logged(one, SOURCE)).isZero();
    }

    @Test
    void aViolationFoundAgainIsTheSameFindingAndEndsWhenItIsResolved() {
        App app = application();
        String pay = permission(app, "pay");
        String approve = permission(app, "approve");
        String account = accountOf(app, user("Again And Again"), TestServer.unique("again"), pay, approve);
        String rule = rule(duties(pay, approve, "A"), "NOTIFY");
        String first = found(COMPLIANCE, done(COMPLIANCE, rule)).getFirst().path("id").asString();
        JsonNode again = done(COMPLIANCE, rule);
        assertThat(found(COMPLIANCE, again)).extracting(one -> one.path("id").asString()).containsExactly(first);
        assertThat(again.path("fresh").asInt()).isZero();
        assertThat(finding(COMPLIANCE, first).path("status").asString()).isEqualTo("OPEN");
        awaitStatus(unbind(account, pay).task(), "SUCCEEDED");
        assertThat(done(COMPLIANCE, rule).path("resolved").asInt()).isEqualTo(1);
        assertThat(finding(COMPLIANCE, first).path("status").asString()).isEqualTo("RESOLVED");
        assertThat(logged(app, SOURCE)).isZero();
    }

    @Test
    void aReviewerDecidesWhatIsTakenAway() {
        App app = application();
        String pay = permission(app, "pay");
        String approve = permission(app, "approve");
        String account = accountOf(app, user("Decided Upon"), TestServer.unique("decided"), pay, approve);
        JsonNode finding = found(COMPLIANCE, done(COMPLIANCE, rule(duties(pay, approve, "A"), "NOTIFY"))).getFirst();
        JsonNode decided = decide(COMPLIANCE, finding.path("id").asString(),
                Map.of("decision", "REMEDIATE", "action", "UNBIND", "side", "B", "reason", "Paying is the job"));
        assertThat(decided.path("status").asString()).isEqualTo("ACTED");
        assertThat(decided.path("decidedBy").asString()).isNotBlank();
        JsonNode task = taskOf(finding, SOURCE, "UPDATE");
        assertThat(task.path("initiator").path("kind").asString()).isEqualTo("API_TOKEN");
        awaitStatus(task.path("id").asString(), "SUCCEEDED");
        assertThat(held(account)).containsExactly("pay");
    }

    @Test
    void whatIsLetPassStaysPassedUntilItsEnd() {
        App app = application();
        String pay = permission(app, "pay");
        String approve = permission(app, "approve");
        accountOf(app, user("Let Pass"), TestServer.unique("pass"), pay, approve);
        String rule = rule(duties(pay, approve, "A"), "UNBIND");
        String notify = rule(duties(pay, approve, "A"), "NOTIFY");
        String finding = found(COMPLIANCE, done(COMPLIANCE, notify)).getFirst().path("id").asString();
        decide(COMPLIANCE, finding, Map.of("decision", "PASS", "reason", "The deputy is ill", "until", in(Duration.ofHours(5))));
        assertThat(statuses(found(COMPLIANCE, done(COMPLIANCE, notify)))).containsExactly("PASSED");
        advance(Duration.ofHours(6));
        assertThat(statuses(found(COMPLIANCE, done(COMPLIANCE, notify)))).containsExactly("OPEN");
        assertThat(logged(app, SOURCE)).isZero();
        done(COMPLIANCE, rule);
        assertThat(logged(app, SOURCE)).isEqualTo(1);
    }

    // ── forbidden grant ───────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aForbiddenGrantIsTakenAwayFromThoseItIsForbiddenTo() {
        App app = application();
        String admin = permission(app, "admin");
        String external = userWith("External Emil", Map.of("contract", "external"));
        String internal = userWith("Internal Ines", Map.of("contract", "internal"));
        String without = user("Without Attribute");
        String account = accountOf(app, external, TestServer.unique("ext"), admin);
        accountOf(app, internal, TestServer.unique("int"), admin);
        accountOf(app, without, TestServer.unique("none"), admin);
        List<JsonNode> found = found(COMPLIANCE, done(COMPLIANCE, rule(Map.of("kind", "FORBIDDEN_GRANT",
                "expression", "user.attributes.contract == 'external'", "permissionIds", List.of(admin)), "UNBIND")));
        assertThat(found).extracting(one -> one.path("accountId").asString()).containsExactly(account);
        awaitStatus(taskOf(found.getFirst(), SOURCE, "UPDATE").path("id").asString(), "SUCCEEDED");
        assertThat(held(account)).isEmpty();
    }

    @Test
    void orTheirAccountIsDeleted() {
        App app = application();
        String admin = permission(app, "admin");
        String account = accountOf(app, userWith("External Edda", Map.of("contract", "external")), TestServer.unique("ext"), admin);
        List<JsonNode> found = found(COMPLIANCE, done(COMPLIANCE, rule(Map.of("kind", "FORBIDDEN_GRANT",
                "expression", "user.attributes.contract == 'external'", "permissionIds", List.of(admin)), "DELETE")));
        awaitStatus(taskOf(found.getFirst(), SOURCE, "DELETE").path("id").asString(), "SUCCEEDED");
        assertThat(isGone(account)).isTrue();
    }

    // ── unjustified grant ─────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void whatNothingJustifiesIsTakenAwayAndWhatSomethingJustifiesStays() {
        App app = application();
        String justified = permission(app, "justified");
        String strange = permission(app, "strange");
        String user = user("Half Justified");
        String account = accountOf(app, user, TestServer.unique("half"), justified, strange);
        because(user, app, justified, Entitlement.Reason.REQUEST);
        List<JsonNode> found = found(COMPLIANCE, done(COMPLIANCE, rule(unjustified(app), "UNBIND")));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().path("kind").asString()).isEqualTo("UNJUSTIFIED_PERMISSION");
        awaitStatus(taskOf(found.getFirst(), SOURCE, "UPDATE").path("id").asString(), "SUCCEEDED");
        assertThat(held(account)).containsExactly("justified");
    }

    @Test
    void anUnjustifiedAccountIsDisabled() {
        App app = application();
        String account = accountOf(app, user("Never Asked For"), TestServer.unique("never"));
        List<JsonNode> found = found(COMPLIANCE, done(COMPLIANCE, rule(unjustified(app), "DISABLE")));
        assertThat(found).extracting(one -> one.path("kind").asString()).containsExactly("UNJUSTIFIED_ACCOUNT");
        awaitStatus(taskOf(found.getFirst(), SOURCE, "DISABLE").path("id").asString(), "SUCCEEDED");
        assertThat(accountOf(account).path("status").asString()).isEqualTo("DISABLED");
    }

    @Test
    void severalFindingsAboutOneAccountAreTasksOfTheirOwn() {
        App app = application();
        String one = permission(app, "one");
        String other = permission(app, "other");
        String user = user("Twice Too Much");
        String account = accountOf(app, user, TestServer.unique("two"), one, other);
        because(user, app, null, Entitlement.Reason.POLICY);
        List<JsonNode> found = found(COMPLIANCE, done(COMPLIANCE, rule(unjustified(app), "UNBIND")));
        assertThat(found).hasSize(2);
        found.forEach(finding -> awaitStatus(taskOf(finding, SOURCE, "UPDATE").path("id").asString(), "SUCCEEDED"));
        assertThat(held(account)).isEmpty();
    }

    @Test
    void anExceptionJustifiesUntilItsEnd() {
        App app = application();
        String strange = permission(app, "strange");
        String user = user("By Exception");
        String account = accountOf(app, user, TestServer.unique("exc"), strange);
        because(user, app, null, Entitlement.Reason.POLICY);
        String rule = rule(unjustified(app), "NOTIFY");
        String finding = found(COMPLIANCE, done(COMPLIANCE, rule)).getFirst().path("id").asString();
        decide(COMPLIANCE, finding, Map.of("decision", "PASS", "reason", "Until the audit", "until", in(Duration.ofHours(5))));
        List<Entitlement> exceptions = server.bean(Entitlements.class).because(UUID.fromString(finding), 10);
        assertThat(exceptions).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(Entitlement.Reason.EXCEPTION);
            assertThat(one.permissionId()).isEqualTo(UUID.fromString(strange));
            assertThat(one.endsAt()).isNotNull();
        });
        assertThat(found(COMPLIANCE, done(COMPLIANCE, rule(unjustified(app), "UNBIND")))).isEmpty();
        assertThat(held(account)).containsExactly("strange");
    }

    @Test
    void whenAnExceptionEndsNothingIsTakenAwayByItselfAndTheRuleCountsItAgain() {
        App app = application();
        String strange = permission(app, "strange");
        String user = user("No Longer By Exception");
        String account = accountOf(app, user, TestServer.unique("exc"), strange);
        because(user, app, null, Entitlement.Reason.POLICY);
        String finding = found(COMPLIANCE, done(COMPLIANCE, rule(unjustified(app), "NOTIFY"))).getFirst().path("id").asString();
        decide(COMPLIANCE, finding, Map.of("decision", "PASS", "reason", "Until the audit", "until", in(Duration.ofHours(5))));

        advance(Duration.ofHours(6));
        await(() -> assertThat(server.bean(Entitlements.class).because(UUID.fromString(finding), 10)).as("expiry has looked").isEmpty());

        assertThat(held(account)).containsExactly("strange");
        assertThat(logged(app, "PERMISSION_EXPIRY")).isZero();
        JsonNode again = found(COMPLIANCE, done(COMPLIANCE, rule(unjustified(app), "UNBIND"))).getFirst();
        awaitStatus(taskOf(again, SOURCE, "UPDATE").path("id").asString(), "SUCCEEDED");
        assertThat(held(account)).isEmpty();
    }

    // ── what it keeps to ──────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void withoutDataSynchronizationItTakesEffectAtOnceAndTheLogShowsNothing() {
        App app = application(Map.of("dataSynchronization", false));
        String strange = permission(app, "strange");
        String account = accountOf(app, user("Offline Olga"), TestServer.unique("off"), strange);
        List<JsonNode> found = found(COMPLIANCE, done(COMPLIANCE, rule(Map.of("kind", "UNJUSTIFIED_GRANT",
                "applicationIds", List.of(app.id()), "accounts", false), "UNBIND")));
        assertThat(statuses(found)).containsExactly("ACTED");
        assertThat(held(account)).isEmpty();
        assertThat(log(app)).isEmpty();
    }

    @Test
    void aDryRunShowsAndChangesNothing() {
        App app = application();
        String account = accountOf(app, user("Dry Dora"), TestServer.unique("dry"), permission(app, "strange"));
        String rule = rule(unjustified(app), "UNBIND");
        JsonNode dry = run(COMPLIANCE, rule, true);
        assertThat(statuses(found(COMPLIANCE, dry))).containsOnly("DRY");
        assertThat(held(account)).containsExactly("strange");
        assertThat(logged(app, SOURCE)).isZero();
    }

    @Test
    void aRequestThatWasOverruledNoLongerJustifies() {
        App app = application();
        String pay = permission(app, "pay");
        String approve = permission(app, "approve");
        String user = user("Overruled Otto");
        accountOf(app, user, TestServer.unique("over"), pay, approve);
        because(user, app, approve, Entitlement.Reason.REQUEST);
        done(COMPLIANCE, rule(duties(pay, approve, "B"), "UNBIND"));
        assertThat(server.bean(Entitlements.class).of(List.of(UUID.fromString(user)))).isEmpty();
    }

    @Test
    void aRuleThatCannotWorkIsRefusedWithTheFieldToChange() {
        App app = application();
        String pay = permission(app, "pay");
        assertRefused(duties(pay, pay, "A"), "definition.permissionsB");
        assertRefused(Map.of("kind", "FORBIDDEN_GRANT", "expression", "user.", "permissionIds", List.of(pay)), "definition.expression");
        assertRefused(Map.of("kind", "FORBIDDEN_GRANT", "expression", "true", "permissionIds", List.of()), "definition.permissionIds");
        assertRefused(Map.of("kind", "DUPLICATE", "keep", "NEWEST"), "definition.kind");
    }

    @Test
    void aDecisionNeedsAReasonAndAnExceptionAnEnd() {
        App app = application();
        String pay = permission(app, "pay");
        String approve = permission(app, "approve");
        accountOf(app, user("Undecided Uwe"), TestServer.unique("un"), pay, approve);
        String finding = found(COMPLIANCE, done(COMPLIANCE, rule(duties(pay, approve, "A"), "NOTIFY"))).getFirst().path("id").asString();
        String path = COMPLIANCE.findings() + "/" + finding + "/decision";
        assertThat(api.post(path, Map.of("decision", "PASS", "until", in(Duration.ofHours(1)))).status()).isEqualTo(400);
        assertThat(api.post(path, Map.of("decision", "PASS", "reason", "For ever")).status()).isEqualTo(400);
        assertThat(api.post(path, Map.of("decision", "REMEDIATE", "reason", "Somehow")).status()).isEqualTo(400);
        assertThat(finding(COMPLIANCE, finding).path("status").asString()).isEqualTo("OPEN");
    }

    private void assertRefused(Map<String, Object> definition, String field) {
        Answer answer = api.post(COMPLIANCE.checks(), Map.of("name", TestServer.unique("Rule"), "definition", definition, "action", "NOTIFY"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString()).isEqualTo(field);
    }

    private static Map<String, Object> duties(String one, String other, String side) {
        return Map.of("kind", "SEPARATION_OF_DUTIES", "permissionsA", List.of(one), "permissionsB", List.of(other), "side", side);
    }

    private static Map<String, Object> unjustified(App app) {
        return Map.of("kind", "UNJUSTIFIED_GRANT", "applicationIds", List.of(app.id()));
    }

    /** As a policy or an approved request would. */
    private void because(String user, App app, String permission, Entitlement.Reason reason) {
        Entitlement entitlement = new Entitlement(UUID.fromString(user), UUID.fromString(app.id()),
                permission == null ? null : UUID.fromString(permission), reason, UUID.randomUUID(), null, null);
        server.bean(TransactionTemplate.class).executeWithoutResult(_ -> server.bean(Entitlements.class).grant(List.of(entitlement)));
    }

    private String userWith(String displayName, Map<String, Object> attributes) {
        return ok(api.post("/api/v1/users", Map.of("userName", TestServer.unique("user"), "displayName", displayName, "attributes", attributes)))
                .path("id").asString();
    }

    private List<String> held(String account) {
        return accountOf(account).path("bindings").valueStream()
                .filter(binding -> binding.path("status").asString().equals("HELD"))
                .map(binding -> binding.path("permission").path("name").asString()).toList();
    }

    private String in(Duration time) {
        return server.clock().instant().plus(time).toString();
    }
}
