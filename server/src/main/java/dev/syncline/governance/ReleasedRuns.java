package dev.syncline.governance;

import dev.syncline.foureyes.Kind;
import dev.syncline.foureyes.Proposal;
import dev.syncline.foureyes.ProposedAct;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lets runs go on that a second person has agreed to release. */
@Component
class ReleasedRuns implements ProposedAct {

    private final CheckRuns runs;
    private final JsonMapper json;

    ReleasedRuns(CheckRuns runs, JsonMapper json) {
        this.runs = runs;
        this.json = json;
    }

    @Override
    public Kind kind() {
        return Kind.RELEASE_HELD;
    }

    @Override
    public void carryOut(Proposal proposal, String approver) {
        runs.release(family(proposal), proposal.subjectId());
    }

    @Override
    public void afterwards(Proposal proposal) {
        runs.work(family(proposal), proposal.subjectId());
    }

    private Family family(Proposal proposal) {
        return Family.valueOf(json.readTree(proposal.content()).path("family").asString());
    }
}
