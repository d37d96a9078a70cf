package dev.syncline.connector;

import java.util.List;

/** Takes what a target lists, page by page, so that nobody ever holds all of it. */
@FunctionalInterface
public interface Pages<T extends Listed> {

    /**
     * Takes one page. May take its time: the target waits.
     *
     * @param page never empty, and never longer than was asked for
     * @return whether to go on
     */
    boolean take(List<T> page);
}
