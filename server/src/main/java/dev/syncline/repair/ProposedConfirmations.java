package dev.syncline.repair;

import dev.syncline.foureyes.FourEyes;
import dev.syncline.foureyes.Kind;
import dev.syncline.foureyes.Proposal;
import dev.syncline.foureyes.ProposedAct;
import dev.syncline.journal.Actor;
import dev.syncline.journal.Entry;
import dev.syncline.journal.Event;
import dev.syncline.journal.Journal;
import dev.syncline.rights.Scope;
import dev.syncline.task.Repairs;
import dev.syncline.task.Task;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Deletions that are confirmed only after a second person has agreed. What happens stands in the task's operation log. */
@Component
class ProposedConfirmations implements ProposedAct {

    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    private final FourEyes fourEyes;
    private final Repairs repairs;
    private final Journal journal;
    private final JsonMapper json;
    private final Clock clock;

    ProposedConfirmations(FourEyes fourEyes, Repairs repairs, Journal journal, JsonMapper json, Clock clock) {
        this.fourEyes = fourEyes;
        this.repairs = repairs;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    /** @param detail what the log keeps of the confirmation besides its reason; null for nothing */
    @Transactional
    public Proposal propose(Task task, String reason, @Nullable Map<String, ?> detail, Actor by) {
        // Refuses what cannot be confirmed, before anybody is asked.
        repairs.followUps(task.id());
        Proposal made = fourEyes.propose(Kind.CONFIRM_DELETION, task.id(), task.objectName() + ", " + task.applicationName(),
                Scope.of(Set.of(task.applicationId())), json.writeValueAsString(detail == null ? Map.of() : detail), reason, by);
        record(task.id(), Event.PROPOSED, by.name(), reason, made);
        return made;
    }

    @Override
    public Kind kind() {
        return Kind.CONFIRM_DELETION;
    }

    @Override
    public void carryOut(Proposal proposal, String approver) {
        Map<String, Object> detail = new HashMap<>(json.readValue(proposal.content(), DETAIL));
        detail.put("proposal", proposal.id());
        detail.put("approvedBy", approver);
        repairs.confirm(proposal.subjectId(), proposal.reason(), detail, proposal.proposer());
    }

    @Override
    public void declined(Proposal proposal, @Nullable String by, @Nullable String why) {
        record(proposal.subjectId(), Event.DECLINED, by, why, proposal);
    }

    private void record(UUID task, Event event, @Nullable String by, @Nullable String words, Proposal proposal) {
        journal.record(List.of(new Entry(task, clock.instant(), event, by, words, Map.of("proposal", proposal.id()))));
    }
}
