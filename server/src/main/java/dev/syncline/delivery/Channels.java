package dev.syncline.delivery;

import static dev.syncline.problem.ErrorCode.ALREADY_EXISTS;
import static dev.syncline.problem.ErrorCode.INVALID_INPUT;
import static dev.syncline.problem.ErrorCode.STILL_IN_USE;

import dev.syncline.connector.Settings;
import dev.syncline.delivery.ChannelRepository.Stored;
import dev.syncline.id.Ids;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import dev.syncline.web.ETags;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the channels. What it answers with never carries a secret. */
@Service
public class Channels {

    private final ChannelRepository repository;
    private final DeliveryRepository deliveries;
    private final ChannelRules rules;
    private final ChannelSecrets secrets;
    private final Ids ids;
    private final Clock clock;

    Channels(ChannelRepository repository, DeliveryRepository deliveries, ChannelRules rules, ChannelSecrets secrets, Ids ids, Clock clock) {
        this.repository = repository;
        this.deliveries = deliveries;
        this.rules = rules;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    List<Channel> page(String afterName, int limit) {
        return repository.page(afterName, limit).stream().map(this::shown).toList();
    }

    /** In the order of their names; those that do not exist are left out. */
    public List<Channel> findAll(Collection<UUID> channelIds) {
        return repository.byId(channelIds).stream().map(this::shown).toList();
    }

    Channel get(UUID id) {
        return findAll(List.of(id)).stream().findFirst().orElseThrow(() -> ProblemException.notFound("channel", id));
    }

    /** All settings in clear, to send with; empty when the channel is gone. */
    Optional<Settings> settings(UUID id) {
        return repository.byId(List.of(id)).stream().findFirst()
                .map(stored -> Carriers.settings(stored.channel().settings(), secrets.open(id, stored.sealedSecrets())));
    }

    /** The secrets in clear and their parts, to mask what a receiver says. */
    Collection<String> secretValues(UUID id) {
        return SecretParts.of(repository.byId(List.of(id)).stream()
                .flatMap(stored -> secrets.open(id, stored.sealedSecrets()).values().stream()).toList());
    }

    @Transactional
    public Channel create(ChannelBody body) {
        UUID id = ids.next();
        Instant now = clock.instant();
        try {
            repository.insert(stored(id, body, Map.of(), 1, now, now));
        } catch (DuplicateKeyException e) {
            throw nameTaken(body);
        }
        return get(id);
    }

    /** Switching a channel off gives up what waits for it. */
    @Transactional
    public Channel update(UUID id, int version, ChannelBody body) {
        Stored before = lock(id, version);
        if (before.channel().kind() != body.kind()) {
            throw ProblemException.invalid("kind", "The kind of a channel cannot be changed; make another channel instead.");
        }
        Map<String, String> known = secrets.open(id, before.sealedSecrets());
        refuseElsewhere(before.channel(), body, known);
        try {
            repository.update(stored(id, body, known, version, before.channel().createdAt(), clock.instant()));
        } catch (DuplicateKeyException e) {
            throw nameTaken(body);
        }
        if (!body.enabled()) {
            deliveries.giveUp(id, "The channel was switched off before the message could be sent.", clock.instant());
        }
        return get(id);
    }

    /** A password goes to nobody but the mail server it was stored for, or it could be read back there. */
    private static void refuseElsewhere(Channel before, ChannelBody body, Map<String, String> known) {
        boolean kept = known.containsKey(MailCarrier.PASSWORD) && !body.secrets().containsKey(MailCarrier.PASSWORD);
        if (kept && !Objects.equals(before.settings().get(MailCarrier.HOST), body.settings().get(MailCarrier.HOST))) {
            throw ProblemException.invalid("secrets." + MailCarrier.PASSWORD,
                    "Give the password anew, as the mails go to another server now: what is stored goes to nobody but whom it was stored for.");
        }
    }

    @Transactional
    public void delete(UUID id, int version) {
        Channel channel = lock(id, version).channel();
        try {
            repository.delete(id);
        } catch (DataIntegrityViolationException e) {
            throw new ProblemException(STILL_IN_USE, "A rule still tells the channel " + channel.name() + "; take it out of its rules first.");
        }
        deliveries.giveUp(id, "The channel was deleted before the message could be sent.", clock.instant());
    }

    private Stored lock(UUID id, int version) {
        Stored stored = repository.lock(id).orElseThrow(() -> ProblemException.notFound("channel", id));
        ETags.match(version, stored.channel().version(), "The channel " + stored.channel().name());
        return stored;
    }

    private Stored stored(UUID id, ChannelBody body, Map<String, String> known, int version, Instant createdAt, Instant now) {
        Map<String, String> wanted = ChannelSecrets.merged(known, body.secrets());
        List<FieldError> errors = rules.check(body, wanted);
        if (!errors.isEmpty()) {
            throw new ProblemException(INVALID_INPUT, errors.getFirst().message(), errors);
        }
        Map<String, String> settings = new TreeMap<>(body.settings());
        settings.values().removeIf(value -> Objects.isNull(value) || value.isBlank());
        Channel channel = new Channel(id, body.name(), body.kind(), body.enabled(), body.language(), settings, Map.of(), version, createdAt, now);
        return new Stored(channel, secrets.seal(id, wanted));
    }

    private Channel shown(Stored stored) {
        Channel bare = stored.channel();
        return new Channel(bare.id(), bare.name(), bare.kind(), bare.enabled(), bare.language(), bare.settings(),
                secrets.names(bare.id(), stored.sealedSecrets()), bare.version(), bare.createdAt(), bare.updatedAt());
    }

    private static ProblemException nameTaken(ChannelBody body) {
        return new ProblemException(ALREADY_EXISTS, "There is already a channel called " + body.name() + ".",
                List.of(new FieldError("name", "The name is taken; choose another.")));
    }
}
