package dev.syncline.permission;

import static dev.syncline.permission.Binding.Status.HELD;
import static dev.syncline.permission.Binding.Status.RELEASING;
import static dev.syncline.permission.Binding.Status.REQUESTED;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What accounts hold, are about to hold, or are about to lose. Everything that changes works on sets and belongs to the caller's
 * transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Bindings {

    private final BindingRepository repository;
    private final Clock clock;

    Bindings(BindingRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** By account; accounts without any are missing. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<UUID, List<Binding>> of(Collection<UUID> accountIds) {
        return repository.ofAccounts(accountIds).stream().collect(Collectors.groupingBy(Binding::accountId));
    }

    /** Asked for: REQUESTED until the target has them. */
    public void request(List<Hold> holds) {
        if (!holds.isEmpty()) {
            repository.request(holds, clock.instant());
        }
    }

    /** Only the end date of what is there changes. */
    public void setEnd(List<Hold> holds) {
        if (!holds.isEmpty()) {
            repository.setEnd(holds, clock.instant());
        }
    }

    /** Asked to be taken away: RELEASING until the target no longer has them. */
    public void release(List<Hold> holds) {
        if (!holds.isEmpty()) {
            repository.setStatus(holds, HELD, RELEASING, clock.instant());
            repository.setStatus(holds, REQUESTED, RELEASING, clock.instant());
        }
    }

    /** The target has them. */
    public void held(List<Hold> holds) {
        if (!holds.isEmpty()) {
            repository.hold(holds, clock.instant());
        }
    }

    /** The target no longer has them. One that was asked for again meanwhile stays. */
    public void released(List<Hold> holds) {
        if (!holds.isEmpty()) {
            repository.drop(holds, HELD, RELEASING);
        }
    }

    /** What was asked for was given up: requested ones are dropped. */
    public void requestGivenUp(List<Hold> holds) {
        if (!holds.isEmpty()) {
            repository.drop(holds, REQUESTED);
        }
    }

    /** Taking them away was given up: they are held as before. */
    public void releaseGivenUp(List<Hold> holds) {
        if (!holds.isEmpty()) {
            repository.setStatus(holds, RELEASING, HELD, clock.instant());
        }
    }
}
