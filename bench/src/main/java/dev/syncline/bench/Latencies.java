package dev.syncline.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long requests of one kind took, in milliseconds. */
final class Latencies {

    private final List<Double> millis = new ArrayList<>();

    void add(double one) {
        millis.add(one);
    }

    void addAll(Latencies others) {
        millis.addAll(others.millis);
    }

    int size() {
        return millis.size();
    }

    /** The smallest value that so many percent of all do not exceed (nearest rank). */
    double percentile(int percent) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    long over(double limit) {
        return millis.stream().filter(one -> one > limit).count();
    }
}
