package dev.syncline.governance;

import dev.syncline.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The safety stop: a run that would touch more waits for a person.
 *
 * @param accounts the most accounts; null for no limit
 * @param percent the most in percent of the accounts it looks at; null for no limit
 */
record Limits(Integer accounts, @Nullable Integer percent) {

    static final Limits USUAL = new Limits(500, null);

    /** @throws ProblemException naming the field */
    void check() {
        if (accounts != null && accounts < 0) {
            throw ProblemException.invalid("limits.accounts", "The most accounts of a run must be 0 or more, or null for no limit.");
        }
        if (percent != null && (percent < 0 || percent > 100)) {
            throw ProblemException.invalid("limits.percent", "The limit in percent must be from 0 to 100, or null for no limit.");
        }
    }

    /** Why a run that would touch so many waits; null when it may go on. */
    @Nullable String exceeded(long touching, long ofAll) {
        if (accounts != null && touching > accounts) {
            return "It would change " + touching + " accounts, more than the " + accounts + " it may. Look at the findings, then release or cancel it.";
        }
        if (percent != null && touching * 100 > percent * ofAll) {
            return "It would change " + touching + " of " + ofAll + " accounts, more than the " + percent
                    + " % it may. Look at the findings, then release or cancel it.";
        }
        return null;
    }
}
