package dev.syncline.reconciliation;

import dev.syncline.connector.ObjectType;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.reconciliation.ReconciliationFindingRepository.Became;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FindingDecisions of a run, and acts on one of them. */
@Service
class FindingDecisions {

    private static final int LONGEST_REASON = 1_000;

    private final ReconciliationRepository runs;
    private final ReconciliationFindingRepository repository;
    private final FindingActs acts;

    FindingDecisions(ReconciliationRepository runs, ReconciliationFindingRepository repository, FindingActs acts) {
        this.runs = runs;
        this.repository = repository;
        this.acts = acts;
    }

    List<Finding> page(UUID runId, FindingFilter filter, String afterName, @Nullable UUID afterId, int limit) {
        return repository.page(runId, filter, afterName, afterId, limit);
    }

    List<ReconciliationFindingRepository.Count> counts(UUID runId) {
        return repository.counts(runId);
    }

    Finding get(UUID runId, UUID id) {
        return repository.find(runId, id).orElseThrow(() -> ProblemException.notFound("finding", id));
    }

    /**
     * Linking what is linked to the same already changes nothing.
     *
     * @param subjectId null for whom it was matched to
     */
    @Transactional
    public void link(UUID runId, UUID id, @Nullable UUID subjectId, boolean align, Actor actor) {
        Run run = run(runId);
        Finding finding = locked(runId, id);
        UUID subject = subjectId == null ? finding.subjectId() : subjectId;
        if (finding.outcome() == Finding.Outcome.LINKED && Objects.equals(finding.subjectId(), subject)) {
            return;
        }
        if (subject == null) {
            throw ProblemException.invalid("subjectId", "Say whose it is: " + (finding.objectType() == ObjectType.ACCOUNT
                    ? "the id of a user." : "the id of an organization or group."));
        }
        act(run, finding, Map.of(id, subject), new Order(Order.Act.LINK, finding.objectType(), null, align, null, actor));
    }

    @Transactional
    public void keep(UUID runId, UUID id, Actor actor) {
        Run run = run(runId);
        Finding finding = locked(runId, id);
        if (finding.outcome() != Finding.Outcome.KEPT) {
            act(run, finding, Map.of(), new Order(Order.Act.KEEP, finding.objectType(), null, false, null, actor));
        }
    }

    @Transactional
    public void align(UUID runId, UUID id, Actor actor) {
        Run run = run(runId);
        Finding finding = locked(runId, id);
        if (finding.outcome() != Finding.Outcome.ALIGNED) {
            act(run, finding, Map.of(), new Order(Order.Act.ALIGN, finding.objectType(), null, false, null, actor));
        }
    }

    @Transactional
    public void ignore(UUID runId, UUID id, String reason, Actor actor) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw ProblemException.invalid("reason", "Say why it is ignored, in at most " + LONGEST_REASON + " characters.");
        }
        Run run = run(runId);
        Finding finding = locked(runId, id);
        act(run, finding, Map.of(), new Order(Order.Act.IGNORE, finding.objectType(), null, false, reason.strip(), actor));
    }

    private void act(Run run, Finding finding, Map<UUID, UUID> subjects, Order order) {
        if (!finding.acts().contains(order.act())) {
            throw Reconciliations.refused(order.act() + " is not possible for this finding: it is " + finding.kind()
                    + (finding.outcome() == Finding.Outcome.OPEN ? "." : " and " + finding.outcome() + "."));
        }
        List<Became> became = acts.act(run, List.of(finding), subjects, order);
        if (became.getFirst().outcome() == null) {
            throw new ProblemException(ErrorCode.CONFLICT, became.getFirst().message());
        }
    }

    private Run run(UUID runId) {
        Run run = runs.find(runId).orElseThrow(() -> ProblemException.notFound("reconciliation", runId));
        Reconciliations.refuseUnlessThere(run);
        return run;
    }

    private Finding locked(UUID runId, UUID id) {
        return repository.lock(runId, id).orElseThrow(() -> ProblemException.notFound("finding", id));
    }
}
