package dev.syncline.bench;

import dev.syncline.connector.Capability;
import dev.syncline.connector.Change;
import dev.syncline.connector.Check;
import dev.syncline.connector.Connector;
import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Field;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Reading;
import dev.syncline.connector.Schema;
import dev.syncline.connector.Settings;
import dev.syncline.connector.WireRequest;
import dev.syncline.connector.WireResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A target in this process that answers at once, with messages of the size a SCIM service exchanges. */
public final class InstantConnectorType implements ConnectorType {

    @Override
    public String name() {
        return "instant";
    }

    @Override
    public String label() {
        return "Answers at once";
    }

    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public Schema schema(Settings settings) {
        return new Schema(List.of(), true);
    }

    @Override
    public Connector open(Settings settings) {
        return new InstantConnector();
    }

    private static final class InstantConnector implements Connector {

        @Override
        public Outcome apply(Change change, Exchanges exchanges) {
            Exchanges.Exchange exchange = exchanges.begin(Wire.request(change.name()));
            exchange.answered(Wire.response(change.name()));
            return Outcome.Done.of("id-" + change.name());
        }

        @Override
        public Reading read(ObjectType objectType, String name, Optional<String> remoteId, Exchanges exchanges) {
            return new Reading.Unknown("It keeps nothing.");
        }

        @Override
        public Check check(Exchanges exchanges) {
            return new Check(true, "It answers at once.");
        }

        @Override
        public void close() {}
    }

    /** The messages that go over this wire, some 1,300 bytes an exchange. */
    static final class Wire {

        private static final String USER = """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%1$s","externalId":"%1$s","active":true,\
                "name":{"givenName":"Ming","familyName":"Li","formatted":"Ming Li"},"displayName":"Ming Li","title":"Engineer",\
                "emails":[{"type":"work","primary":true,"value":"%1$s@example.com"}],\
                "phoneNumbers":[{"type":"work","value":"+49 30 1234567"}]%2$s}""";

        private Wire() {}

        static WireRequest request(String name) {
            return new WireRequest("HTTP", "POST", "https://scim.example.com/v2/Users",
                    Map.of("Content-Type", List.of("application/scim+json"), "Authorization", List.of("Bearer none")),
                    USER.formatted(name, ""));
        }

        static WireResponse response(String name) {
            return new WireResponse("201", Map.of("Content-Type", List.of("application/scim+json"), "ETag", List.of("W/\"1\"")),
                    USER.formatted(name, ",\"id\":\"id-" + name + "\",\"meta\":{\"resourceType\":\"User\",\"version\":\"W/\\\"1\\\"\"}"));
        }
    }
}
