package dev.syncline.policy;

import dev.syncline.intake.AccountChange;
import dev.syncline.policy.SimulationResult.ChangeKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Counts differences, set by set. */
final class Tally {

    private final int sampleSize;
    private final Map<Line.Kind, Integer> users = new EnumMap<>(Line.Kind.class);
    private final Map<Line.Kind, List<Line>> sample = new EnumMap<>(Line.Kind.class);
    private final Map<UUID, Application> applications = new LinkedHashMap<>();
    private int lookedAt;
    private int inScope;

    Tally(int sampleSize) {
        this.sampleSize = sampleSize;
        for (Line.Kind kind : Line.Kind.values()) {
            users.put(kind, 0);
            sample.put(kind, new ArrayList<>());
        }
    }

    /** What was counted for one application. */
    static final class Application {
        final Map<Line.Kind, Integer> lines = new EnumMap<>(Line.Kind.class);
        final Map<ChangeKind, Integer> changes = new EnumMap<>(ChangeKind.class);
        int blocked;
    }

    /** A set of users, none of whom was in a set before. */
    void add(int people, int peopleInScope, Difference difference) {
        lookedAt += people;
        inScope += peopleInScope;
        add(difference);
    }

    private void add(Difference difference) {
        Map<Line.Kind, Set<UUID>> people = new EnumMap<>(Line.Kind.class);
        for (Line line : difference.lines()) {
            people.computeIfAbsent(line.kind(), _ -> new HashSet<>()).add(line.userId());
            of(line.target().applicationId()).lines.merge(line.kind(), 1, Integer::sum);
            List<Line> first = sample.computeIfAbsent(line.kind(), _ -> new ArrayList<>());
            if (first.size() < sampleSize) {
                first.add(line);
            }
        }
        people.forEach((kind, ids) -> users.merge(kind, ids.size(), Integer::sum));
        difference.steps().forEach(this::count);
    }

    private void count(Step step) {
        switch (step) {
            case Step.Blocked blocked -> of(blocked.applicationId()).blocked++;
            case Step.End _ -> {}
            case Step.Change change -> of(change.applicationId()).changes.merge(kind(change.change()), 1, Integer::sum);
        }
    }

    private static ChangeKind kind(AccountChange change) {
        return switch (change) {
            case AccountChange.Create _ -> ChangeKind.CREATE;
            case AccountChange.Update _ -> ChangeKind.UPDATE;
            case AccountChange.Enable _ -> ChangeKind.ENABLE;
            case AccountChange.Disable _ -> ChangeKind.DISABLE;
            case AccountChange.Delete _ -> ChangeKind.DELETE;
        };
    }

    private Application of(UUID applicationId) {
        return applications.computeIfAbsent(applicationId, _ -> new Application());
    }

    int lookedAt() {
        return lookedAt;
    }

    int inScope() {
        return inScope;
    }

    Map<Line.Kind, Integer> users() {
        return users;
    }

    Map<Line.Kind, List<Line>> sample() {
        return sample;
    }

    Map<UUID, Application> applications() {
        return applications;
    }
}
