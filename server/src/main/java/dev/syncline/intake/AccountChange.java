package dev.syncline.intake;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What should change about an account. */
public sealed interface AccountChange {

    /**
     * A new account with everything the mappings give.
     *
     * @param userId null for an orphan, which needs a name
     * @param name null for what the application's expression gives
     * @param attributes laid over what the mappings give; null leaves an attribute out
     */
    record Create(@Nullable UUID applicationId, UUID userId, @Nullable String name, Map<String, Object> attributes, List<Grant> grants)
            implements AccountChange {
        public Create {
            Objects.requireNonNull(applicationId);
            attributes = copy(attributes);
            grants = distinct(grants);
        }

        /** Values may be secret. */
        @Override
        public String toString() {
            return "Create[" + applicationId + ", " + userId + ", " + attributes.keySet() + "]";
        }
    }

    /**
     * Other values, other permissions. What is already so, or already under way, is left out.
     *
     * @param name null keeps it
     * @param attributes null as a value clears the attribute
     * @param mapped whether what the mappings give now goes along; the attributes are laid over it
     * @param invalid why something that should go along could not be worked out, as sentences: the task waits for a person as INVALID;
     *     null when everything could
     */
    record Update(UUID accountId, @Nullable String name, Map<String, Object> attributes, List<Grant> bind, Set<UUID> unbind, boolean mapped,
            @Nullable String invalid)
            implements AccountChange {

        public Update(UUID accountId, @Nullable String name, Map<String, Object> attributes, List<Grant> bind, Set<UUID> unbind) {
            this(accountId, name, attributes, bind, unbind, false, null);
        }

        public Update(UUID accountId, @Nullable String name, Map<String, Object> attributes, List<Grant> bind, Set<UUID> unbind, boolean mapped) {
            this(accountId, name, attributes, bind, unbind, mapped, null);
        }

        public Update {
            Objects.requireNonNull(accountId);
            attributes = copy(attributes);
            bind = distinct(bind);
            unbind = Set.copyOf(unbind);
        }

        /** Values may be secret. */
        @Override
        public String toString() {
            return "Update[" + accountId + ", " + attributes.keySet() + "]";
        }
    }

    record Delete(UUID accountId) implements AccountChange {}

    /** Lets it be used again, with what has changed meanwhile and the permissions it waits for. */
    record Enable(UUID accountId) implements AccountChange {}

    record Disable(UUID accountId) implements AccountChange {}

    /**
     * A permission to hold.
     *
     * @param endsAt null for never
     */
    record Grant(@Nullable UUID permissionId, @Nullable Instant endsAt) {
        public Grant {
            Objects.requireNonNull(permissionId);
        }
    }

    /** A permission is held once; what was said last counts. */
    private static List<Grant> distinct(List<Grant> grants) {
        Map<UUID, Grant> byPermission = new LinkedHashMap<>();
        grants.forEach(grant -> byPermission.put(grant.permissionId(), grant));
        return List.copyOf(byPermission.values());
    }

    private static Map<String, Object> copy(Map<String, Object> attributes) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
