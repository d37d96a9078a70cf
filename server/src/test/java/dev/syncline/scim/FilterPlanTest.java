package dev.syncline.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.captaingoldfish.scim.sdk.common.exceptions.BadRequestException;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.utils.RequestUtils;
import dev.syncline.fixtures.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What clients look people up by is found by an index, and what the database cannot say is not taken for the whole. */
class FilterPlanTest {

    private final TestServer server = TestServer.shared();

    @ParameterizedTest
    @ValueSource(strings = {"userName eq \"ming.li\"", "externalId eq \"hr-1\"", "id eq \"01a20500-0000-7000-8000-000000000000\"",
        "emails.value eq \"ming@example.com\"", "emails eq \"ming@example.com\"",
        "userName eq \"a\" and active eq true", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq \"7\"",
        "emails[type eq \"work\" and value eq \"ming@example.com\"]", "emails[type eq \"work\"].value eq \"ming@example.com\"",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq \"01a20500-0000-7000-8000-000000000000\""})
    void lookUpsUseAnIndex(String filter) {
        List<String> plan = plan(condition(filter));
        for (int line = 0; line < plan.size(); line++) {
            if (plan.get(line).matches(".*Scan.* on (users|scim_user).*")) {
                assertThat(plan.get(line + 1)).as(String.join("\n", plan)).containsPattern("(Index|Recheck) Cond: \\((?!status)");
            }
        }
    }

    @Test
    void onlyWhatIsWhollyUnderstoodCountsAsExact() {
        assertThat(condition("userName eq \"a\" and title co \"b\"").exact()).isTrue();
        assertThat(condition("userName eq \"a\" and addresses.country eq \"b\"")).satisfies(narrowed -> {
            assertThat(narrowed.exact()).isFalse();
            assertThat(narrowed.sql()).contains("user_name").doesNotContain("country");
        });
        assertThat(condition("userName eq \"a\" or addresses.country eq \"b\"").sql()).isNull();
        assertThat(condition("not (userName eq \"a\" and addresses.country eq \"b\")").sql()).isNull();
        assertThat(condition("emails[type eq \"work\" and value eq \"a\"]").exact()).isFalse();
    }

    @Test
    void aFilterOfTooManyConditionsIsRefused() {
        assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> condition("userName pr" + " or userName pr".repeat(200)))
                .satisfies(refusal -> assertThat(refusal.getScimType()).isEqualTo("invalidFilter"));
    }

    private Condition condition(String filter) {
        FilterNode node = RequestUtils.parseFilter(server.bean(ResourceEndpoint.class).getResourceTypeByName("User").orElseThrow(), filter);
        return Condition.of(node, Columns.OF_USERS);
    }

    /** With sequential scans forbidden where there is another way: on few rows one would be taken for its cheapness. */
    private List<String> plan(Condition condition) {
        JdbcTemplate jdbc = server.bean(JdbcTemplate.class);
        return new TransactionTemplate(server.bean(PlatformTransactionManager.class)).execute(_ -> {
            jdbc.execute("set local enable_seqscan = off");
            return jdbc.queryForList("explain " + SearchRepository.usersWhere(condition), String.class, condition.values().toArray());
        });
    }
}
