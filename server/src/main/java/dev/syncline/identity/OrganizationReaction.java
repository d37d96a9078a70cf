package dev.syncline.identity;

import dev.syncline.journal.Actor;
import java.util.List;

/** What follows from changes of organizations; like {@link UserReaction}. */
public interface OrganizationReaction {

    /** The rows are written. A deleted organization is gone at the end of the transaction. */
    void changed(List<OrganizationChange> changes, Actor actor);
}
