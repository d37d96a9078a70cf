package dev.syncline.dashboard;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long tasks took, on a scale of steps that grow by a tenth: sums of many hours are made by adding, and a percentile is right to within
 * five percent. Pure.
 */
final class Delays {

    /** Step n begins at this to the power of n, in milliseconds. The statement that counts has the same number. */
    static final double GROWTH = 1.1;

    private final NavigableMap<Integer, Long> tasks = new TreeMap<>();
    private long total;

    void add(int step, long number) {
        tasks.merge(step, number, Long::sum);
        total += number;
    }

    long total() {
        return total;
    }

    /**
     * The time within which this share of the tasks was done, in milliseconds; null when there is none.
     *
     * @param share above 0, at most 1
     */
    @Nullable Long percentile(double share) {
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        for (Map.Entry<Integer, Long> step : tasks.entrySet()) {
            seen += step.getValue();
            if (seen >= wanted) {
                return middleOf(step.getKey());
            }
        }
        return null;
    }

    private static long middleOf(int step) {
        return Math.round(Math.pow(GROWTH, step + 0.5));
    }
}
