package dev.syncline.scim;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client wrote about a user and only clients ask for.
 *
 * @param externalId null for none
 * @param document attributes of the resource that the platform has no place for, and the lists one of whose values it has
 * @param version 0 while nothing is kept
 * @param updatedAt null while nothing is kept
 */
record Kept(@Nullable UUID userId, @Nullable String externalId, ObjectNode document, int version, @Nullable Instant updatedAt) {

    static Kept nothing(UUID userId) {
        return new Kept(userId, null, JsonNodeFactory.instance.objectNode(), 0, null);
    }

    boolean sameAs(Kept other) {
        return Objects.equals(externalId, other.externalId) && document.equals(other.document);
    }
}
