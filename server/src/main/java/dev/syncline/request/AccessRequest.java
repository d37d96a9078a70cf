package dev.syncline.request;

import dev.syncline.task.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user asks for access to one application, or for one package.
 *
 * @param number what people call it by; 0 until it is kept
 * @param beneficiary whom it is for: the one who asks, or somebody whose manager asks
 * @param applicationId null for a package
 * @param subjectName of the application or package
 * @param durationDays how long it is wanted, counted from the approval; null when an end is given, or for good
 * @param decidedAt null while it waits
 */
record AccessRequest(
        UUID id,
        long number,
        Kind kind,
        Person requester,
        Person beneficiary,
        @Nullable UUID applicationId,
        @Nullable UUID packageId,
        String subjectName,
        List<Item> items,
        String reason,
        @Nullable Integer durationDays,
        @Nullable Instant endsAt,
        Status status,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {

    enum Kind {
        GRANT,
        /** Moves the end of what is there. */
        PROLONG
    }

    enum Status {
        WAITING,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    /**
     * One account or permission.
     *
     * @param permissionId null for the account itself
     * @param accountId whose end is to be moved; null when something new is asked for
     */
    record Item(UUID applicationId, String applicationName, @Nullable UUID permissionId, @Nullable String permissionName, @Nullable UUID accountId) {

        /** "the permission Payroll users in Directory" */
        String words() {
            return permissionId == null
                    ? "an account in " + applicationName
                    : "the permission " + permissionName + " in " + applicationName;
        }
    }

    String name() {
        return "Request " + number + " by " + requester.name();
    }

    Cause cause() {
        return new Cause("ACCESS_REQUEST", id, name());
    }

    boolean concerns(@Nullable UUID user) {
        return requester.id().equals(user) || beneficiary.id().equals(user);
    }

    /** When what it asks for is to end if it is approved now; null for never. */
    @Nullable Instant endIfApproved(Instant now) {
        return durationDays == null ? endsAt : now.plus(Duration.ofDays(durationDays));
    }

    AccessRequest of(List<Item> asked) {
        return new AccessRequest(id, number, kind, requester, beneficiary, applicationId, packageId, subjectName, asked, reason,
                durationDays, endsAt, status, submittedAt, decidedAt, decidedBy);
    }

    AccessRequest numbered(long given) {
        return new AccessRequest(id, given, kind, requester, beneficiary, applicationId, packageId, subjectName, items, reason,
                durationDays, endsAt, status, submittedAt, decidedAt, decidedBy);
    }
}
