package dev.syncline.bulkrepair;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many tasks of a bulk repair have each {@link Result}; those left out by the plan are not among them. */
record RepairCounts(int waiting, int underWay, int done, int failedAgain, int changed, int refused, int notDone) {

    static RepairCounts of(List<Item> items) {
        Map<Result, Long> counts = items.stream().collect(Collectors.groupingBy(Item::result, Collectors.counting()));
        return new RepairCounts(in(counts, Result.WAITING), in(counts, Result.UNDER_WAY), in(counts, Result.DONE), in(counts, Result.FAILED_AGAIN),
                in(counts, Result.CHANGED), in(counts, Result.REFUSED), in(counts, Result.NOT_DONE));
    }

    private static int in(Map<Result, Long> counts, Result result) {
        return counts.getOrDefault(result, 0L).intValue();
    }

    /** What counts for the stop. */
    int failures() {
        return failedAgain + refused;
    }
}
