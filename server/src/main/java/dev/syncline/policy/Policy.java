package dev.syncline.policy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provisioning policy as it is now.
 *
 * @param number its newest version, the one that counts
 * @param version counts every change, also enabling
 * @param deletedAt null while it is there
 */
record Policy(
        UUID id, PolicyContent content, boolean enabled, int number, int version, Instant createdAt, Instant updatedAt, @Nullable Instant deletedAt) {

    String name() {
        return content.name();
    }

    boolean deleted() {
        return deletedAt != null;
    }

    Policy with(PolicyContent newContent, int newNumber) {
        return new Policy(id, newContent, enabled, newNumber, version, createdAt, updatedAt, deletedAt);
    }

    Policy enabled(boolean on) {
        return new Policy(id, content, on, number, version, createdAt, updatedAt, deletedAt);
    }
}
