package dev.syncline.failure;

import dev.syncline.task.FailureKind;
import dev.syncline.task.Task;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task that has just failed, and the group its failure belongs to. */
record NewFailure(
        UUID id,
        UUID group,
        UUID task,
        UUID application,
        String applicationName,
        @Nullable FailureKind kind,
        String pattern,
        String message,
        Instant at) {

    static NewFailure of(UUID id, Task failed, Instant at) {
        String pattern = FailurePattern.of(failed.failureMessage(), Subject.of(failed));
        return new NewFailure(id, groupOf(failed.applicationId(), failed.failureKind(), pattern), failed.id(), failed.applicationId(),
                failed.applicationName(), failed.failureKind(), pattern, failed.failureMessage(), at);
    }

    /** A UUIDv8 (RFC 9562, section 5.8) made from the three: every server gives the same one, and none has to ask for it. */
    static UUID groupOf(UUID application, @Nullable FailureKind kind, String pattern) {
        ByteBuffer digest = ByteBuffer.wrap(sha256((application + "\n" + kind + "\n" + pattern).getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong() & ~0xf000L | 0x8000L, digest.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
