package dev.syncline.identity;

import dev.syncline.journal.Actor;
import java.util.List;

/** What follows from changes of groups; like {@link UserReaction}. */
public interface GroupReaction {

    /** The rows are written. A deleted group is gone at the end of the transaction. */
    void changed(List<GroupChange> changes, Actor actor);
}
