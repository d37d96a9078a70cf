package dev.syncline.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Refusals that anybody can cause without being known. The first of a kind is written at once, the others of the same minute are counted
 * and written as one row, so that no flood fills the database.
 */
@Component
class Repetitions {

    private static final Duration TOGETHER = Duration.ofMinutes(1);
    private static final int MOST_KINDS = 10_000;

    private record Kind(String act, @Nullable UUID actor, @Nullable String address, int status, @Nullable String code) {}

    private static final class Counted {
        private final long until;
        private int further;
        /** The latest of the further ones, or the first while there is none. */
        private Intent last;

        private Counted(Intent first, long until) {
            this.last = first;
            this.until = until;
        }
    }

    private final AuditWriter writer;
    private final Endings endings;
    private final Clock clock;
    private final Map<Kind, Counted> recent = new ConcurrentHashMap<>();

    Repetitions(AuditWriter writer, Endings endings, Clock clock) {
        this.writer = writer;
        this.endings = endings;
        this.clock = clock;
    }

    void refused(Intent intent, int status, @Nullable String code) {
        UUID actor = intent.actor() == null ? null : intent.actor().id();
        Kind kind = new Kind(intent.act(), actor, intent.whence().remoteAddress(), status, code);
        // So many addresses at once are one attack: nothing is added by writing each of them down.
        if ((recent.size() < MOST_KINDS || recent.containsKey(kind)) && isFirst(kind, intent)) {
            write(intent, status, code, 1);
        }
    }

    private boolean isFirst(Kind kind, Intent intent) {
        long now = clock.millis();
        boolean[] first = {false};
        recent.compute(kind, (_, known) -> {
            if (known == null) {
                first[0] = true;
                return new Counted(intent, now + TOGETHER.toMillis());
            }
            known.further++;
            known.last = intent;
            return known;
        });
        return first[0];
    }

    @Scheduled(fixedDelayString = "PT5S")
    void tell() {
        long now = clock.millis();
        for (Kind kind : recent.keySet()) {
            Counted[] over = {null};
            recent.computeIfPresent(kind, (_, known) -> {
                if (known.until > now) {
                    return known;
                }
                over[0] = known;
                return null;
            });
            if (over[0] != null && over[0].further > 0) {
                write(over[0].last, kind.status(), kind.code(), over[0].further);
            }
        }
    }

    private void write(Intent intent, int status, @Nullable String code, int times) {
        writer.begin(intent);
        writer.end(endings.without(intent, Outcome.of(status), code, status, times));
    }
}
