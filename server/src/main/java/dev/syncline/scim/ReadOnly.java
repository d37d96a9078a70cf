package dev.syncline.scim;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.exceptions.BadRequestException;
import java.util.Set;

/** A PATCH that names what only the service sets is refused (RFC 7644, section 3.5.2); the library would pass over it in silence. */
final class ReadOnly {

    static final Set<String> OF_USERS = Set.of("id", "meta", "groups");
    static final Set<String> OF_GROUPS = Set.of("id", "meta");

    private ReadOnly() {}

    static void refuse(String patch, Set<String> names) {
        if (patch == null || patch.isBlank()) {
            return;
        }
        for (JsonNode operation : Json.body(patch).path("Operations")) {
            String path = operation.path("path").asText("");
            String name = path.substring(path.startsWith("urn:") ? path.lastIndexOf(':') + 1 : 0).split("[.\\[]", 2)[0];
            if (names.stream().anyMatch(name::equalsIgnoreCase)) {
                throw new BadRequestException("The attribute " + name + " is set by the service only; leave it out.", ScimType.RFC7644.MUTABILITY);
            }
        }
    }
}
