package dev.syncline.foureyes;

import dev.syncline.foureyes.Proposal.Status;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Standing;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of proposals. */
@Service
class ProposalDecisions {

    private final ProposalRepository proposals;
    private final FourEyes fourEyes;
    private final Map<Kind, ProposedAct> acts;
    private final Standing standing;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ProposalDecisions(ProposalRepository proposals, FourEyes fourEyes, List<ProposedAct> acts, Standing standing,
            TransactionTemplate transactions, Clock clock) {
        this.proposals = proposals;
        this.fourEyes = fourEyes;
        this.acts = acts.stream().collect(Collectors.toMap(ProposedAct::kind, Function.identity()));
        this.standing = standing;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Carries it out. What refuses it then leaves it open; that its proposer could not do it any more ends it.
     *
     * @throws ProblemException NOT_ALLOWED_IN_STATE also when it has lapsed so
     */
    Proposal approve(UUID id, @Nullable String words, Actor by, Rights may) {
        Optional<Proposal> approved = Objects.requireNonNull(transactions.execute(_ -> {
            Proposal proposal = open(id, by, may);
            refuseOwn(proposal, by);
            ProposedAct act = act(proposal);
            if (!proposal.applications().isWithin(act.where(proposal, may))) {
                throw new ProblemException(ErrorCode.FORBIDDEN, "You do not have the right to do this in all applications it touches.");
            }
            if (!proposal.applications().isWithin(act.where(proposal, standing.of(proposal.proposer())))) {
                lapse(proposal, act);
                return Optional.empty();
            }
            proposals.decide(id, Status.APPROVED, fourEyes.person(by), by.name(), words, clock.instant());
            act.carryOut(proposal, by.name());
            return Optional.of(proposal);
        }), "the transaction gives an Optional");
        Proposal carriedOut = approved.orElseThrow(() -> new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE, get(id, by, may).decision()));
        act(carriedOut).afterwards(carriedOut);
        return get(id, by, may);
    }

    /** Approving lends a second pair of eyes, not the right itself. */
    private void lapse(Proposal proposal, ProposedAct act) {
        String why = proposal.proposer().name()
                + ", who proposed it, may no longer do this. Nothing was done; whoever has the right can propose it again.";
        proposals.decide(proposal.id(), Status.LAPSED, null, null, why, clock.instant());
        act.declined(proposal, null, why);
    }

    Proposal decline(UUID id, @Nullable String why, Actor by, Rights may) {
        transactions.executeWithoutResult(_ -> {
            Proposal proposal = open(id, by, may);
            refuseOwn(proposal, by);
            proposals.decide(id, Status.DECLINED, fourEyes.person(by), by.name(), why, clock.instant());
            act(proposal).declined(proposal, by.name(), why);
        });
        return get(id, by, may);
    }

    /** By who proposed it. */
    Proposal withdraw(UUID id, Actor by, Rights may) {
        transactions.executeWithoutResult(_ -> {
            Proposal proposal = open(id, by, may);
            if (!proposal.person().equals(fourEyes.person(by))) {
                throw new ProblemException(ErrorCode.FORBIDDEN, "Only " + proposal.proposer().name()
                        + ", who proposed it, can withdraw it. Decline it instead.");
            }
            proposals.decide(id, Status.WITHDRAWN, null, by.name(), null, clock.instant());
        });
        return get(id, by, may);
    }

    /** @throws ProblemException NOT_FOUND also when it is not the reader's to see */
    Proposal get(UUID id, Actor by, Rights may) {
        return proposals.find(id).filter(proposal -> concerns(proposal, by, may)).orElseThrow(() -> ProblemException.notFound("proposal", id));
    }

    List<Proposal> page(Status status, Actor by, Rights may, @Nullable UUID before, int limit) {
        return proposals.page(status, fourEyes.person(by),
                List.of(Kind.values()).stream().map(kind -> may.scope(kind.right())).toList(), before, limit);
    }

    boolean mayDecide(Proposal proposal, Actor by, Rights may) {
        return proposal.status() == Status.OPEN && clock.instant().isBefore(proposal.expiresAt()) && !isOwn(proposal, by)
                && proposal.applications().isWithin(act(proposal).where(proposal, may));
    }

    boolean isOwn(Proposal proposal, Actor by) {
        return proposal.person().equals(fourEyes.person(by));
    }

    private ProposedAct act(Proposal proposal) {
        return Objects.requireNonNull(acts.get(proposal.kind()), "each kind has its act");
    }

    private boolean concerns(Proposal proposal, Actor by, Rights may) {
        return isOwn(proposal, by) || proposal.applications().isWithin(may.scope(proposal.kind().right()));
    }

    private Proposal open(UUID id, Actor by, Rights may) {
        Proposal proposal = proposals.lock(id).filter(found -> concerns(found, by, may)).orElseThrow(() -> ProblemException.notFound("proposal", id));
        if (proposal.status() != Status.OPEN || !clock.instant().isBefore(proposal.expiresAt())) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE, "The proposal is "
                    + (proposal.status() == Status.OPEN ? Status.EXPIRED : proposal.status()) + ". Propose it again.");
        }
        return proposal;
    }

    private void refuseOwn(Proposal proposal, Actor by) {
        if (isOwn(proposal, by)) {
            throw new ProblemException(ErrorCode.FORBIDDEN, "Nobody decides over what they proposed themselves. Ask somebody else who has the right "
                    + proposal.kind().right() + ".");
        }
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT3M")
    void expire() {
        proposals.expire(clock.instant());
    }
}
