package dev.syncline.modules;

import dev.syncline.web.ETags;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Knows what is switched on. Asked with every request, so it looks into the database only now and then. */
@Service
public class Modules {

    /** After this time every server knows what was switched on another one. */
    static final Duration FRESH = Duration.ofSeconds(2);

    private record Known(Switches switches, long readAt) {}

    private final SwitchesRepository repository;
    private volatile @Nullable Known known;

    Modules(SwitchesRepository repository) {
        this.repository = repository;
    }

    /** What another server switched counts here two seconds later. */
    public boolean isOn(Module module) {
        return recent().isOn(module);
    }

    /** The synchronization log is there while one of the modules is. */
    public boolean logIsOn() {
        return isOn(Module.LIFECYCLE_MANAGEMENT) || isOn(Module.IDENTITY_GOVERNANCE);
    }

    Switches now() {
        return remember(repository.read());
    }

    /** @param wanted with the version it was decided on */
    Switches change(Switches wanted) {
        return remember(repository.update(wanted).orElseThrow(() -> ETags.mismatch("What is switched on")));
    }

    private Switches recent() {
        Known last = known;
        return last == null || System.nanoTime() - last.readAt() > FRESH.toNanos() ? now() : last.switches();
    }

    private Switches remember(Switches switches) {
        known = new Known(switches, System.nanoTime());
        return switches;
    }
}
