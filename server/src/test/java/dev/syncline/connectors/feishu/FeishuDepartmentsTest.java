package dev.syncline.connectors.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Reading;
import dev.syncline.testkit.RecordingExchanges;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Departments with ids of their own, ones that are there already, and names that say too little. */
class FeishuDepartmentsTest {

    @Test
    void anIdOfItsOwnIsGivenAndChangedLater() {
        try (Tenancy tenancy = new Tenancy(Map.of("departmentIdType", "DEPARTMENT_ID"))) {
            String id = tenancy.done(department(Action.CREATE, "Sales", Optional.empty(), Map.of("department_id", "SALES"))).remoteId().orElseThrow();
            assertThat(id).isEqualTo("SALES");
            Outcome.Done renamed = tenancy.done(department(Action.UPDATE, "Sales", Optional.of(id), Map.of("department_id", "SALES-2")));
            assertThat(renamed.remoteId()).contains("SALES-2");
            assertThat(only(tenancy).path("department_id").asString()).isEqualTo("SALES-2");
            int before = tenancy.feishu.calls().size();
            tenancy.done(department(Action.UPDATE, "Sales", renamed.remoteId(), Map.of("department_id", "SALES-2")));
            assertThat(tenancy.feishu.calls()).as("what is so already is not asked for").hasSize(before + 1);
        }
    }

    @Test
    void oneWithTheIdAndAnotherNameIsRefusedOrAdopted() {
        for (String rule : List.of("REFUSE", "ADOPT")) {
            try (Tenancy tenancy = new Tenancy(Map.of("conflict", rule))) {
                String id = tenancy.done(department(Action.CREATE, "Sails", Optional.empty(), Map.of("department_id", "SALES"))).remoteId().orElseThrow();
                Outcome outcome = tenancy.apply(department(Action.CREATE, "Sales", Optional.empty(), Map.of("department_id", "SALES")));
                if (rule.equals("REFUSE")) {
                    assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class,
                            refused -> assertThat(refused.message()).contains("other values of name").endsWith("."));
                } else {
                    assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.remoteId()).contains(id));
                    assertThat(only(tenancy).path("name").asString()).isEqualTo("Sales");
                }
            }
        }
    }

    @Test
    void twoOfOneNameAreNotGuessedAt() {
        try (Tenancy tenancy = new Tenancy(Map.of())) {
            String sales = tenancy.feishu.seed().department("Sales", "0");
            tenancy.feishu.seed().department("Support", "0");
            tenancy.feishu.seed().department("Support", sales);
            assertThat(tenancy.connector.read(ObjectType.ORGANIZATION, "Support", Optional.empty(), new RecordingExchanges()))
                    .isInstanceOfSatisfying(Reading.Unknown.class, unknown -> assertThat(unknown.message()).contains("2 departments called \"Support\""));
        }
    }

    @Test
    void oneThatTheListDoesNotShowYetIsLookedForAgain() {
        try (Tenancy tenancy = new Tenancy(Map.of())) {
            tenancy.feishu.settings().lag(Duration.ofSeconds(30));
            tenancy.feishu.seed().department("Sales", "0");
            Change change = department(Action.CREATE, "Sales", Optional.empty(), Map.of());
            assertThat(tenancy.apply(change)).isInstanceOf(Outcome.Unavailable.class);
            tenancy.clock.advance(Duration.ofSeconds(31));
            assertThat(tenancy.done(change).note()).contains("The department was already there with these values.");
        }
    }

    private static JsonNode only(Tenancy tenancy) {
        assertThat(tenancy.feishu.departments()).hasSize(1);
        return tenancy.feishu.departments().getFirst();
    }

    private static Change department(Action action, String name, Optional<String> id, Map<String, Object> attributes) {
        return new Change(UUID.randomUUID(), action, ObjectType.ORGANIZATION, name, id, attributes, Set.of(), List.of(), List.of(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }
}
