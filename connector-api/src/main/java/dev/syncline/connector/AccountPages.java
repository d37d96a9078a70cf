package dev.syncline.connector;

import java.util.List;

/** Takes the accounts of a target, page by page, so that nobody ever holds all of them. */
@FunctionalInterface
public interface AccountPages {

    /**
     * Takes one page. May take its time: the target waits.
     *
     * @param page never empty, and never longer than was asked for
     * @return whether to go on
     */
    boolean take(List<RemoteAccount> page);
}
