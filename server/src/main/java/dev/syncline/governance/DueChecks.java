package dev.syncline.governance;

import dev.syncline.journal.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins what has a schedule. However many times were missed, it runs once; while a run is under way or held, its turn is left out. */
@Component
class DueChecks {

    private static final Logger log = LoggerFactory.getLogger(DueChecks.class);
    private static final int AT_ONCE = 20;

    private final CheckRepository checks;
    private final NewRuns runs;
    private final Clock clock;

    DueChecks(CheckRepository checks, NewRuns runs, Clock clock) {
        this.checks = checks;
        this.runs = runs;
        this.clock = clock;
    }

    @Transactional
    public List<Run> begin() {
        return checks.due(clock.instant(), AT_ONCE).stream().flatMap(check -> {
            checks.next(check.id(), Objects.requireNonNull(check.schedule(), "what is due has a schedule").next(clock.instant()));
            Optional<Run> run = runs.make(check, false, Actor.SYSTEM);
            if (run.isEmpty()) {
                log.info("The {} {} was not run again: its last {} is still under way, or waits for a person.", check.family().label(),
                        check.name(), check.family().run());
            }
            return run.stream();
        }).toList();
    }
}
