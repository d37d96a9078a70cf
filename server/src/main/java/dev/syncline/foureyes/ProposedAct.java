package dev.syncline.foureyes;

import dev.syncline.rights.Rights;
import dev.syncline.rights.Scope;
import org.jspecify.annotations.Nullable;

/** What carries out the proposals of one kind. */
public interface ProposedAct {

    Kind kind();

    /** Where somebody with these rights may do, or let be done, what was proposed. */
    default Scope where(Proposal proposal, Rights rights) {
        return rights.scope(kind().right());
    }

    /**
     * Does what was proposed, in the transaction of the decision: a refusal takes the decision back.
     *
     * @param approver name of the second person
     */
    void carryOut(Proposal proposal, String approver);

    /** After the transaction is committed: wakes what works in the background. */
    default void afterwards(Proposal proposal) {}

    /**
     * In the transaction of the decision.
     *
     * @param by null when nobody did: it lapsed
     */
    default void declined(Proposal proposal, @Nullable String by, @Nullable String why) {}
}
