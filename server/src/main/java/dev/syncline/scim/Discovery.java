package dev.syncline.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.constants.SchemaUris;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import java.util.Iterator;
import java.util.Set;

/**
 * What the service says of itself (RFC 7644, section 4), without what the library adds for purposes of its own: a strict client refuses an
 * extension that no resource type announces.
 */
final class Discovery {

    private static final String RESOURCE_TYPES = "/ResourceTypes";
    private static final String SCHEMAS = "/Schemas";
    /** Schemas of nothing a client could read or write. */
    private static final Set<String> OWN_SCHEMAS = Set.of(SchemaUris.RESOURCE_TYPE_FEATURE_EXTENSION_URI, SchemaUris.META);
    /** Resource types of the descriptions themselves. */
    private static final Set<String> OWN_TYPES = Set.of("ServiceProviderConfig", "ResourceType", "Schema");

    /** A word of the library's own inside. */
    private static final String INSIDE = "a BadRequestException";

    private Discovery() {}

    /** @param url without its query */
    static void tidy(String url, ScimResponse answer) {
        if (url.contains(RESOURCE_TYPES)) {
            withoutFeatures(answer);
            leaveOut(answer, OWN_TYPES);
        } else if (url.contains(SCHEMAS)) {
            leaveOut(answer, OWN_SCHEMAS);
            correct(answer);
            answer.path("Resources").forEach(Discovery::correct);
        }
    }

    private static void correct(JsonNode schema) {
        String led = schema.path("id").asText().equals(SchemaUris.USER_URI) ? "Group" : "User";
        for (JsonNode attribute : schema.path("attributes")) {
            correct(attribute, led);
            attribute.path("subAttributes").forEach(sub -> correct(sub, led));
            correctMembership(attribute);
        }
    }

    /** Where a reference leads is named by resource types (RFC 7643, section 7), and what is shown of something is text (section 2.4). */
    private static void correct(JsonNode attribute, String led) {
        if (attribute instanceof ObjectNode described && described.path("description").asText().contains(INSIDE)) {
            described.put("description", described.path("description").asText().replace(INSIDE, "an error"));
        }
        if (attribute instanceof ObjectNode known && known.path("referenceTypes") instanceof ArrayNode types) {
            if (known.path("name").asText().equals("display")) {
                known.put("type", "string");
                known.remove("referenceTypes");
            } else if (types.path(0).asText().equals("resource")) {
                types.set(0, led);
            }
        }
    }

    /** What a member is called and of which type it is, is the service's to say. */
    private static void correctMembership(JsonNode attribute) {
        boolean members = attribute.path("name").asText().equals("members");
        boolean membership = members || attribute.path("name").asText().equals("groups");
        for (JsonNode sub : membership ? attribute.path("subAttributes") : MissingNode.getInstance()) {
            boolean ours = Set.of("display", "type").contains(sub.path("name").asText());
            if (ours && sub instanceof ObjectNode known) {
                known.put("mutability", "readOnly");
                if (members && known.path("name").asText().equals("type")) {
                    known.putArray("canonicalValues").add("User");
                }
            }
        }
    }

    private static void leaveOut(ScimResponse answer, Set<String> ids) {
        if (!(answer.get("Resources") instanceof ArrayNode resources)) {
            return;
        }
        for (Iterator<JsonNode> all = resources.elements(); all.hasNext(); ) {
            JsonNode resource = all.next();
            withoutFeatures(resource);
            if (ids.contains(resource.path("id").asText())) {
                all.remove();
            }
        }
        answer.put("totalResults", resources.size());
        answer.put("itemsPerPage", resources.size());
    }

    private static void withoutFeatures(JsonNode resourceType) {
        if (resourceType instanceof ObjectNode type && type.remove(SchemaUris.RESOURCE_TYPE_FEATURE_EXTENSION_URI) != null) {
            for (Iterator<JsonNode> all = type.path("schemas").elements(); all.hasNext(); ) {
                if (all.next().asText().equals(SchemaUris.RESOURCE_TYPE_FEATURE_EXTENSION_URI)) {
                    all.remove();
                }
            }
        }
    }
}
