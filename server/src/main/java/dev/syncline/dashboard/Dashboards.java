package dev.syncline.dashboard;

import dev.syncline.dashboard.CountingState.Counted;
import dev.syncline.dashboard.Dashboard.ApplicationFigures;
import dev.syncline.dashboard.Dashboard.Attention;
import dev.syncline.dashboard.Dashboard.Backlog;
import dev.syncline.dashboard.Dashboard.Bar;
import dev.syncline.dashboard.Dashboard.Delay;
import dev.syncline.dashboard.Dashboard.Named;
import dev.syncline.dashboard.Dashboard.Volume;
import dev.syncline.dashboard.FigureRepository.Figures;
import dev.syncline.dashboard.FigureRepository.Unsettled;
import dev.syncline.rights.Scope;
import dev.syncline.task.FailureKind;
import dev.syncline.task.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the dashboard together: seven short statements, however many tasks there are. */
@Service
class Dashboards {

    private static final int MOST_APPLICATIONS = 100;

    private final CountingState state;
    private final FigureRepository figures;
    private final Clock clock;

    Dashboards(CountingState state, FigureRepository figures, Clock clock) {
        this.state = state;
        this.figures = figures;
        this.clock = clock;
    }

    /** Everything as it was counted at one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Dashboard of(Range range, Scope visible) {
        Instant now = clock.instant();
        Instant from = range.from(now);
        Instant to = range.to(now);
        Counted counted = state.read();
        Map<Instant, Figures> bars = figures.bars(range, from, to, visible);
        List<Unsettled> unsettled = figures.unsettled(visible);
        return new Dashboard(range.label(), from, to, range.width().toSeconds(), counted.at(),
                counted.from() != null && !counted.from().isAfter(from),
                figures.anything(visible),
                Volume.of(bars.values().stream().reduce(Figures.NONE, Figures::plus)),
                Stream.iterate(from, at -> at.isBefore(to), at -> at.plus(range.width()))
                        .map(at -> new Bar(at, Volume.of(bars.getOrDefault(at, Figures.NONE)))).toList(),
                applications(range, from, to, visible),
                backlog(unsettled),
                attention(unsettled),
                figures.causes(visible));
    }

    private List<ApplicationFigures> applications(Range range, Instant from, Instant to, Scope visible) {
        Map<UUID, Delays> delays = figures.delays(range, from, to, visible);
        return figures.applications(range, from, to, visible, MOST_APPLICATIONS).stream()
                .map(one -> new ApplicationFigures(new Named(one.id(), one.name()), Volume.of(one.figures()), delay(delays.get(one.id()))))
                .toList();
    }

    private static @Nullable Delay delay(@Nullable Delays delays) {
        if (delays == null) {
            return null;
        }
        Long ofHalf = delays.percentile(0.5);
        Long ofMost = delays.percentile(0.95);
        return ofHalf == null || ofMost == null ? null : new Delay(ofHalf, ofMost, delays.total());
    }

    private static List<Backlog> backlog(List<Unsettled> unsettled) {
        Map<UUID, List<Unsettled>> waiting = unsettled.stream().filter(one -> one.status() != Status.FAILED)
                .collect(Collectors.groupingBy(Unsettled::application));
        return waiting.values().stream()
                .map(of -> new Backlog(new Named(of.getFirst().application(), of.getFirst().name()), tasks(of, Status.QUEUED),
                        tasks(of, Status.RUNNING), tasks(of, Status.AWAITING_CALLBACK), oldest(of)))
                .sorted(Comparator.comparing(Backlog::oldestOpenedAt).thenComparing(one -> one.application().id()))
                .toList();
    }

    private static List<Attention> attention(List<Unsettled> unsettled) {
        Map<FailureKind, List<Unsettled>> failed = unsettled.stream().filter(one -> one.status() == Status.FAILED)
                .collect(Collectors.groupingBy(Unsettled::kind));
        return failed.entrySet().stream()
                .map(kind -> new Attention(kind.getKey(), tasks(kind.getValue(), Status.FAILED), oldest(kind.getValue())))
                .sorted(Comparator.comparingLong(Attention::tasks).reversed().thenComparing(Attention::kind))
                .toList();
    }

    private static long tasks(List<Unsettled> of, Status status) {
        return of.stream().filter(one -> one.status() == status).mapToLong(Unsettled::tasks).sum();
    }

    private static Instant oldest(List<Unsettled> of) {
        return of.stream().map(Unsettled::oldest).min(Comparator.naturalOrder()).orElseThrow();
    }
}
