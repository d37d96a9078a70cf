package dev.syncline.integrity;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a verification looks at: a database, or a file that was exported from one. Read once, front to back, never all of it in memory. */
interface Evidence extends AutoCloseable {

    /** How many batches there are, for progress; 0 when not known. */
    long batches() throws IOException, SQLException;

    List<Notice> notices() throws IOException, SQLException;

    /** Hands over batch after batch, in order of their numbers. */
    void read(Reader reader) throws IOException, SQLException;

    /** Something that settled long before the look for it went by, and was never sealed: put in later by hand. */
    Optional<String> neverSealed() throws IOException, SQLException;

    @Override
    void close() throws IOException, SQLException;

    interface Reader {
        void batch(SealedBatch batch, List<Found> records);
    }

    /**
     * A sealed record and what is there now.
     *
     * @param parts their hashes as they come out now; null when its row is not there
     * @param applicationId of a task that is there; null otherwise
     */
    record Found(SealedRecord sealed, byte @Nullable [] parts, @Nullable UUID applicationId) {

        private static final int APPLICATION = 2;

        static Found of(SealedRecord sealed, @Nullable List<List<Row>> rows) {
            if (rows == null) {
                return new Found(sealed, null, null);
            }
            byte[] parts = sealed.salt() != null ? Hashes.parts(sealed.kind(), rows, sealed.salt())
                    : sealed.kept() != null ? Hashes.partsErased(sealed.kind(), rows, sealed.kept()) : new byte[sealed.parts().length];
            String application = sealed.kind() == Kind.TASK ? rows.getFirst().getFirst().fixed().get(APPLICATION) : null;
            return new Found(sealed, parts, application == null ? null : UUID.fromString(application));
        }
    }
}
