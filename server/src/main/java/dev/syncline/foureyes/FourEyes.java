package dev.syncline.foureyes;

import dev.syncline.foureyes.Proposal.Status;
import dev.syncline.id.Ids;
import dev.syncline.journal.Actor;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.rights.Scope;
import dev.syncline.rights.TokenMakers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says whether an act needs a second person, and keeps it as a proposal then. */
@Service
public class FourEyes {

    /** How long a proposal waits. */
    static final Duration OPEN_FOR = Duration.ofDays(7);

    private final FourEyesRules rules;
    private final ProposalRepository proposals;
    private final TokenMakers makers;
    private final Ids ids;
    private final Clock clock;

    FourEyes(FourEyesRules rules, ProposalRepository proposals, TokenMakers makers, Ids ids, Clock clock) {
        this.rules = rules;
        this.proposals = proposals;
        this.makers = makers;
        this.ids = ids;
        this.clock = clock;
    }

    public boolean needsForDeletion(UUID application) {
        return rules.holdingIn(List.of(application)).stream().anyMatch(Rule::confirmDeletions);
    }

    /**
     * The strictest rule of the applications counts.
     *
     * @param deletes whether deletions are confirmed, for which a single act would need one
     */
    public boolean needsForRepair(Collection<UUID> applications, int tasks, boolean deletes) {
        return rules.holdingIn(applications).stream()
                .anyMatch(rule -> deletes && rule.confirmDeletions() || rule.bulkRepairOver() != null && tasks > rule.bulkRepairOver());
    }

    /** @param application null for a rule about all of them */
    public boolean needsForRelease(@Nullable UUID application) {
        return application == null ? rules.usual().releaseHeld() : rules.holdingIn(List.of(application)).stream().anyMatch(Rule::releaseHeld);
    }

    /**
     * Keeps what somebody wants to do, in the caller's transaction.
     *
     * @param content what to carry it out with, as JSON
     * @throws ProblemException NOT_ALLOWED_IN_STATE when the same is proposed already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Proposal propose(Kind kind, UUID subjectId, String subject, Scope applications, String content, @Nullable String reason, Actor by) {
        Instant now = clock.instant();
        proposals.expire(now);
        Proposal made = new Proposal(ids.next(), kind, subjectId, subject, applications, content, reason, Status.OPEN, by, person(by), now,
                now.plus(OPEN_FOR), null, null, null);
        if (!proposals.insert(made)) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED_IN_STATE, "This is proposed already and waits for a second person.");
        }
        return made;
    }

    /** The administrator behind an actor: a token is its maker's hand. */
    UUID person(Actor actor) {
        return switch (actor.kind()) {
            case ADMINISTRATOR -> actor.someone();
            case API_TOKEN -> makers.administratorOf(actor.someone()).orElseThrow();
            case USER, SYSTEM -> throw new ProblemException(ErrorCode.FORBIDDEN, "Only an administrator can propose this, or decide over it.");
        };
    }
}
