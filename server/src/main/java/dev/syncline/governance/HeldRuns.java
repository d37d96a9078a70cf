package dev.syncline.governance;

import dev.syncline.application.Application;
import dev.syncline.application.Applications;
import dev.syncline.modules.Module;
import dev.syncline.modules.Modules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The runs that the safety stop holds until a person releases or cancels them, for whoever tells people. */
@Service
public class HeldRuns {

    private final CheckRunRepository runs;
    private final Applications applications;
    private final Modules modules;

    HeldRuns(CheckRunRepository runs, Applications applications, Modules modules) {
        this.runs = runs;
        this.applications = applications;
        this.modules = modules;
    }

    /**
     * @param name of the policy or rule
     * @param applicationId null for a rule
     * @param because what the safety stop said
     * @param touching accounts it would change
     * @param page path of its page in the console
     */
    public record Held(UUID id, String name, @Nullable UUID applicationId, @Nullable String applicationName, @Nullable String because, int touching,
            @Nullable Instant since, String page) {}

    /** None while the module is off: nobody could do anything about them. */
    public List<Held> all() {
        if (!modules.isOn(Module.IDENTITY_GOVERNANCE)) {
            return List.of();
        }
        List<Run> held = runs.held();
        Map<UUID, Application> there = applications.findAll(held.stream().map(Run::applicationId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return held.stream().map(run -> new Held(run.id(), run.name(), run.applicationId(),
                there.containsKey(run.applicationId()) ? there.get(run.applicationId()).name() : null, run.heldBecause(), run.touching(),
                run.createdAt(), page(run))).toList();
    }

    private static String page(Run run) {
        return switch (run.family()) {
            case ACCOUNT_POLICY -> "/governance/account-policies/runs/" + run.id();
            case COMPLIANCE -> "/governance/compliance/runs/" + run.id();
        };
    }
}
