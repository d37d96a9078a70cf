package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.testkit.HostileTarget;
import dev.syncline.testkit.HostileTarget.Manner;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Section 6: what targets answer. */
class HostileTargetStoryTest extends Story {

    private static final int MOST_KEPT = 1024 * 1024;

    static Stream<Arguments> manners() {
        return Stream.of("scim", "rest", "ldap").flatMap(connector -> Arrays.stream(Manner.values()).map(manner -> Arguments.of(connector, manner)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("manners")
    @DisplayName("A target that answers garbage, hangs, redirects, sends megabytes or closes the connection ends in a FAILED task with the evidence,"
            + " never in a lost task or a stuck worker")
    void endsInAFailedTask(String connector, Manner manner) {
        try (HostileTarget target = HostileTarget.thatDoes(manner)) {
            App app = hostile(connector, target);
            // The second one only runs when the first one has given its place back.
            List<Made> made = Stream.of("ming.li", "ada").map(name -> create(app, name, Map.of("cn", name, "sn", name))).toList();
            for (Made one : made) {
                JsonNode task = awaitStatus(one.task(), "FAILED");
                assertThat(task.path("failureKind").asString()).isIn("UNCLEAR", "UNAVAILABLE", "REFUSED");
                assertThat(task.path("failureMessage").asString()).hasSizeGreaterThan(10);
                assertThat(task.path("tries")).hasSize(1);
                assertThat(task.path("requests")).as("what was sent").isNotEmpty();
                assertThat(task.path("responses")).as("what came back, or what happened instead").isNotEmpty();
                task.path("responses").forEach(response ->
                        assertThat(response.path("body").asString().length()).isLessThanOrEqualTo(MOST_KEPT));
            }
        }
    }

    /** One at a time, one attempt each. */
    private App hostile(String connector, HostileTarget target) {
        String address = "127.0.0.1:" + target.address().getPort();
        return switch (connector) {
            case "ldap" -> impatient("ldap", Map.of("url", "ldap://" + address, "bindDn", "cn=admin,dc=example", "baseDn", "dc=example"),
                    Map.of("password", "not-the-password"));
            case "scim" -> impatient("scim", Map.of("baseUrl", "http://" + address), Map.of("token", "not-the-token"));
            case "rest" -> impatient("rest", Map.of("baseUrl", "http://" + address, "create.url", "/accounts", "create.body",
                    "{\"name\": \"{{name}}\"}"), Map.of());
            default -> throw new IllegalArgumentException(connector);
        };
    }
}
