package dev.syncline.failure;

import dev.syncline.journal.Veil;
import dev.syncline.personal.Veils;
import dev.syncline.task.Ledger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The messages shown as samples are of one person each: for a reader who may not see personal values, without these. */
@Component
class Samples {

    private final Ledger ledger;
    private final Veils veils;

    Samples(Ledger ledger, Veils veils) {
        this.ledger = ledger;
        this.veils = veils;
    }

    FailureGroup shown(FailureGroup group) {
        return shown(List.of(group)).getFirst();
    }

    List<FailureGroup> shown(List<FailureGroup> groups) {
        Map<UUID, Veil> ofTasks = veils.of(ledger.findAll(groups.stream().map(FailureGroup::sampleTaskId).toList()));
        return groups.stream().map(group -> group.behind(ofTasks.computeIfAbsent(group.sampleTaskId(),
                gone -> veils.of(group.application().id(), gone)))).toList();
    }
}
