package dev.syncline.governance;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for what a check objects to, set by set. */
interface Detector {

    /**
     * @param found in the order of their places
     * @param next place to go on after; null when this was the last page
     */
    record Page(List<Found> found, @Nullable String next) {}

    boolean looksFor(Definition definition);

    /**
     * A page: what is found among so many of those that come after a place ("" for the first).
     *
     * @param size how many are looked at, not how many are found
     */
    Page after(Run run, String place, int size);

    /** Of findings made earlier, those that are still there, as they are now. */
    List<Found> still(Run run, Collection<Finding> findings);
}
