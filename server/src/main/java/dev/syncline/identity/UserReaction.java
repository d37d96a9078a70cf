package dev.syncline.identity;

import java.util.List;

/**
 * What follows from changes of users. Implemented by the packages that act on them, called in the order of their
 * {@link org.springframework.core.annotation.Order} in the transaction that changes the users, so that the change and the tasks it
 * causes are committed together or not at all. Implementations work in sets: a bulk change of thousands of users is one call.
 */
public interface UserReaction {

    /** Each user occurs once. The rows are written and locked. */
    void changed(List<UserChange> changes, Act act);
}
