package dev.syncline.connectors.rest;

import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.PermissionKind;
import dev.syncline.connector.PermissionRef;
import dev.syncline.samples.SampleAccount;
import dev.syncline.samples.SampleRestApp;
import dev.syncline.testkit.ConnectorContract;
import dev.syncline.testkit.Subject;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

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
