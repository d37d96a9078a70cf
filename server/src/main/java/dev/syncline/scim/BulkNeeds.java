package dev.syncline.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What the operations of a bulk request are going to ask for, so that it is asked once. Guesses only: what is missed is asked later. */
record BulkNeeds(Set<UUID> users, Set<String> userNames, Set<String> externalIds, Set<String> words) {

    private static final String USERS = "/Users/";

    static BulkNeeds of(JsonNode body) {
        BulkNeeds needs = new BulkNeeds(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
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
        }
    }

    private static void add(Set<String> set, String value) {
        if (value != null) {
            set.add(value);
        }
    }

    void ask(UserWork work) {
        work.learn(users, userNames, externalIds, words);
    }
}
