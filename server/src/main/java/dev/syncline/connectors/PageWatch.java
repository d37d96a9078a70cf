package dev.syncline.connectors;

import dev.syncline.connector.Listed;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Pages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hands pages on, and notices a target that answers a page it answered before: some do so for ever, some until their own count is full. */
public final class PageWatch<T extends Listed> {

    /** Directories may answer empty pages when they filter late, but not for ever. */
    private static final int MOST_EMPTY = 1_000;

    private final Pages<T> pages;
    private final Set<String> firsts = new HashSet<>();
    private int empty;

    public PageWatch(Pages<T> pages) {
        this.pages = pages;
    }

    /**
     * @return whether to go on; an empty page is passed over
     * @throws Stopped when a page begins as an earlier one did, or nothing but empty pages come
     */
    public boolean take(List<T> page) throws Stopped {
        if (page.isEmpty()) {
            if (++empty > MOST_EMPTY) {
                throw new Stopped(new Outcome.Unclear("The target answers one empty page after the other."));
            }
            return true;
        }
        empty = 0;
        if (!firsts.add(page.getFirst().remoteId())) {
            throw new Stopped(new Outcome.Unclear(
                    "The target answers the same page again, beginning with \"" + page.getFirst().name() + "\"; it does not page."));
        }
        return pages.take(page);
    }
}
