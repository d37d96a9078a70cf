package dev.syncline.entitlement;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a user may have an account or a permission. A permission also justifies the account that holds it.
 *
 * @param permissionId null for the account itself
 * @param reasonId the policy, the request, or the finding
 * @param reasonVersion of the policy that decided; null for other reasons
 * @param endsAt null for never
 */
public record Entitlement(
        UUID userId,
        UUID applicationId,
        @Nullable UUID permissionId,
        Reason reason,
        UUID reasonId,
        @Nullable Integer reasonVersion,
        @Nullable Instant endsAt) {

    public enum Reason {
        /** A provisioning policy wants it. */
        POLICY,
        /** It was requested and approved. */
        REQUEST,
        /** A reviewer let it pass although no policy or request justifies it. */
        EXCEPTION
    }

    public Entitlement {
        Objects.requireNonNull(userId);
        Objects.requireNonNull(applicationId);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(reasonId);
    }

    /** When the last of these ends; null when one never does. There must be one. */
    public static @Nullable Instant latestEnd(Collection<Entitlement> entitlements) {
        return entitlements.stream().anyMatch(entitlement -> entitlement.endsAt() == null)
                ? null
                : entitlements.stream().map(Entitlement::endsAt).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Whether it has ended by then. */
    public boolean ended(Instant by) {
        return endsAt != null && !endsAt.isAfter(by);
    }

    /** What it is about, whatever the reason. */
    public Subject subject() {
        return new Subject(userId, applicationId, permissionId);
    }

    /** @param permissionId null for the account itself */
    public record Subject(UUID userId, UUID applicationId, @Nullable UUID permissionId) {}
}
