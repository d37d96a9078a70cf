package dev.syncline.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the operations of a bulk request are going to ask for, so that it is asked once. Guesses only: what is missed is asked later. */
record BulkNeeds(Set<UUID> users, Set<String> userNames, Set<String> externalIds, Set<String> words, Set<UUID> managers) {

    private static final String USERS = "/Users/";

    static BulkNeeds of(JsonNode body) {
        BulkNeeds needs = new BulkNeeds(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        body.path("Operations").forEach(needs::operation);
        return needs;
    }

    private void operation(JsonNode operation) {
        String path = operation.path("path").asText("");
        UUID id = path.startsWith(USERS) ? Refusals.id(path.substring(USERS.length())) : null;
        if (id != null) {
            users.add(id);
        }
        if (path.startsWith("/Users")) {
            JsonNode data = operation.path("data");
            JsonNode enterprise = data.path(Words.ENTERPRISE);
            add(userNames, Json.text(data, "userName"));
            add(externalIds, Json.text(data, "externalId"));
            Stream.of("department", "organization").forEach(name -> add(words, Json.text(enterprise, name)));
            addManager(Json.text(enterprise.path("manager"), "value"));
            for (JsonNode patch : data.path("Operations")) {
                patched(patch.path("path").asText(""), patch);
            }
        }
    }

    private void patched(String path, JsonNode patch) {
        if (path.endsWith(":department") || path.endsWith(":organization")) {
            add(words, Json.text(patch, "value"));
        } else if (path.endsWith(":manager") || path.endsWith(":manager.value")) {
            addManager(patch.path("value").isTextual() ? Json.text(patch, "value") : Json.text(patch.path("value"), "value"));
        }
    }

    private void addManager(@Nullable String value) {
        UUID id = Refusals.id(value);
        if (id != null) {
            managers.add(id);
        }
    }

    private static void add(Set<String> set, @Nullable String value) {
        if (value != null) {
            set.add(value);
        }
    }

    void ask(UserWork work) {
        work.learn(this);
    }
}
