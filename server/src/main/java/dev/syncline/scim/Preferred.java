package dev.syncline.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of several email addresses or telephone numbers is the user's: the primary one, else one of a preferred type, else the first. */
enum Preferred {
    EMAIL("emails", List.of("work")),
    PHONE("phoneNumbers", List.of("work", "mobile"));

    private final String list;
    private final List<String> types;

    Preferred(String list, List<String> types) {
        this.list = list;
        this.types = types;
    }

    String list() {
        return list;
    }

    /** Null when there is none. */
    @Nullable String in(JsonNode resource) {
        int index = indexIn(resource.path(list));
        return index < 0 ? null : Json.text(resource.path(list).path(index), "value");
    }

    /** Place of the preferred value that is not empty; -1 when there is none. */
    int indexIn(JsonNode values) {
        int best = -1;
        int bestRank = Integer.MAX_VALUE;
        for (int index = 0; index < values.size(); index++) {
            JsonNode value = values.path(index);
            if (Json.text(value, "value") != null && rank(value) < bestRank) {
                best = index;
                bestRank = rank(value);
            }
        }
        return best;
    }

    private int rank(JsonNode value) {
        if (value.path("primary").asBoolean()) {
            return -1;
        }
        int type = types.indexOf(value.path("type").asText("").toLowerCase(Locale.ROOT));
        return type < 0 ? types.size() : type;
    }
}
