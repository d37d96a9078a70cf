package dev.syncline.reconciliation;

import dev.syncline.connector.ObjectType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding as a client sees it, with the names that belong to it.
 *
 * @param parentName of the organization it is in there; its id where it was not read; null at the top and for accounts
 * @param attributes as the target has them; masked ones are hidden
 * @param accountId of the account here; null for organizations and groups, and when there is none
 * @param subject whose it is, or was matched to; null for nobody
 * @param candidates whose it may be, when that is not clear
 * @param matchedBy the rule that says so: "mail = email"
 * @param actions which acts are possible now
 */
record FindingView(
        UUID id,
        ObjectType objectType,
        Finding.@Nullable Kind kind,
        Finding.@Nullable Outcome outcome,
        String name,
        String remoteId,
        @Nullable String parentName,
        @Nullable Boolean active,
        Map<String, Object> attributes,
        @Nullable Instant lastSignInAt,
        @Nullable UUID accountId,
        @Nullable Subject subject,
        List<Subject> candidates,
        Finding.@Nullable Ambiguity ambiguity,
        @Nullable String matchedBy,
        List<Difference> differences,
        @Nullable String message,
        @Nullable UUID taskId,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        Set<Order.Act> actions) {

    /**
     * A user, organization or group here.
     *
     * @param detail what tells it from others of its name: user name, code; null for groups
     */
    record Subject(UUID id, @Nullable String name, @Nullable String detail) {}
}
