package dev.syncline.policy;

import dev.syncline.entitlement.Entitlement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a set of users lacks, or has too much, by the policies: nothing done yet.
 *
 * @param granted reasons to keep from now on
 * @param ended reasons that no longer hold
 */
record Difference(List<Line> lines, List<Step> steps, List<Entitlement> granted, List<Entitlement> ended) {

    static final Difference NONE = new Difference(List.of(), List.of(), List.of(), List.of());

    Difference {
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
        granted = List.copyOf(granted);
        ended = List.copyOf(ended);
    }

    static Difference sum(Collection<Difference> parts) {
        List<Line> lines = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        List<Entitlement> granted = new ArrayList<>();
        List<Entitlement> ended = new ArrayList<>();
        for (Difference part : parts) {
            lines.addAll(part.lines);
            steps.addAll(part.steps);
            granted.addAll(part.granted);
            ended.addAll(part.ended);
        }
        return new Difference(lines, steps, granted, ended);
    }

    /** Whether there is nothing to write. */
    boolean isNothing() {
        return steps.isEmpty() && granted.isEmpty() && ended.isEmpty();
    }

    long count(Line.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }
}
