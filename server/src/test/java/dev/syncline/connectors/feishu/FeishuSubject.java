package dev.syncline.connectors.feishu;

import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.PermissionKind;
import dev.syncline.connector.PermissionRef;
import dev.syncline.samples.feishu.SampleFeishu;
import dev.syncline.testkit.Subject;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The fake tenant, seen from behind. */
final class FeishuSubject implements Subject {

    static final String SECRET = "canary\"app&secret";

    private static final String FREE = "work_station";

    private final SampleFeishu feishu;
    private final Map<String, String> further;
    private final List<PermissionRef> groups;

    /**
     * @param further settings beyond address and credentials
     * @param prefix of the names of the groups this makes
     */
    FeishuSubject(SampleFeishu feishu, Map<String, String> further, String prefix) {
        this.feishu = feishu;
        this.further = further;
        this.groups = List.of(group(feishu, prefix + " staff"), group(feishu, prefix + " wiki editors"));
    }

    private static PermissionRef group(SampleFeishu feishu, String name) {
        return new PermissionRef(name, PermissionKind.GROUP, name, feishu.seed().group(name));
    }

    private boolean namedByMail() {
        return "EMAIL".equals(further.get("nameField"));
    }

    @Override
    public ConnectorType type() {
        return new FeishuConnectorType();
    }

    @Override
    public Map<String, String> settings() {
        return at(feishu.address());
    }

    @Override
    public InetSocketAddress address() {
        return feishu.address();
    }

    @Override
    public Map<String, String> at(InetSocketAddress other) {
        Map<String, String> settings = new HashMap<>(further);
        settings.put("baseUrl", "http://" + other.getAddress().getHostAddress() + ":" + other.getPort());
        settings.put("appId", feishu.appId());
        settings.put("appSecret", SECRET);
        return settings;
    }

    @Override
    public Map<String, String> withWrongCredentials() {
        Map<String, String> settings = settings();
        settings.put("appSecret", "not-the-secret");
        return settings;
    }

    @Override
    public Map<String, String> onConflict(boolean adopt) {
        return Map.of("conflict", adopt ? "ADOPT" : "REFUSE");
    }

    @Override
    public Map<String, Object> attributes(String name) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("name", "Ada Løvelace " + name);
        attributes.put("mobile", "+861%010d".formatted(3_000_000_000L + Math.floorMod(name.hashCode(), 1_000_000_000)));
        attributes.put("job_title", "Engineer");
        attributes.put("employee_no", "E-" + name);
        if (!namedByMail()) {
            attributes.put("email", name + "@example.com");
        }
        return attributes;
    }

    @Override
    public Set<String> secretAttributes() {
        return Set.of();
    }

    @Override
    public String freeAttribute() {
        return FREE;
    }

    @Override
    public List<PermissionRef> permissions() {
        return groups;
    }

    @Override
    public Optional<Seen> look(String name) {
        return feishu.users().stream().filter(user -> user.path(namedByMail() ? "email" : "user_id").asString().equals(name)).findFirst().map(this::seen);
    }

    private Seen seen(JsonNode user) {
        Map<String, String> attributes = new HashMap<>();
        for (String field : List.of("name", "mobile", "email", "job_title", "employee_no", FREE)) {
            Json.text(user, field).ifPresent(value -> attributes.put(field, value));
        }
        Set<String> holding = new HashSet<>();
        groups.forEach(group -> {
            if (feishu.members(group.value()).contains(user.path("open_id").asString())) {
                holding.add(group.value());
            }
        });
        String id = user.path(further.getOrDefault("idType", "OPEN_ID").toLowerCase()).asString();
        return new Seen(id, Optional.of(!user.path("status").path("is_frozen").asBoolean()), attributes, holding);
    }

    @Override
    public Optional<SeenObject> look(ObjectType objectType, String remoteId) {
        String field = further.getOrDefault("departmentIdType", "OPEN_DEPARTMENT_ID").toLowerCase();
        return feishu.departments().stream().filter(department -> department.path(field).asString().equals(remoteId)).findFirst()
                .map(department -> new SeenObject(department.path("name").asString(), parent(department, field), Set.of()));
    }

    private Optional<String> parent(JsonNode department, String field) {
        String parent = department.path("parent_department_id").asString();
        return feishu.departments().stream().filter(other -> other.path("open_department_id").asString().equals(parent)).findFirst()
                .map(other -> other.path(field).asString());
    }
}
