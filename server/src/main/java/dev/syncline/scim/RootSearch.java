package dev.syncline.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * A search over all resource types (RFC 7644, section 3.4.3): users first, then groups. A type that does not know what the filter asks for
 * has nothing to give; when none does, the refusal is the answer.
 */
final class RootSearch {

    static final String PATH = "/.search";
    private static final List<String> TYPES = List.of("/Users", "/Groups");
    private static final String RESOURCES = "Resources";

    private RootSearch() {}

    /** @param search asks one resource type, by its path, with a search request */
    static ScimResponse over(ObjectNode request, BiFunction<String, ObjectNode, ScimResponse> search) {
        ScimResponse answer = null;
        for (String type : TYPES) {
            ScimResponse found = search.apply(type + PATH, answer == null ? request : rest(request, answer));
            if (answer == null || answer.getHttpStatus() == 400) {
                answer = found;
            } else if (found.getHttpStatus() == 200) {
                append(answer, found);
            } else if (found.getHttpStatus() != 400) {
                return found;
            }
        }
        return Objects.requireNonNull(answer, "there are types that were asked");
    }

    /** What is left of the page after the results so far. */
    private static ObjectNode rest(ObjectNode request, ScimResponse sofar) {
        ObjectNode rest = request.deepCopy();
        rest.put("startIndex", Math.max(1, request.path("startIndex").asLong(1) - sofar.path("totalResults").asLong()));
        if (request.has("count")) {
            rest.put("count", Math.max(0, request.path("count").asInt() - sofar.path(RESOURCES).size()));
        }
        return rest;
    }

    private static void append(ScimResponse answer, ScimResponse found) {
        ArrayNode resources = answer.withArrayProperty(RESOURCES);
        found.path(RESOURCES).forEach(resources::add);
        answer.put("totalResults", answer.path("totalResults").asLong() + found.path("totalResults").asLong());
        answer.put("itemsPerPage", resources.size());
    }
}
