package dev.syncline.notification;

import dev.syncline.journal.Veil;
import dev.syncline.personal.Veils;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What applications said, as it may leave the house: whoever reads a mail or a group chat has shown no right to see personal values, so that
 * nobody is shown them there. Who has the right finds them in the log.
 */
@Component
class Quotations {

    private final Ledger ledger;
    private final Veils veils;

    Quotations(Ledger ledger, Veils veils) {
        this.ledger = ledger;
        this.veils = veils;
    }

    /** With marks in their place; what was said of a task that is gone is left out. */
    List<Finding> withoutPersonal(List<Finding> found) {
        List<UUID> quoted = found.stream().map(finding -> finding.facts().saidOf()).filter(Objects::nonNull).toList();
        Map<UUID, Veil> behind = ledger.findAll(quoted).stream().collect(Collectors.toMap(Task::id, veils::drawn));
        return found.stream().map(finding -> finding.saying(words(finding.facts(), behind))).toList();
    }

    private static @Nullable String words(Facts facts, Map<UUID, Veil> behind) {
        Veil veil = facts.saidOf() == null ? null : behind.get(facts.saidOf());
        return veil == null ? null : veil.text(facts.said());
    }
}
