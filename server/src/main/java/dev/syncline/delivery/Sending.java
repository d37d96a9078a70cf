package dev.syncline.delivery;

import dev.syncline.background.Lease;
import dev.syncline.connector.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One attempt: outside of any transaction, and its result on record afterwards. */
@Component
class Sending {

    private final Channels channels;
    private final Carriers carriers;
    private final OutboxRepository repository;
    private final Lease lease;
    private final Clock clock;

    Sending(Channels channels, Carriers carriers, OutboxRepository repository, Lease lease, Clock clock) {
        this.channels = channels;
        this.carriers = carriers;
        this.repository = repository;
        this.lease = lease;
        this.clock = clock;
    }

    /** @param delivery claimed by this server */
    Receipt send(Delivery delivery) {
        Optional<Channel> channel = channels.findAll(List.of(delivery.channelId())).stream().findFirst();
        Optional<Settings> settings = channels.settings(delivery.channelId());
        if (channel.isEmpty() || settings.isEmpty()) {
            Receipt gone = Receipt.failed("The channel was deleted.");
            record(delivery, gone, true);
            return gone;
        }
        Receipt receipt = carry(delivery, channel.get(), settings.get());
        record(delivery, receipt, delivery.attempts() >= delivery.mostAttempts() || !channel.get().enabled());
        return receipt;
    }

    private Receipt carry(Delivery delivery, Channel channel, Settings settings) {
        return carriers.of(channel.kind())
                .carry(new Parcel(delivery.id(), channel.language(), delivery.message()), settings)
                .masked(channels.secretValues(channel.id()));
    }

    private void record(Delivery delivery, Receipt receipt, boolean enough) {
        Instant now = clock.instant();
        if (receipt.sent()) {
            repository.ended(delivery, lease.holder(), Delivery.Status.SENT, null, receipt.words(), now);
        } else if (enough) {
            repository.ended(delivery, lease.holder(), Delivery.Status.GIVEN_UP, null, receipt.words(), now);
        } else {
            Instant next = now.plus(Schedule.pause(delivery.attempts(), receipt.pause()));
            repository.ended(delivery, lease.holder(), Delivery.Status.PENDING, next, receipt.words(), now);
        }
    }
}
