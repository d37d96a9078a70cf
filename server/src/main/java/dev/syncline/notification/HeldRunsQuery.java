package dev.syncline.notification;

import dev.syncline.governance.HeldRuns;
import java.util.List;
import org.springframework.stereotype.Component;

/** Governance runs that the safety stop holds. */
@Component
class HeldRunsQuery {

    private final HeldRuns runs;

    HeldRunsQuery(HeldRuns runs) {
        this.runs = runs;
    }

    List<Finding> find() {
        return runs.all().stream().map(run -> new Finding(run.applicationId(), run.applicationName(), run.id().toString(),
                new Facts(null, null, false, run.since(), null, null, null, null, null, null,
                        new Facts.Run(run.id(), run.name(), run.because(), run.touching(), run.page())))).toList();
    }
}
