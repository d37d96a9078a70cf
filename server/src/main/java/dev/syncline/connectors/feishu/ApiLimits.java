package dev.syncline.connectors.feishu;

import dev.syncline.connector.Outcome;
import dev.syncline.connector.Outcome.Throttled.Reach;
import dev.syncline.connectors.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which operations the platform has asked not to call again yet. The platform counts each operation by itself, so a limit on one holds only
 * the changes that need it: until the named time they are put off without asking in vain, while all others go on. They are told times one
 * after the other, as far apart as the limit allows, so that they do not all come back at once. Known to this server alone; another one
 * learns it with a request of its own.
 */
final class ApiLimits {

    /** Nobody is put off for longer: what is asked for again may be refused again. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /**
     * @param until when the platform serves again
     * @param apart so far apart the waiting come back
     * @param next when the next one of them does
     */
    private record Closed(Instant until, Duration apart, Instant next) {
        Closed withOneMore() {
            return new Closed(until, apart, next.plus(apart));
        }
    }

    private final InstantSource clock;
    private final Map<Api, Closed> closed = new EnumMap<>(Api.class);

    ApiLimits(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws Stopped while the operation is not to be called; nothing was sent then */
    synchronized void requireOpen(Request request) throws Stopped {
        Closed limit = closed.get(request.api());
        if (limit != null && clock.instant().isBefore(limit.until())) {
            throw throttled(request, Optional.of(turn(request.api(), limit)), "is put off: Feishu limits how often %s may be called, and nothing was sent.");
        }
    }

    /**
     * Notes that the platform refused a call for being one too many.
     *
     * @param pause empty when the platform named no time
     * @param calls how many may be made in that time, at least 1
     */
    synchronized Stopped close(Request request, Optional<Duration> pause, int calls) {
        Optional<Duration> wait = pause.filter(Duration::isPositive).map(named -> {
            Instant until = clock.instant().plus(named);
            Closed before = closed.getOrDefault(request.api(), new Closed(until, Duration.ZERO, until));
            Instant next = before.next().isAfter(until) ? before.next() : until;
            return turn(request.api(), new Closed(until, named.dividedBy(calls), next));
        });
        return throttled(request, wait.or(() -> pause), "was one request too many: Feishu limits how often %s may be called.");
    }

    private Duration turn(Api api, Closed limit) {
        closed.put(api, limit.withOneMore());
        Duration wait = Duration.between(clock.instant(), limit.next());
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** Without a token nothing can be done, so that limit holds everything. */
    private static Stopped throttled(Request request, Optional<Duration> pause, String how) {
        return new Stopped(new Outcome.Throttled(pause, request.what() + " " + how.formatted(request.api().words()),
                request.api() == Api.TOKEN ? Reach.TARGET : Reach.OPERATION));
    }
}
