package dev.syncline.notification;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What is watched. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.FailureShare.class, name = "FAILURE_SHARE"),
    @JsonSubTypes.Type(value = Condition.BacklogAge.class, name = "BACKLOG_AGE"),
    @JsonSubTypes.Type(value = Condition.NoActivity.class, name = "NO_ACTIVITY"),
    @JsonSubTypes.Type(value = Condition.Held.class, name = "HELD"),
    @JsonSubTypes.Type(value = Condition.RunHeld.class, name = "RUN_HELD")
})
sealed interface Condition {

    /** Whether it is about applications, so that a rule can be for some of them. */
    default boolean isAboutApplications() {
        return true;
    }

    /**
     * Of the tasks that succeeded or failed within some minutes, at least so many percent failed. One alert for each application.
     *
     * @param atLeast tasks there have to be, so that one failure of two at night wakes nobody
     */
    record FailureShare(Integer percent, Integer minutes, Integer atLeast) implements Condition {}

    /** A task waits to be run, or runs, for longer than this, and not because an earlier one failed. One alert for each application. */
    record BacklogAge(Integer minutes) implements Condition {}

    /**
     * No task was opened for this time. One alert for each application that is synchronized.
     *
     * @param hours time outside of them does not count; null when all of it does
     */
    record NoActivity(Integer minutes, @Nullable Hours hours) implements Condition {}

    /**
     * Failed tasks wait for a person for longer than this. One alert for each application and cause.
     *
     * @param which null for all of them
     */
    record Held(Integer minutes, @Nullable Which which) implements Condition {

        Which whichOnes() {
            return which == null ? Which.ALL : which;
        }
    }

    enum Which {
        ALL,
        /** Deletions and disablings: somebody still has access. */
        REMOVALS
    }

    /** The safety stop holds a run of an account policy or a compliance rule. One alert for each run. */
    record RunHeld() implements Condition {
        @Override
        public boolean isAboutApplications() {
            return false;
        }
    }
}
