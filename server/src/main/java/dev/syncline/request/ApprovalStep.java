package dev.syncline.request;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked in one step of an approval. Nobody ever decides an own request: who asks, and for whom, are left out.
 *
 * @param named the users asked by NAMED; empty otherwise
 * @param quorum whether one of them suffices
 * @param escalateAfterHours when others are asked too; null for never
 * @param escalateTo whom; null for never
 * @param fallback asked when there is nobody else to ask; without any it falls to the administrators
 */
record ApprovalStep(
        Approvers approvers,
        List<UUID> named,
        Quorum quorum,
        Integer escalateAfterHours,
        @Nullable Escalation escalateTo,
        List<UUID> fallback) {

    enum Approvers {
        /** The manager of the one whom it is for. */
        MANAGER,
        /** The owners of the application, or of each application of a package. */
        OWNER,
        NAMED
    }

    enum Quorum {
        ANY,
        ALL
    }

    enum Escalation {
        /** The manager of the manager of the one whom it is for. */
        MANAGERS_MANAGER,
        /** The users named as fallback. */
        FALLBACK
    }

    ApprovalStep {
        named = named == null ? List.of() : List.copyOf(new LinkedHashSet<>(named));
        quorum = quorum == null ? Quorum.ANY : quorum;
        fallback = fallback == null ? List.of() : List.copyOf(new LinkedHashSet<>(fallback));
    }

    Set<UUID> people() {
        Set<UUID> all = new LinkedHashSet<>(named);
        all.addAll(fallback);
        return all;
    }
}
