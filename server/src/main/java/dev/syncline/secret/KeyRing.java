package dev.syncline.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.secret.KeySetRepository.Stored;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that seal, one set for all servers: it lies wrapped in the database, and each server keeps it open in memory. Another server's
 * rotation is found within seconds, and at once by whoever meets something sealed with a key that is not known here.
 */
public final class KeyRing implements Aead {

    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);
    private static final byte[] CONTEXT = "syncline:key_set".getBytes(StandardCharsets.US_ASCII);

    private record Open(int version, KeysetHandle keys, Aead aead) {}

    /**
     * A key, without the key.
     *
     * @param primary whether it seals
     * @param madeBy null for the first
     * @param retiredAt null while it is in use
     */
    public record Key(long id, boolean primary, Instant madeAt, String madeBy, @Nullable Instant retiredAt) {

        /** How everything begins that it sealed. */
        public byte[] prefix() {
            return KeySet.prefix(id);
        }
    }

    private final KeySetRepository repository;
    private final KeyEncryption encryption;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private volatile Open open;

    /** @param first the set to begin with when there is none in the database */
    KeyRing(KeySetRepository repository, KeyEncryption encryption, KeysetHandle first, TransactionTemplate transactions, Clock clock) {
        this.repository = repository;
        this.encryption = encryption;
        this.transactions = transactions;
        this.clock = clock;
        if (repository.find().isEmpty() && repository.insert(wrapped(first), clock.instant())) {
            for (int i = 0; i < first.size(); i++) {
                repository.made(Integer.toUnsignedLong(first.getAt(i).getId()), clock.instant(), null);
            }
        }
        this.open = opened(repository.find().orElseThrow());
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] context) throws GeneralSecurityException {
        return open.aead.encrypt(plaintext, context);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // another one was put in its place, or not
    public byte[] decrypt(byte[] sealed, byte[] context) throws GeneralSecurityException {
        Open before = open;
        try {
            return before.aead.decrypt(sealed, context);
        } catch (GeneralSecurityException e) {
            refresh();
            if (open == before) {
                throw e;
            }
            return open.aead.decrypt(sealed, context);
        }
    }

    /** Newest first. */
    public List<Key> keys() {
        long primary = primary(open.keys);
        return repository.keys().stream()
                .map(made -> new Key(made.id(), made.id() == primary, made.madeAt(), made.madeBy(), made.retiredAt()))
                .toList();
    }

    /** How everything begins that is sealed from now on. */
    public byte[] primaryPrefix() {
        return KeySet.prefix(primary(open.keys));
    }

    /** Id of the key that seals. */
    public long primary() {
        return primary(open.keys);
    }

    /** Where the key is that wraps these. */
    public String wrappedBy() {
        return encryption.where();
    }

    /** Makes a new primary key. What is sealed already stays as it is, and can be opened. */
    public void rotate(@Nullable String by) {
        change(keys -> {
            KeysetHandle rotated = KeySet.rotated(keys);
            repository.made(primary(rotated), clock.instant(), by);
            return rotated;
        });
    }

    /**
     * Takes a key out of the set for good. The caller has made sure that nothing is sealed with it.
     *
     * @throws ProblemException NOT_FOUND, or CONFLICT for the primary key
     */
    public void retire(long id) {
        change(keys -> {
            if (primary(keys) == id) {
                throw new ProblemException(ErrorCode.CONFLICT, "The key " + id + " is the one that seals; rotate first.");
            }
            boolean there = false;
            for (int i = 0; i < keys.size(); i++) {
                there |= Integer.toUnsignedLong(keys.getAt(i).getId()) == id;
            }
            if (!there) {
                throw ProblemException.notFound("key", id);
            }
            repository.retired(id, clock.instant());
            return KeySet.without(keys, (int) id);
        });
    }

    private interface Change {
        KeysetHandle of(KeysetHandle keys) throws GeneralSecurityException;
    }

    private void change(Change change) {
        transactions.executeWithoutResult(_ -> {
            Open now = opened(repository.lock().orElseThrow());
            try {
                repository.update(wrapped(change.of(now.keys)), clock.instant());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The key set cannot be changed: " + e.getMessage());
            }
        });
        refresh();
    }

    /** A server that cannot look goes on with what it has. */
    @Scheduled(fixedDelay = 3_000, initialDelay = 3_000)
    void refresh() {
        try {
            Optional<Integer> version = repository.version();
            if (version.isPresent() && version.get() != open.version) {
                open = opened(repository.find().orElseThrow());
                log.info("The keys that seal secrets have changed: version {}", open.version);
            }
        } catch (org.springframework.dao.DataAccessException e) {
            log.debug("The keys could not be looked at: {}", e.getMessage());
        }
    }

    private Open opened(Stored stored) {
        try {
            KeysetHandle keys = KeySet.parse(encryption.unwrap(stored.sealed(), CONTEXT));
            return new Open(stored.version(), keys, KeySet.aead(keys));
        } catch (GeneralSecurityException e) {
            // without the cause, which may quote keys
            throw new IllegalStateException("The keys in this database were wrapped with another key than the one in " + encryption.where()
                    + ". Give every server that shares the database the same SYNCLINE_KEYSET, or restore the key file.");
        }
    }

    private byte[] wrapped(KeysetHandle keys) {
        try {
            return encryption.wrap(KeySet.bytes(keys), CONTEXT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key set could not be wrapped with the key in " + encryption.where());
        }
    }

    private static long primary(KeysetHandle keys) {
        return Integer.toUnsignedLong(keys.getPrimary().getId());
    }
}
