package dev.syncline.governance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a check objects to, as it is now.
 *
 * @param key what it is about, the same in every run; pages go on after it
 * @param applicationId null where it is about several
 * @param accountId null where it is about several, or the account is not known here yet
 * @param remoteId of an account that is not known here
 * @param objectName name of the account, or of the user where it is about several
 * @param userId null for an account of nobody
 * @param holds what would be taken away, disabled or deleted
 * @param facts what tells a reader why it was found
 */
record Found(
        Kind kind,
        String key,
        @Nullable UUID applicationId,
        @Nullable UUID accountId,
        @Nullable String remoteId,
        String objectName,
        @Nullable UUID userId,
        @Nullable String userName,
        List<Hold> holds,
        Map<String, Object> facts) {

    enum Kind {
        DORMANT,
        /** In the target, not known here. */
        NOT_KNOWN_HERE,
        /** An account here without a user, or whose user is gone. */
        WITHOUT_USER,
        DUPLICATE,
        SEPARATION_OF_DUTIES,
        FORBIDDEN_GRANT,
        UNJUSTIFIED_PERMISSION,
        UNJUSTIFIED_ACCOUNT
    }

    Found withKey(String other) {
        return new Found(kind, other, applicationId, accountId, remoteId, objectName, userId, userName, holds, facts);
    }

    /** How many accounts doing something about it would touch. */
    int accounts() {
        return kind == Kind.NOT_KNOWN_HERE ? 1 : (int) holds.stream().map(Hold::accountId).filter(Objects::nonNull).distinct().count();
    }

    static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
