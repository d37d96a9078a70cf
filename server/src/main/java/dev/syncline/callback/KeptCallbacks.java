package dev.syncline.callback;

import dev.syncline.task.EarlyCallbacks;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives callbacks that came too early to their tasks, once these wait for them. */
@Component
class KeptCallbacks implements EarlyCallbacks {

    private final CallbackRepository repository;
    private final Clock clock;

    KeptCallbacks(CallbackRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public Map<UUID, Result> take(Map<UUID, Instant> startedAt) {
        return startedAt.isEmpty() ? Map.of() : repository.take(startedAt, clock.instant());
    }
}
