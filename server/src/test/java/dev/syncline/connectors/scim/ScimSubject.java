package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.PermissionKind;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connectors.http.Urls;
import dev.syncline.testkit.Subject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A SCIM service, seen through requests of the test's own. */
final class ScimSubject implements Subject {

    private static final String DEPARTMENT = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department";

    private final InetSocketAddress address;
    private final String path;
    private final String token;
    private final Map<String, String> further;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<PermissionRef> groups;

    /**
     * @param further settings beyond the base URL and the token; "tokenUrl" is a path at the same address
     * @param prefix of the names of the groups this makes
     */
    ScimSubject(InetSocketAddress address, String path, String token, Map<String, String> further, String prefix) {
        this.address = address;
        this.path = path;
        this.token = token;
        this.further = further;
        this.groups = List.of(group(prefix + " staff"), group(prefix + " wiki, editors"));
    }

    private PermissionRef group(String name) {
        JsonNode group = call("POST", "/Groups", """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s"}""".formatted(name));
        return new PermissionRef(name, PermissionKind.GROUP, name, group.path("id").asText());
    }

    private JsonNode call(String method, String at, String body) {
        var publisher = body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(base(address) + at))
                .method(method, publisher)
                .header("Content-Type", "application/scim+json")
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return Json.parse(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String base(InetSocketAddress at) {
        return origin(at) + path;
    }

    private static String origin(InetSocketAddress at) {
        return "http://" + at.getAddress().getHostAddress() + ":" + at.getPort();
    }

    @Override
    public ConnectorType type() {
        return new ScimConnectorType();
    }

    @Override
    public Map<String, String> settings() {
        return at(address);
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Map<String, String> at(InetSocketAddress other) {
        Map<String, String> settings = new HashMap<>(further);
        settings.put("baseUrl", base(other));
        settings.computeIfPresent("tokenUrl", (_, place) -> origin(other) + place);
        if (!further.containsKey("clientSecret")) {
            settings.put("token", token);
        }
        return settings;
    }

    @Override
    public Map<String, String> withWrongCredentials() {
        Map<String, String> settings = settings();
        settings.put(further.containsKey("clientSecret") ? "clientSecret" : "token", "not-the-secret");
        return settings;
    }

    @Override
    public Map<String, String> onConflict(boolean adopt) {
        return Map.of("conflict", adopt ? "ADOPT" : "REFUSE");
    }

    @Override
    public Map<String, Object> attributes(String name) {
        return Map.of(
                "name.givenName", "Ada",
                "name.familyName", "Løvelace " + name,
                "emails[type eq \"work\"].value", name + "@example.com",
                DEPARTMENT, "Engines",
                "password", "canary\"§-" + name);
    }

    @Override
    public Set<String> secretAttributes() {
        return Set.of("password");
    }

    @Override
    public String freeAttribute() {
        return "phoneNumbers[type eq \"mobile\"].value";
    }

    @Override
    public List<PermissionRef> permissions() {
        return groups;
    }

    @Override
    public Optional<Seen> look(String name) {
        JsonNode found = call("GET", "/Users?filter=" + Urls.encoded("userName eq \"" + name + "\""), "").path("Resources").path(0);
        return found.isMissingNode() ? Optional.empty() : Optional.of(seen(found));
    }

    @Override
    public Optional<SeenObject> look(ObjectType objectType, String remoteId) {
        JsonNode group = call("GET", "/Groups/" + remoteId, "");
        return group.path("displayName").isMissingNode()
                ? Optional.empty()
                : Optional.of(new SeenObject(group.path("displayName").asText(), Optional.empty(),
                        Set.copyOf(group.path("members").findValuesAsText("value"))));
    }

    private Seen seen(JsonNode user) {
        Map<String, String> attributes = new HashMap<>();
        put(attributes, "name.givenName", user.path("name").path("givenName"));
        put(attributes, "name.familyName", user.path("name").path("familyName"));
        put(attributes, DEPARTMENT, user.path(DEPARTMENT.substring(0, DEPARTMENT.lastIndexOf(':'))).path("department"));
        user.path("emails").forEach(mail -> put(attributes, "emails[type eq \"work\"].value", mail.path("value")));
        user.path("phoneNumbers").forEach(phone -> put(attributes, freeAttribute(), phone.path("value")));
        String id = user.path("id").asText();
        return new Seen(id, Optional.of(user.path("active").asBoolean()), attributes, groupsOf(id));
    }

    private Set<String> groupsOf(String user) {
        Set<String> holding = new HashSet<>();
        for (PermissionRef group : groups) {
            List<String> members = call("GET", "/Groups/" + group.value(), "").path("members").findValuesAsText("value");
            if (members.contains(user)) {
                holding.add(group.value());
            }
        }
        return holding;
    }

    private static void put(Map<String, String> attributes, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            attributes.put(name, value.asText());
        }
    }
}
