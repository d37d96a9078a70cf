package dev.syncline.dashboard;

import dev.syncline.dashboard.FigureRepository.Figures;
import dev.syncline.task.FailureKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first page.
 *
 * @param to the end of the bar that has only begun
 * @param countedAt when the figures were counted; null when they never were
 * @param complete whether all of the range is counted: after an update, earlier days follow within minutes
 * @param anything whether there ever was a task
 * @param total tasks opened in the range, as they stood at countedAt
 * @param bars by the time the tasks were opened, empty ones included
 * @param applications with the most tasks in the range
 * @param backlog what waits or is under way now, by application, the oldest first
 * @param attention what stands failed now, by kind
 */
record Dashboard(
        String range,
        Instant from,
        Instant to,
        long bucketSeconds,
        @Nullable Instant countedAt,
        boolean complete,
        boolean anything,
        Volume total,
        List<Bar> bars,
        List<ApplicationFigures> applications,
        List<Backlog> backlog,
        List<Attention> attention,
        Causes causes) {

    /**
     * @param succeeded as the target or a person says
     * @param confirmed of these, what a person says
     * @param other superseded or cancelled: no longer wanted
     * @param successShare of what ended well or badly, from 0 to 1; null when there is none
     */
    record Volume(long opened, long succeeded, long confirmed, long failed, long open, long other, @Nullable Double successShare) {

        static Volume of(Figures figures) {
            return new Volume(figures.opened(), figures.succeeded() + figures.confirmed(), figures.confirmed(), figures.failed(),
                    figures.open(), figures.superseded() + figures.cancelled(), figures.successShare());
        }
    }

    record Bar(Instant at, Volume volume) {}

    record Named(UUID id, String name) {}

    /** @param delay null when nothing succeeded in the range */
    record ApplicationFigures(Named application, Volume volume, @Nullable Delay delay) {}

    /**
     * From the commit of what caused a task to the moment its target had done it, waiting for callbacks included. To within five percent.
     *
     * @param tasks how many succeeded
     */
    record Delay(long p50Ms, long p95Ms, long tasks) {}

    /** @param oldestOpenedAt since when the oldest of them waits */
    record Backlog(Named application, long queued, long running, long awaitingCallback, Instant oldestOpenedAt) {}

    record Attention(FailureKind kind, long tasks, Instant oldestOpenedAt) {}

    /** Groups of failures that are not resolved, and those among them that came back. */
    record Causes(long unresolved, long cameBack) {}
}
