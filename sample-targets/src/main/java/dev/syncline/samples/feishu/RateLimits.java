package dev.syncline.samples.feishu;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the requests to each API; as on the platform, each has limits of its own, and reaching any of them throttles. */
final class RateLimits {

    private record Window(RateLimit limit, Instant since, int used) {

        boolean isOver(Instant now) {
            return !now.isBefore(since.plus(limit.window()));
        }

        /** Whole seconds until it is over, at least one. */
        long reset(Instant now) {
            return Math.max(1, Duration.between(now, since.plus(limit.window())).plusMillis(999).toSeconds());
        }
    }

    private final InstantSource clock;
    private final Map<FeishuApi, List<RateLimit>> limits = new EnumMap<>(FeishuApi.class);
    private final Map<FeishuApi, List<Window>> windows = new EnumMap<>(FeishuApi.class);

    RateLimits(InstantSource clock) {
        this.clock = clock;
        for (FeishuApi api : FeishuApi.values()) {
            set(api, api.limits());
        }
    }

    synchronized void set(FeishuApi api, List<RateLimit> these) {
        limits.put(api, List.copyOf(these));
        windows.remove(api);
    }

    /** @throws FeishuRefusal 99991400 when the API has been called too often; a refused request does not count */
    synchronized void pass(FeishuApi api) {
        Instant now = clock.instant();
        List<Window> before = windows.getOrDefault(api, limits.get(api).stream().map(limit -> new Window(limit, now, 0)).toList());
        List<Window> after = new ArrayList<>();
        for (Window window : before) {
            Window current = window.isOver(now) ? new Window(window.limit(), now, 0) : window;
            if (current.used() >= window.limit().requests()) {
                throw FeishuRefusal.throttled(window.limit().requests(), current.reset(now));
            }
            after.add(new Window(current.limit(), current.since(), current.used() + 1));
        }
        windows.put(api, after);
    }
}
