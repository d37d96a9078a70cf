package dev.syncline.notification;

import dev.syncline.task.FailureKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of something that is so. What a kind of rule does not know is null.
 *
 * @param tasks how many it concerns
 * @param people how many users they are about
 * @param more whether there are still more: counting stopped
 * @param since of the oldest
 * @param of of how many tasks {@code tasks} are a part
 * @param failureKind the commonest
 * @param group the failures of its cause, see package {@code failure}; null while they are not grouped yet
 * @param said what the application said, as one of them has it; may hold names, but no personal values
 * @param saidOf the task it was said of
 * @param names some of the objects; may only be told where the rule says so
 * @param run the governance run that is held
 */
record Facts(
        @Nullable Integer tasks,
        @Nullable Integer people,
        boolean more,
        @Nullable Instant since,
        @Nullable Integer of,
        @Nullable FailureKind failureKind,
        @Nullable Group group,
        @Nullable String said,
        @Nullable UUID saidOf,
        @Nullable List<String> names,
        @Nullable Run run) {

    /** @param path of its page in the console */
    record Run(UUID id, String name, @Nullable String because, int touching, String path) {}

    /**
     * @param pattern what the application said, without names, numbers and ids
     * @param seenToBy who has acknowledged the group; null when nobody has
     */
    record Group(UUID id, String pattern, @Nullable String seenToBy) {

        /** Of columns {@code group_id}, {@code pattern} and {@code seen_to_by}; null where there is none. */
        static @Nullable Group read(ResultSet row) throws SQLException {
            UUID id = row.getObject("group_id", UUID.class);
            return id == null ? null : new Group(id, row.getString("pattern"), row.getString("seen_to_by"));
        }
    }

    static Facts since(Instant since) {
        return new Facts(null, null, false, since, null, null, null, null, null, null, null);
    }

    Facts saying(@Nullable String words) {
        return new Facts(tasks, people, more, since, of, failureKind, group, words, saidOf, names, run);
    }

    /** Of the tasks it is a part of, in percent, rounded down. */
    int percent() {
        return of == null || of == 0 ? 0 : 100 * concerned() / of;
    }

    /** {@code tasks}, for the kinds of rules that count them. */
    int concerned() {
        return Objects.requireNonNull(tasks, "such a rule counts tasks");
    }

    /** {@code of}, for a rule about a share. */
    int outOf() {
        return Objects.requireNonNull(of, "a share is one of something");
    }

    /** {@code since}, for the kinds of rules that know it. */
    Instant begun() {
        return Objects.requireNonNull(since, "such a rule knows since when");
    }

    /** {@code run}, for a rule about held runs. */
    Run heldRun() {
        return Objects.requireNonNull(run, "a held run is what it is about");
    }
}
