package dev.syncline.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Connector;
import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.PermissionKind;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connector.Settings;
import dev.syncline.samples.SampleAccount;
import dev.syncline.samples.SampleRestApp;
import dev.syncline.testkit.ConnectorContract;
import dev.syncline.testkit.RecordingExchanges;
import dev.syncline.testkit.Subject;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract on an application that answers at once. */
class RestContractTest extends ConnectorContract {

    private static SampleRestApp app;

    @BeforeAll
    static void start() {
        app = SampleRestApp.start("canary-api-key");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Override
    public Subject subject() {
        return new RestSubject();
    }

    /** A body of single attributes could not be filled in where only permissions change, and has nothing to say then. */
    @Test
    void permissionsAloneNeedNoRequestForTheAccount() {
        RestConnectorType type = new RestConnectorType();
        Map<String, String> settings = new HashMap<>(app.connectorSettings());
        settings.put("update.body", "{\"attributes\": {\"mail\": \"{{attributes.mail}}\"}}");
        try (Connector connector = type.open(Settings.withDefaults(type.fields(), settings, Duration.ofSeconds(30)))) {
            connector.apply(change(Action.CREATE, Map.of("mail", "only@example.com"), List.of()), new RecordingExchanges());
            RecordingExchanges record = new RecordingExchanges();
            List<PermissionRef> staff = List.of(new PermissionRef("1", PermissionKind.ROLE, "Staff", "staff"));
            assertThat(connector.apply(change(Action.UPDATE, Map.of(), staff), record)).isInstanceOf(Outcome.Done.class);
            assertThat(app.account("only-permissions").orElseThrow().roles()).containsExactly("staff");

            assertThat(connector.apply(change(Action.UPDATE, Map.of("phone", "1"), staff), record)).isInstanceOfSatisfying(
                    Outcome.Invalid.class, invalid -> assertThat(invalid.message()).contains("{{attributes.mail}}", "{{{attributesJson}}}"));
        }
    }

    private static Change change(Action action, Map<String, Object> attributes, List<PermissionRef> bind) {
        return new Change(UUID.randomUUID(), action, ObjectType.ACCOUNT, "only-permissions", Optional.empty(), attributes,
                Set.of(), bind, List.of(), Optional.empty());
    }

    private static final class RestSubject implements Subject {

        @Override
        public ConnectorType type() {
            return new RestConnectorType();
        }

        @Override
        public Map<String, String> settings() {
            return app.connectorSettings();
        }

        @Override
        public InetSocketAddress address() {
            return app.address();
        }

        @Override
        public Map<String, String> at(InetSocketAddress address) {
            Map<String, String> settings = new HashMap<>(settings());
            settings.put("baseUrl", "http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
            return settings;
        }

        @Override
        public Map<String, String> withWrongCredentials() {
            Map<String, String> settings = new HashMap<>(settings());
            settings.put("authSecret", "not-the-key");
            return settings;
        }

        @Override
        public Map<String, String> onConflict(boolean adopt) {
            return Map.of("conflict", adopt ? "ADOPT" : "REFUSE");
        }

        @Override
        public Map<String, Object> attributes(String name) {
            return Map.of("mail", name + "@example.com", "fullName", "Ada \"Løvelace\"", "password", "canary\"\\§ -" + name);
        }

        @Override
        public Set<String> secretAttributes() {
            return Set.of("password");
        }

        @Override
        public String freeAttribute() {
            return "phone";
        }

        @Override
        public List<PermissionRef> permissions() {
            return List.of(
                    new PermissionRef("1", PermissionKind.ROLE, "Staff", "staff"),
                    new PermissionRef("2", PermissionKind.ROLE, "Editors", "wiki/editors & more"));
        }

        @Override
        public Optional<Seen> look(String name) {
            return app.account(name).map(RestSubject::seen);
        }

        private static Seen seen(SampleAccount account) {
            Map<String, String> attributes = account.attributes().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, attribute -> String.valueOf(attribute.getValue())));
            return new Seen(account.id(), Optional.of(account.enabled()), attributes, account.roles());
        }
    }
}
