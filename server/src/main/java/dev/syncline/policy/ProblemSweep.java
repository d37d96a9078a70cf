package dev.syncline.policy;

import dev.syncline.background.LeasedWork;
import dev.syncline.identity.Act;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import dev.syncline.policy.Evaluator.Assignment;
import dev.syncline.policy.ProblemRepository.Problem;
import dev.syncline.task.Priority;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries again what was refused: an account whose predecessor was still being deleted, a name that has become free. The initiator stays
 * who it was.
 */
@Component
class ProblemSweep implements LeasedWork {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int SET = 500;

    private final ProblemRepository problems;
    private final Users users;
    private final Evaluator evaluator;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ProblemSweep(ProblemRepository problems, Users users, Evaluator evaluator, TransactionTemplate transactions, Clock clock) {
        this.problems = problems;
        this.users = users;
        this.evaluator = evaluator;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void takeOver() {
        Map<Actor, Set<UUID>> due = problems.due(clock.instant().minus(PAUSE), SET).stream()
                .collect(Collectors.groupingBy(Problem::initiator, Collectors.mapping(Problem::userId, Collectors.toSet())));
        due.forEach((actor, userIds) -> transactions.executeWithoutResult(_ -> tryAgain(actor, userIds)));
    }

    private void tryAgain(Actor actor, Set<UUID> userIds) {
        List<User> locked = users.lock(userIds);
        evaluator.evaluate(locked, new Assignment(Set.of(), null, Act.by(actor), Priority.BULK));
        problems.postpone(locked.stream().filter(user -> user.status() != User.Status.ENABLED).map(User::id).toList());
    }

    @Override
    public void giveBack() {
        // Nothing is held.
    }
}
