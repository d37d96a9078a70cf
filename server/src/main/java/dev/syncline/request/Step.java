package dev.syncline.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a request: the rule as it was when it was submitted, and how far it has come.
 *
 * @param toAdministrators nobody else could be asked
 * @param openedAt null before
 * @param escalatesAt when others are asked too; null when there is no such time, or they have been asked
 */
record Step(
        UUID requestId,
        int position,
        ApprovalStep rule,
        Status status,
        boolean toAdministrators,
        @Nullable Instant openedAt,
        @Nullable Instant escalatesAt,
        @Nullable Instant decidedAt,
        List<Asked> asked) {

    enum Status {
        NEXT,
        OPEN,
        APPROVED,
        REJECTED,
        /** Never asked, or no longer: the request ended before. */
        DROPPED
    }

    /**
     * Somebody who is asked.
     *
     * @param approvedAt null when not
     * @param gone was disabled or deleted before deciding
     */
    record Asked(Person person, Role role, @Nullable Instant askedAt, @Nullable Instant approvedAt, boolean gone) {

        enum Role {
            /** As the rule says. */
            FIRST,
            /** Asked when time ran out, or because others are gone; one of them suffices even where all have to approve. */
            STAND_IN
        }

        boolean waitedFor() {
            return approvedAt == null && !gone;
        }
    }

    /** Those who can decide it now. */
    List<Person> waitedFor() {
        return status == Status.OPEN ? asked.stream().filter(Asked::waitedFor).map(Asked::person).toList() : List.of();
    }

    boolean waitsFor(@Nullable UUID user) {
        return waitedFor().stream().anyMatch(person -> person.id().equals(user));
    }

    /** Whether enough have approved, given that this one does, too. */
    boolean enoughWith(@Nullable UUID user) {
        boolean standIn = asked.stream().anyMatch(one -> one.person().id().equals(user) && one.role() == Asked.Role.STAND_IN);
        return rule.quorum() == ApprovalStep.Quorum.ANY || standIn
                || asked.stream().noneMatch(one -> one.role() == Asked.Role.FIRST && one.waitedFor() && !one.person().id().equals(user));
    }
}
