package dev.syncline.synclog;

import dev.syncline.problem.ProblemException;

/** Order of the list, by the time tasks were opened. */
enum Order {
    NEWEST,
    OLDEST;

    /** What waits for a person is shown oldest first unless asked otherwise. */
    static Order of(String asked, TaskFilter filter) {
        if (asked == null || asked.isBlank()) {
            return filter.view() == TaskFilter.View.ATTENTION ? OLDEST : NEWEST;
        }
        return switch (asked) {
            case "newest", "NEWEST" -> NEWEST;
            case "oldest", "OLDEST" -> OLDEST;
            default -> throw ProblemException.invalid("order", "\"order\" must be newest or oldest, not \"" + asked + "\".");
        };
    }
}
