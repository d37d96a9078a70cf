package dev.syncline.policy;

import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.identity.UserChange;
import dev.syncline.identity.UserReaction;
import dev.syncline.policy.Evaluator.Assignment;
import dev.syncline.task.Priority;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Evaluates users that were created, edited, moved or enabled, in the transaction that changes them. Who became disabled or deleted is
 * the global policy's; such a user keeps the reasons, so that enabling brings everything back.
 */
@Component
@Order(20)
class ChangedUsers implements UserReaction {

    /** From this many on it is bulk work, which people's single changes overtake. */
    private static final int MANY = 50;

    private final Evaluator evaluator;

    ChangedUsers(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    @Override
    public void changed(List<UserChange> changes, Act act) {
        evaluator.evaluate(changes.stream().map(UserChange::after).toList(), new Assignment(
                changes.stream().filter(change -> !change.created() && change.became(User.Status.ENABLED))
                        .map(change -> change.after().id()).collect(Collectors.toSet()),
                null, act, act.batchId() == null && changes.size() < MANY ? Priority.INTERACTIVE : Priority.BULK));
    }
}
