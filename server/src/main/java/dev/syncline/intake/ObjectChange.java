package dev.syncline.intake;

import dev.syncline.connector.ObjectType;
import dev.syncline.mapping.Subject;
import dev.syncline.presence.Presence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organization or a group is to be in an application.
 *
 * @param wanted null when it is to be gone
 */
public record ObjectChange(UUID applicationId, ObjectType objectType, UUID objectId, @Nullable Wanted wanted) {

    /**
     * @param code what tasks of other objects name it by
     * @param parentId the organization it is below; null for none
     * @param fixed values no mapping gives ({@link Presence#PARENT}, {@link Presence#MEMBERS})
     * @param subject what the mappings see
     */
    public record Wanted(String name, String code, @Nullable UUID parentId, Map<String, Object> fixed, Subject subject) {
        public Wanted {
            Objects.requireNonNull(name);
            Objects.requireNonNull(code);
            Objects.requireNonNull(subject);
            fixed = Collections.unmodifiableMap(new LinkedHashMap<>(fixed));
        }
    }

    public ObjectChange {
        Objects.requireNonNull(applicationId);
        Objects.requireNonNull(objectType);
        Objects.requireNonNull(objectId);
    }
}
