package dev.syncline.delivery;

import dev.syncline.id.Ids;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where messages are put by whoever has something to tell. */
@Service
public class Outbox {

    private final OutboxRepository repository;
    private final DeliveryWork work;
    private final Ids ids;
    private final Clock clock;

    Outbox(OutboxRepository repository, DeliveryWork work, Ids ids, Clock clock) {
        this.repository = repository;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** They are sent exactly if the caller's transaction is committed, and then soon. Channels that are switched off get nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(List<NewDelivery> messages) {
        List<NewDelivery> wanted = messages.stream().filter(message -> message.channel().enabled()).toList();
        wanted.forEach(message -> repository.insert(ids.next(), message, Schedule.MOST_ATTEMPTS, clock.instant()));
        if (!wanted.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    work.sendWhatIsDue();
                }
            });
        }
    }
}
