package dev.syncline.connectors.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Reading;
import dev.syncline.connector.RemoteAccount;
import dev.syncline.connector.Settings;
import dev.syncline.testkit.RecordingExchanges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a user's changes are on the wire, and what becomes of users who are there already or have left. */
class FeishuUsersTest {

    private final List<Tenancy> open = new ArrayList<>();

    @AfterEach
    void stop() {
        open.forEach(Tenancy::close);
    }

    private Tenancy tenancy(String... settings) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            given.put(settings[i], settings[i + 1]);
        }
        open.add(new Tenancy(given));
        return open.getLast();
    }

    @Test
    void aCreationHasTheTaskAsItsTokenAndRepeatedAddsNobody() {
        Tenancy tenancy = tenancy();
        UUID task = UUID.randomUUID();
        Change change = Tenancy.change(task, Action.CREATE, "ada", Optional.empty(), Tenancy.ada(), Optional.empty());

        Outcome.Done first = tenancy.done(change);
        assertThat(tenancy.requests()).containsExactly(
                "POST /contact/v3/users?user_id_type=open_id&department_id_type=open_department_id&client_token=" + task);
        assertThat(tenancy.body(0).path("user_id").asString()).isEqualTo("ada");
        assertThat(tenancy.body(0).path("department_ids").path(0).asString()).as("the default department").isEqualTo("0");
        assertThat(tenancy.done(change)).isEqualTo(first);
        assertThat(tenancy.feishu.users()).hasSize(1);
    }

    @Test
    void anEarlierRequestOfTheSameTaskWithOtherValuesIsOursAndGetsTheNewOnes() {
        Tenancy tenancy = tenancy();
        UUID task = UUID.randomUUID();
        String sales = tenancy.feishu.seed().department("Sales", "0");
        String id = tenancy.done(Tenancy.change(task, Action.CREATE, "ada", Optional.empty(), Tenancy.ada(), Optional.empty())).remoteId().orElseThrow();

        Outcome.Done again = tenancy.done(Tenancy.change(task, Action.CREATE, "ada", Optional.empty(), Tenancy.ada(), Optional.of(Change.Place.in(sales))));

        assertThat(again.remoteId()).contains(id);
        assertThat(again.note()).hasValueSatisfying(note -> assertThat(note).contains("earlier request of this task"));
        assertThat(user(tenancy, id).path("department_ids").path(0).asString()).isEqualTo(sales);
    }

    @Test
    void anUpdateSendsWhatChangesAndNothingElse() {
        Tenancy tenancy = tenancy();
        String field = tenancy.feishu.seed().customAttribute("TEXT", "Badge");
        String id = tenancy.create("ada", Tenancy.ada());
        Map<String, Object> changes = new HashMap<>();
        changes.put("city", "Hangzhou");
        changes.put("custom:" + field, "B-7");
        changes.put("employee_type", "2");

        tenancy.done(Tenancy.change(Action.UPDATE, "ada", Optional.of(id), changes));

        assertThat(tenancy.requests()).hasSize(1);
        assertThat(tenancy.body(0).propertyNames()).containsExactlyInAnyOrder("city", "custom_attrs", "employee_type");
        assertThat(user(tenancy, id).path("employee_type").asInt()).isEqualTo(2);
        assertThat(tenancy.connector.read(ObjectType.ACCOUNT, "ada", Optional.of(id), new RecordingExchanges()))
                .isInstanceOfSatisfying(Reading.Found.class, found -> assertThat(found.attributes())
                        .containsEntry("custom:" + field, "B-7").containsEntry("city", "Hangzhou").containsEntry("user_id", "ada"));
        changes.clear();
        changes.put("city", null);
        changes.put("join_time", null);
        changes.put("custom:" + field, null);
        tenancy.done(Tenancy.change(Action.UPDATE, "ada", Optional.of(id), changes));
        assertThat(user(tenancy, id).path("city").asString()).isEmpty();
        assertThat(user(tenancy, id).has("join_time")).isFalse();
        changes.clear();
        changes.put("department_ids", null);
        tenancy.done(Tenancy.change(Action.UPDATE, "ada", Optional.of(id), changes));
        assertThat(user(tenancy, id).path("department_ids").path(0).asString()).as("nobody is in no department").isEqualTo("0");
        changes.clear();
        changes.put("employee_type", null);
        assertThat(tenancy.apply(Tenancy.change(Action.UPDATE, "ada", Optional.of(id), changes))).isInstanceOfSatisfying(
                Outcome.Invalid.class, invalid -> assertThat(invalid.message()).contains("\"employee_type\"").contains("cannot be cleared"));
    }

    @Test
    void anAttributeFeishuDoesNotHaveIsInvalidAndNothingIsSent() {
        Tenancy tenancy = tenancy();
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("title", "x"), Map.of("gender", "female"), Map.of("user_id", "bob"))) {
            assertThat(tenancy.apply(Tenancy.change(Action.CREATE, "ada", Optional.empty(), wrong))).isInstanceOfSatisfying(Outcome.Invalid.class,
                    invalid -> assertThat(invalid.message()).contains("\"" + wrong.keySet().iterator().next() + "\"").endsWith("."));
            assertThat(tenancy.record().all()).isEmpty();
        }
    }

    @Test
    void somebodyElsesMobileNumberIsRefusedOrAdoptedAndTheDecisionIsOnRecord() {
        for (String rule : List.of("REFUSE", "ADOPT")) {
            Tenancy tenancy = tenancy("conflict", rule, "nameField", "EMAIL");
            String id = tenancy.feishu.seed().user("Ada L.", "13012345678", "0", Map.of("email", "old@example.com"));
            Map<String, Object> wanted = new HashMap<>(Map.of("name", "Ada", "mobile", "+8613012345678"));
            Outcome outcome = tenancy.apply(Tenancy.change(Action.CREATE, "ada@example.com", Optional.empty(), wanted));
            if (rule.equals("REFUSE")) {
                assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused ->
                        assertThat(refused.message()).contains("41001").contains("the mobile of").contains("old@example.com").contains("set to refuse"));
                assertThat(user(tenancy, id).path("name").asString()).isEqualTo("Ada L.");
            } else {
                assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class, done -> {
                    assertThat(done.remoteId()).contains(id);
                    assertThat(done.note()).hasValueSatisfying(note -> assertThat(note).startsWith("Adopted the existing user"));
                });
                assertThat(user(tenancy, id).path("email").asString()).isEqualTo("ada@example.com");
            }
        }
    }

    @Test
    void whoCannotBeFoundYetIsLookedForAgain() {
        Tenancy tenancy = tenancy("nameField", "EMAIL");
        tenancy.feishu.seed().user("Ada", "13012345678", "0", Map.of("email", "ada@example.com"));
        tenancy.feishu.settings().lag(Duration.ofSeconds(30));
        Change change = Tenancy.change(Action.CREATE, "ada@example.com", Optional.empty(), Map.of("name", "Ada", "mobile", "+8613012345678"));
        assertThat(tenancy.apply(change)).isInstanceOf(Outcome.Unavailable.class);
        tenancy.clock.advance(Duration.ofSeconds(31));
        assertThat(tenancy.done(change).note()).contains("The user was already there with these values.");
    }

    @Test
    void aDeletionHandsOverAndWhoHasResignedIsGone() {
        Tenancy tenancy = tenancy();
        String heir = tenancy.feishu.seed().user("Heir", "13011111111", "0");
        Tenancy handing = tenancy("acceptor", "filled below");
        assertThat(handing.create("bob", Tenancy.ada())).startsWith("ou_");
        assertThat(handing.apply(Tenancy.change(Action.DELETE, "bob", Optional.empty(), Map.of()))).isInstanceOfSatisfying(
                Outcome.Refused.class, refused -> assertThat(refused.message()).contains("41052").contains("successor"));

        String id = tenancy.create("ada", Tenancy.ada());
        assertThat(tenancy.done(Tenancy.change(Action.DELETE, "ada", Optional.of(id), Map.of())).note()).isEmpty();
        assertThat(tenancy.body(0).isEmpty()).as("what is named for nobody is left to Feishu").isTrue();
        assertThat(user(tenancy, id).path("status").path("is_resigned").asBoolean()).isTrue();
        assertThat(tenancy.done(Tenancy.change(Action.DELETE, "ada", Optional.of(id), Map.of())).note()).isPresent();
        assertThat(heir).startsWith("ou_");
    }

    @Test
    void theSettingsSayWhoGetsWhat() {
        Handover handover = Handover.of(new Settings(Map.of("acceptor", "ou_all", "docsAcceptor", "ou_docs",
                "emailHandling", "TRANSFER"), Duration.ofSeconds(1)));
        JsonNode body = handover.body();
        assertThat(body.path("docs_acceptor_user_id").asString()).isEqualTo("ou_docs");
        for (String what : List.of("department_chat", "external_chat", "calendar", "application", "minutes", "survey", "anycross")) {
            assertThat(body.path(what + "_acceptor_user_id").asString()).as(what).isEqualTo("ou_all");
        }
        assertThat(body.path("email_acceptor").toString()).isEqualTo("{\"processing_type\":\"1\",\"acceptor_user_id\":\"ou_all\"}");
    }

    @Test
    void whoResignedIsBroughtBackWhereTheConnectionSaysSo() {
        Tenancy tenancy = tenancy("resurrect", "true");
        String sales = tenancy.feishu.seed().department("Sales", "0");
        String id = tenancy.create("ada", Tenancy.ada());
        tenancy.done(Tenancy.change(Action.DELETE, "ada", Optional.of(id), Map.of()));

        Outcome.Done back = tenancy.done(Tenancy.change(UUID.randomUUID(), Action.CREATE, "ada", Optional.empty(), Tenancy.ada(),
                Optional.of(Change.Place.in(sales))));

        assertThat(back.remoteId()).contains(id);
        assertThat(back.note()).hasValueSatisfying(note -> assertThat(note).startsWith("Brought the user"));
        assertThat(user(tenancy, id).path("department_ids").path(0).asString()).isEqualTo(sales);
        tenancy.done(Tenancy.change(Action.DELETE, "ada", Optional.of(id), Map.of()));
        tenancy.clock.advance(Duration.ofDays(31));
        assertThat(tenancy.create("ada", Tenancy.ada())).as("too long ago: a new one").isNotEqualTo(id);
    }

    @Test
    void aUserInTwoDepartmentsIsListedOnceWithTheMainOneAsItsOrganization() {
        Tenancy tenancy = tenancy();
        String sales = tenancy.feishu.seed().department("Sales", "0");
        String field = tenancy.feishu.seed().department("Field", sales);
        Map<String, Object> attributes = Tenancy.ada();
        attributes.put("department_ids", List.of(sales));
        String id = tenancy.done(Tenancy.change(UUID.randomUUID(), Action.CREATE, "ada", Optional.empty(), attributes, Optional.of(Change.Place.in(field))))
                .remoteId().orElseThrow();
        tenancy.feishu.seed().user("Bob", "13022222222", "0");

        List<RemoteAccount> listed = new ArrayList<>();
        tenancy.connector.list(10, Set.of(RemoteAccount.ORGANIZATION, "city"), page -> listed.addAll(page), new RecordingExchanges());

        assertThat(listed).hasSize(2).filteredOn(account -> account.remoteId().equals(id)).singleElement().satisfies(account -> {
            assertThat(account.name()).isEqualTo("ada");
            assertThat(account.attributes()).containsEntry(RemoteAccount.ORGANIZATION, field).containsEntry("city", null);
        });
        assertThat(listed).filteredOn(account -> !account.remoteId().equals(id)).singleElement()
                .satisfies(account -> assertThat(account.attributes()).containsEntry(RemoteAccount.ORGANIZATION, null));
    }

    private static JsonNode user(Tenancy tenancy, String id) {
        return tenancy.feishu.user(id).orElseThrow();
    }
}
