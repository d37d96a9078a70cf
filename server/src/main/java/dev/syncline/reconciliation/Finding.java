package dev.syncline.reconciliation;

import dev.syncline.connector.ObjectType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One object of the target and what it comes to, or one known here that the target does not have.
 *
 * @param remoteId null for one that is missing there
 * @param parent the target's id of the organization it is in; null at the top, and for accounts
 * @param active whether an account may sign in there; null when the target does not tell
 * @param attributes as the target has them, by the names of the mapping
 * @param objectId the account or presence here; null when there is none
 * @param objectVersion the account's version when it was compared
 * @param subjectId the user, organization or group it belongs to or was matched to; null for nobody
 * @param candidates those it may belong to, when that is not clear
 * @param matchedBy the rule that found the subject, in words
 * @param message what became of the last act, when there is more to say
 * @param taskId the task that brings it into line; null for none
 * @param reason why it is ignored
 */
record Finding(
        UUID id,
        UUID runId,
        ObjectType objectType,
        @Nullable Kind kind,
        String remoteId,
        String name,
        @Nullable String parent,
        @Nullable Boolean active,
        Map<String, Object> attributes,
        @Nullable Instant lastSignInAt,
        @Nullable UUID objectId,
        @Nullable Integer objectVersion,
        @Nullable UUID subjectId,
        List<UUID> candidates,
        @Nullable Ambiguity ambiguity,
        @Nullable String matchedBy,
        List<Difference> differences,
        @Nullable Outcome outcome,
        @Nullable String message,
        @Nullable UUID taskId,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    enum Kind {
        /** Known here, and as expected. */
        LINKED,
        /** Known here, and otherwise than expected. */
        DIFFERENT,
        /** Not known here, but it is clear whose it is. */
        MATCHED,
        /** Not known here, and several answers are possible. */
        AMBIGUOUS,
        /** Not known here, and nobody it could belong to. */
        UNKNOWN,
        /** Known here, but not there. */
        MISSING,
        /** Something of it is under way, so a comparison would say nothing. */
        UNDER_WAY
    }

    enum Ambiguity {
        /** Several users, organizations or groups match it. */
        SEVERAL_SUBJECTS,
        /** Several of the target match the same one. */
        SEVERAL_OBJECTS,
        /** Who matches has another one in the application. */
        SUBJECT_HAS_ONE
    }

    enum Outcome {
        OPEN,
        LINKED,
        /** As an account of nobody. */
        KEPT,
        ALIGNED,
        IGNORED
    }

    /** The same once it was linked. */
    Finding linked(ReconciliationFindingRepository.Became became) {
        return new Finding(id, runId, objectType, kind, remoteId, name, parent, active, attributes, lastSignInAt, became.objectId(),
                became.version(), became.subjectId(), candidates, ambiguity, matchedBy, became.differences(), became.outcome(), null, null,
                null, decidedBy, decidedAt);
    }

    /** Which acts are possible now. */
    Set<Order.Act> acts() {
        Set<Order.Act> acts = EnumSet.noneOf(Order.Act.class);
        boolean account = objectType == ObjectType.ACCOUNT;
        boolean strange = kind == Kind.MATCHED || kind == Kind.AMBIGUOUS || kind == Kind.UNKNOWN;
        if (outcome == Outcome.OPEN || outcome == Outcome.IGNORED) {
            if (strange) {
                acts.add(Order.Act.LINK);
            }
            if (strange && account) {
                acts.add(Order.Act.KEEP);
            }
            if (account && kind == Kind.DIFFERENT) {
                acts.add(Order.Act.ALIGN);
            }
            if (outcome == Outcome.OPEN && kind != Kind.LINKED) {
                acts.add(Order.Act.IGNORE);
            }
        }
        if (account && outcome == Outcome.LINKED && !differences.isEmpty()) {
            acts.add(Order.Act.ALIGN);
        }
        return acts;
    }
}
