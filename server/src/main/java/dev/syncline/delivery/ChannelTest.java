package dev.syncline.delivery;

import dev.syncline.background.Lease;
import dev.syncline.id.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends a message at once, so that somebody sees whether a channel works. It is on record like any other, and tried once. */
@Component
class ChannelTest {

    private final Channels channels;
    private final OutboxRepository repository;
    private final Sending sending;
    private final TransactionTemplate transactions;
    private final Lease lease;
    private final Ids ids;
    private final Clock clock;

    ChannelTest(Channels channels, OutboxRepository repository, Sending sending, TransactionTemplate transactions, Lease lease, Ids ids,
            Clock clock) {
        this.channels = channels;
        this.repository = repository;
        this.sending = sending;
        this.transactions = transactions;
        this.lease = lease;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param message what came of it, in words */
    record Result(UUID deliveryId, boolean sent, @Nullable String message) {}

    Result send(UUID channelId) {
        Channel channel = channels.get(channelId);
        Instant now = clock.instant();
        UUID id = ids.next();
        // In one go, before anybody else sees it.
        List<Delivery> claimed = transactions.execute(_ -> {
            repository.insert(id, new NewDelivery(channel, null, null, message(channel, now)), 1, now);
            return repository.claim(id, lease.holder(), now, lease.until());
        });
        if (claimed.isEmpty()) {
            return new Result(id, false, "The channel is busy with another message; this one follows it, and you find what came of it under Deliveries.");
        }
        Receipt receipt = sending.send(claimed.getFirst());
        return new Result(id, receipt.sent(), receipt.words());
    }

    private static Message message(Channel channel, Instant now) {
        Texts texts = Texts.of(Message.class, channel.language());
        return new Message(Message.Type.TEST, Severity.INFO, now, texts.say("test.title"), List.of(texts.say("test.summary", channel.name())),
                List.of(), null, null, Map.of());
    }
}
