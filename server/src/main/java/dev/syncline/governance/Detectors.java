package dev.syncline.governance;

import java.util.List;
import org.springframework.stereotype.Component;

/** Every detector, by what it looks for. */
@Component
class Detectors {

    private final List<Detector> all;

    Detectors(List<Detector> all) {
        this.all = all;
    }

    Detector of(Definition definition) {
        return all.stream().filter(detector -> detector.looksFor(definition)).findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody looks for " + definition));
    }
}
