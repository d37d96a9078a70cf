package dev.syncline.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.syncline.account.AccountView;
import dev.syncline.intake.AccountChange.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What clients send to change accounts, and what they get. */
final class AccountBodies {

    private AccountBodies() {}

    /**
     * @param userId null for an orphan
     * @param name null for what the application's expression gives
     * @param attributes laid over what the mappings give
     */
    record Creation(UUID applicationId, UUID userId, String name, Map<String, Object> attributes, List<UUID> permissionIds) {
        Creation {
            attributes = attributes == null ? Map.of() : attributes;
            permissionIds = permissionIds == null ? List.of() : permissionIds.stream().filter(Objects::nonNull).toList();
        }

        List<Grant> grants() {
            return permissionIds.stream().map(id -> new Grant(id, null)).toList();
        }

        /** Values may be secret. */
        @Override
        public String toString() {
            return "Creation[" + applicationId + ", " + userId + ", " + attributes.keySet() + "]";
        }
    }

    /** @param attributes only what should change; null clears */
    record Edit(String name, Map<String, Object> attributes) {
        Edit {
            attributes = attributes == null ? Map.of() : attributes;
        }

        /** Values may be secret. */
        @Override
        public String toString() {
            return "Edit[" + name + ", " + attributes.keySet() + "]";
        }
    }

    record BindingChange(List<Bind> bind, Set<UUID> unbind) {
        BindingChange {
            bind = bind == null ? List.of() : bind.stream().filter(Objects::nonNull).toList();
            unbind = unbind == null ? Set.of() : unbind.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        }

        List<Grant> grants() {
            return bind.stream().map(wanted -> new Grant(wanted.permissionId(), wanted.endsAt())).toList();
        }
    }

    @JsonIgnoreProperties({"permission", "status"})
    record Bind(UUID permissionId, Instant endsAt) {}

    /**
     * @param account null once it is deleted
     * @param taskId null when no task was needed
     */
    record Changed(@Nullable AccountView account, @Nullable UUID taskId) {}
}
