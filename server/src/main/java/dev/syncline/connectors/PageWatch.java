package dev.syncline.connectors;

import dev.syncline.connector.AccountPages;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.RemoteAccount;
import java.util.List;

/** Hands pages on, and notices a target that answers the same page for ever. */
public final class PageWatch {

    /** Directories may answer empty pages when they filter late, but not for ever. */
    private static final int MOST_EMPTY = 1_000;

    private final AccountPages pages;
    private String firstOfLast;
    private int empty;

    public PageWatch(AccountPages pages) {
        this.pages = pages;
    }

    /**
     * @return whether to go on; an empty page is passed over
     * @throws Stopped when the page is the one before, or nothing but empty pages come
     */
    public boolean take(List<RemoteAccount> page) throws Stopped {
        if (page.isEmpty()) {
            if (++empty > MOST_EMPTY) {
                throw new Stopped(new Outcome.Unclear("The target answers one empty page of accounts after the other."));
            }
            return true;
        }
        empty = 0;
        String first = page.getFirst().remoteId();
        if (first.equals(firstOfLast)) {
            throw new Stopped(new Outcome.Unclear(
                    "The target answers the same page of accounts again, beginning with \"" + page.getFirst().name() + "\"; it does not page."));
        }
        firstOfLast = first;
        return pages.take(page);
    }
}
