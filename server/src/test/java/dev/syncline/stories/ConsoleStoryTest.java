package dev.syncline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import dev.syncline.fixtures.ApiClient;
import dev.syncline.fixtures.TestServer;
import dev.syncline.samples.slapd.SlapdServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The console in a real browser, before the real server and a real OpenLDAP. */
class ConsoleStoryTest {

    private static final String APPLICATION = "Company directory";
    private static final String MING = "uid=ming.li," + SlapdServer.PEOPLE;
    private static final String BELOW_MING = "cn=phone," + MING;

    private FirstStart first;
    private SlapdServer slapd;

    @BeforeEach
    void start() {
        slapd = SlapdServer.start("directory-password");
        first = FirstStart.now();
        addApplication();
    }

    @AfterEach
    void stop() {
        slapd.close();
        first.server().close();
    }

    @Test
    @DisplayName("A new administrator imports people, and confirms a deletion that the directory refused")
    void importAndConfirm() throws LDAPException {
        Map<String, String> environment = Map.of(
                "BASE_URL", first.server().url(), "ONE_TIME_PASSWORD", first.oneTimePassword(), "APPLICATION", APPLICATION);
        new BrowserScript("import-and-confirm.mjs", environment).run(this::doInTheDirectory);
        assertThat(namesOfAccounts()).containsExactly("kim.oneill");
        assertThat(logged()).containsExactly("DELETE ming.li CONFIRMED", "CREATE kim.oneill SUCCEEDED", "CREATE ming.li SUCCEEDED");
        assertThat(directoryHas("uid=kim.oneill," + SlapdServer.PEOPLE)).isTrue();
    }

    private void addApplication() {
        Story.ok(api().post("/api/v1/applications", Map.of(
                "name", APPLICATION, "connector", "ldap",
                "settings", Map.of("url", slapd.url(), "bindDn", SlapdServer.BIND_DN, "baseDn", SlapdServer.PEOPLE),
                "secrets", Map.of("password", slapd.password()),
                "mappings", List.of(mapping("cn", "user.displayName"), mapping("sn", "user.familyName"), mapping("mail", "user.email")))));
    }

    private static Map<String, Object> mapping(String target, String expression) {
        return Map.of("objectType", "ACCOUNT", "target", target, "expression", expression, "secret", false);
    }

    /** What the administrator of the directory does meanwhile. An entry with another below it cannot be deleted (RFC 4511, section 4.8). */
    private void doInTheDirectory(String what) {
        try (LDAPConnection directory = slapd.connect()) {
            switch (what) {
                case "give ming.li a child entry" ->
                    directory.add(BELOW_MING, new Attribute("objectClass", "device"), new Attribute("cn", "phone"));
                case "delete ming.li by hand" -> {
                    directory.delete(BELOW_MING);
                    directory.delete(MING);
                }
                default -> throw new IllegalArgumentException("The script asks for something unknown: " + what);
            }
        } catch (LDAPException e) {
            throw new IllegalStateException(what, e);
        }
    }

    private boolean directoryHas(String dn) throws LDAPException {
        try (LDAPConnection directory = slapd.connect()) {
            return directory.getEntry(dn) != null;
        }
    }

    private List<String> namesOfAccounts() {
        return Story.texts(Story.ok(api().get("/api/v1/accounts")).path("items"), "name");
    }

    /** Newest first. */
    private List<String> logged() {
        return Story.ok(api().get("/api/v1/tasks")).path("items").valueStream().map(ConsoleStoryTest::line).toList();
    }

    private static String line(JsonNode task) {
        return task.path("action").asString() + " " + task.at("/object/name").asString() + " " + task.path("status").asString();
    }

    private ApiClient api() {
        return first.server().api();
    }
}
