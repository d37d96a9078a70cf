package dev.syncline.delivery;

import dev.syncline.background.Lease;
import dev.syncline.background.LeasedWork;
import dev.syncline.background.Workers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is due beside the requests, channel by channel, and takes over what a server that stopped had in hand. */
@Component
class DeliveryWork implements LeasedWork {

    private static final Logger log = LoggerFactory.getLogger(DeliveryWork.class);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final String LOST = "The server stopped while it was sending. Whether the message arrived is not known.";

    private final OutboxRepository repository;
    private final DeliveryRepository deliveries;
    private final Sending sending;
    private final Workers workers;
    private final Lease lease;
    private final Clock clock;

    DeliveryWork(OutboxRepository repository, DeliveryRepository deliveries, Sending sending, Workers workers, Lease lease, Clock clock) {
        this.repository = repository;
        this.deliveries = deliveries;
        this.sending = sending;
        this.workers = workers;
        this.lease = lease;
        this.clock = clock;
    }

    /** Returns at once. */
    void sendWhatIsDue() {
        workers.submit(this::begin);
    }

    private void begin() {
        try {
            claim().forEach(delivery -> workers.submit(() -> send(delivery)));
        } catch (RuntimeException e) {
            log.warn("Looking for messages to send failed, trying again: {}", e.getMessage());
        }
    }

    private void send(Delivery delivery) {
        try {
            sending.send(delivery);
            // Its channel is free again, and something else may have waited for it.
            begin();
        } catch (RuntimeException e) {
            if (!lease.stopping()) {
                log.error("Sending {} to {} failed on our side; it is tried again when its lease has ended.", delivery.id(), delivery.channelName(), e);
            }
        }
    }

    private List<Delivery> claim() {
        return lease.stopping() ? List.of() : repository.claim(lease.holder(), clock.instant(), lease.until());
    }

    @Override
    public void takeOver() {
        repository.takeBack(clock.instant(), LOST);
        begin();
    }

    @Override
    public void giveBack() {
        repository.giveBack(lease.holder(), clock.instant());
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT8M")
    void forget() {
        deliveries.forget(clock.instant().minus(KEPT));
    }
}
