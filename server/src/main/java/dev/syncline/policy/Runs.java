package dev.syncline.policy;

import static dev.syncline.problem.ErrorCode.NOT_ALLOWED_IN_STATE;

import dev.syncline.background.Lease;
import dev.syncline.background.LeasedWork;
import dev.syncline.background.Workers;
import dev.syncline.id.Ids;
import dev.syncline.identity.User;
import dev.syncline.identity.UserFilter;
import dev.syncline.identity.Users;
import dev.syncline.journal.Actor;
import dev.syncline.policy.PolicyRun.Reason;
import dev.syncline.policy.PolicyRun.Status;
import dev.syncline.problem.ProblemException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Begins and cancels runs over everybody, and goes on with those whose server has stopped. */
@Service
class Runs implements LeasedWork {

    private final RunRepository repository;
    private final RunWork work;
    private final Users users;
    private final Workers workers;
    private final Lease lease;
    private final Ids ids;
    private final Clock clock;

    Runs(RunRepository repository, RunWork work, Users users, Workers workers, Lease lease, Ids ids, Clock clock) {
        this.repository = repository;
        this.work = work;
        this.users = users;
        this.workers = workers;
        this.lease = lease;
        this.ids = ids;
        this.clock = clock;
    }

    /** Newest first, those made before the given one (null for the first). */
    List<PolicyRun> page(UUID policyId, @Nullable UUID before, int limit) {
        return repository.page(policyId, before, limit);
    }

    /** The newest run by policy. */
    Map<UUID, PolicyRun> newest(Collection<UUID> policyIds) {
        return policyIds.isEmpty() ? Map.of() : repository.newest(policyIds).stream()
                .collect(Collectors.toMap(PolicyRun::policyId, Function.identity()));
    }

    PolicyRun get(UUID id) {
        return repository.find(id).orElseThrow(() -> ProblemException.notFound("run", id));
    }

    /** The run exists exactly if the caller's change is committed; it starts then. One of the same policy under way is replaced. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PolicyRun begin(Policy policy, Reason reason, Actor actor) {
        repository.replace(policy.id(), clock.instant());
        PolicyRun run = new PolicyRun(ids.next(), policy.id(), policy.number(), reason, Status.RUNNING, "",
                (int) users.count(new UserFilter(null, null, User.Status.ENABLED)), 0, 0, 0, 0, 0, null, actor, clock.instant(), null);
        repository.insert(run, lease.holder(), lease.until());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                workers.submit(run.id(), () -> work.toTheEnd(run));
            }
        });
        return run;
    }

    /** Nobody further is evaluated. What was done stays, so some users have the new state and some the old one. */
    @Transactional
    public PolicyRun cancel(UUID id) {
        PolicyRun run = get(id);
        if (!repository.end(id, Status.CANCELLED, null, clock.instant())) {
            throw new ProblemException(NOT_ALLOWED_IN_STATE, "The run has ended already (" + run.status() + "); there is nothing to cancel.");
        }
        return get(id);
    }

    @Override
    public void takeOver() {
        repository.takeOver(lease.holder(), clock.instant(), lease.until()).forEach(run -> workers.submit(run.id(), () -> work.toTheEnd(run)));
    }

    @Override
    public void giveBack() {
        repository.giveBack(lease.holder(), clock.instant());
    }
}
