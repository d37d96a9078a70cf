package dev.syncline.bulkrepair;

import dev.syncline.foureyes.Kind;
import dev.syncline.foureyes.Proposal;
import dev.syncline.foureyes.ProposedAct;
import dev.syncline.rights.Rights;
import dev.syncline.rights.Scope;
import org.springframework.stereotype.Component;

/** Runs plans a second person has approved. */
@Component
class ApprovedRepairs implements ProposedAct {

    private final BulkRepairs repairs;
    private final RepairProposals proposals;

    ApprovedRepairs(BulkRepairs repairs, RepairProposals proposals) {
        this.repairs = repairs;
        this.proposals = proposals;
    }

    @Override
    public Kind kind() {
        return Kind.BULK_REPAIR;
    }

    @Override
    public Scope where(Proposal proposal, Rights rights) {
        return ProposedAct.super.where(proposal, rights).and(repairs.get(proposal.subjectId(), Scope.ALL).where(rights));
    }

    @Override
    public void carryOut(Proposal proposal, String approver) {
        repairs.begin(proposal.subjectId(), proposals.request(proposal.content()), proposal.proposer(), approver);
    }

    @Override
    public void afterwards(Proposal proposal) {
        repairs.work(proposal.subjectId());
    }
}
