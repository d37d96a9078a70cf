package dev.syncline.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Connector;
import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.PermissionKind;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connector.Settings;
import dev.syncline.samples.Fault;
import dev.syncline.samples.SampleDirectory;
import dev.syncline.testkit.RecordingExchanges;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LdapRequestsTest {

    private final RecordingExchanges record = new RecordingExchanges();
    private SampleDirectory directory;
    private Connector connector;

    @BeforeEach
    void start() {
        directory = SampleDirectory.start("pw");
        connector = open(Map.of());
    }

    @AfterEach
    void stop() {
        connector.close();
        directory.close();
    }

    @Test
    void aCreationIsOneRequestOnRecordAsLdif() {
        String dn = "uid=ada," + SampleDirectory.PEOPLE;
        assertThat(apply(Action.CREATE, Map.of("cn", "Ada", "sn", "Lovelace"), List.of())).isEqualTo(Outcome.Done.of(dn));
        assertThat(record.operations()).containsExactly("ADD");
        assertThat(record.all().getFirst().request().body()).contains("dn: " + dn, "changetype: add", "sn: Lovelace");
        assertThat(record.all().getFirst().response().orElseThrow().status()).isEqualTo("0 success");
    }

    @Test
    void aRefusalSaysCodeNameAndMessage() {
        assertThat(apply(Action.CREATE, Map.of("cn", "Ada"), List.of())).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("65 objectClassViolation");
            assertThat(refused.message()).contains("uid=ada,", "sn");
        });
    }

    @Test
    void busyAndUnavailablePassByThemselves() {
        for (int code : List.of(51, 52, 3)) {
            directory.faults().next(1, new Fault.Status(code));
            assertThat(apply(Action.DELETE, Map.of(), List.of())).isInstanceOf(Outcome.Unavailable.class);
        }
        directory.faults().next(1, new Fault.Status(11));
        assertThat(apply(Action.DELETE, Map.of(), List.of())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aDeletedAccountLeavesItsGroups() {
        String group = directory.addGroup("staff");
        apply(Action.CREATE, Map.of("cn", "Ada", "sn", "L"), List.of(new PermissionRef("1", PermissionKind.GROUP, "staff", group)));
        assertThat(directory.find(group).orElseThrow().getAttributeValues("member")).hasSize(2);
        apply(Action.DELETE, Map.of(), List.of());
        assertThat(directory.find(group).orElseThrow().getAttributeValues("member")).containsExactly(SampleDirectory.BIND_DN);
    }

    @Test
    void disablingNeedsASetting() {
        assertThat(apply(Action.DISABLE, Map.of(), List.of())).isInstanceOfSatisfying(
                Outcome.Refused.class, refused -> assertThat(refused.message()).contains("disabling attribute"));
        assertThat(record.all()).isEmpty();
    }

    @Test
    void settingsThatCannotWorkAreNamed() {
        assertThatThrownBy(() -> open(Map.of("baseDn", "no dn"))).hasMessageContaining("\"baseDn\"");
        assertThatThrownBy(() -> open(Map.of("url", "http://x"))).hasMessageContaining("\"url\"");
        assertThatThrownBy(() -> open(Map.of("disableAttribute", "x"))).hasMessageContaining("\"disabledValue\"");
        assertThatThrownBy(() -> open(Map.of("conflict", "MAYBE"))).hasMessageContaining("ADOPT, REFUSE");
        assertThatThrownBy(() -> open(Map.of("url", "ldaps://x", "caCertificate", "none"))).hasMessageContaining("\"caCertificate\"");
    }

    @Test
    void connectorTypesAreFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ConnectorType.class)).extracting(ConnectorType::name).contains("ldap", "scim", "rest");
    }

    private Outcome apply(Action action, Map<String, Object> attributes, List<PermissionRef> bind) {
        return connector.apply(
                new Change(UUID.randomUUID(), action, ObjectType.ACCOUNT, "ada", Optional.empty(), attributes, Set.of(), bind, List.of(), Optional.empty()),
                record);
    }

    private Connector open(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "url", directory.url(), "bindDn", SampleDirectory.BIND_DN, "password", "pw", "baseDn", SampleDirectory.PEOPLE));
        settings.putAll(others);
        var type = new LdapConnectorType();
        return type.open(Settings.withDefaults(type.fields(), settings, Duration.ofSeconds(30)));
    }
}
