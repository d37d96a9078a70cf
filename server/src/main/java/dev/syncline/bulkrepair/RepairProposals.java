package dev.syncline.bulkrepair;

import dev.syncline.foureyes.FourEyes;
import dev.syncline.foureyes.Kind;
import dev.syncline.journal.Actor;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Whether a plan needs a second person before it is run, and asks for one. */
@Component
class RepairProposals {

    private final FourEyes fourEyes;
    private final PlanRepository plans;
    private final JsonMapper json;

    RepairProposals(FourEyes fourEyes, PlanRepository plans, JsonMapper json) {
        this.fourEyes = fourEyes;
        this.plans = plans;
        this.json = json;
    }

    boolean isNeeded(BulkRepair repair) {
        Set<UUID> applications = plans.causes(repair.id()).stream().map(PlannedCause::applicationId).collect(Collectors.toSet());
        boolean deletes = repair.action() == RepairAction.CONFIRM && repair.deletions() > 0;
        return fourEyes.needsForRepair(applications, repair.total(), deletes);
    }

    void ask(BulkRepair repair, RunRequest request, Actor by) {
        fourEyes.propose(Kind.BULK_REPAIR, repair.id(), repair.action() + ": " + repair.total(), repair.visible(), json.writeValueAsString(request),
                request.reason(), by);
    }

    RunRequest request(String content) {
        return json.readValue(content, RunRequest.class);
    }
}
