package dev.syncline.lifecycle;

import dev.syncline.account.Accounts;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The end of deleted users: gone for good once no account belongs to them. Looks every few seconds instead of acting when a deletion
 * settles: a settlement holds lines and accounts, and users are locked before those.
 */
@Component
class Purge implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Purge.class);
    private static final int LOOK_EVERY_SECONDS = 3;
    private static final int PAGE = 1_000;

    private final Users users;
    private final Accounts accounts;
    private final TransactionTemplate transactions;
    private @Nullable ScheduledExecutorService watch;
    private @Nullable UUID after;

    Purge(Users users, Accounts accounts, TransactionTemplate transactions) {
        this.users = users;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /** One page of the deleted users; goes on where the last round stopped, for many may be held back for long. */
    private void round() {
        try {
            List<UUID> deleted = users.deleted(after, PAGE);
            after = deleted.size() < PAGE ? null : deleted.getLast();
            List<UUID> free = withoutAccounts(deleted);
            if (!free.isEmpty()) {
                purge(free);
            }
        } catch (RuntimeException e) {
            log.warn("Looking for deleted users without accounts failed, trying again: {}", e.getMessage());
        }
    }

    private void purge(List<UUID> free) {
        try {
            purgeTogether(free);
        } catch (DataIntegrityViolationException e) {
            // Something refers to one of them; the others need not wait for it.
            free.forEach(this::purgeAlone);
        }
    }

    private void purgeAlone(UUID user) {
        try {
            purgeTogether(List.of(user));
        } catch (DataIntegrityViolationException e) {
            log.warn("The deleted user {} is still referred to and stays: {}", user, e.getMessage());
        }
    }

    private void purgeTogether(List<UUID> free) {
        transactions.executeWithoutResult(_ -> {
            List<UUID> locked = users.lock(free).stream().map(User::id).toList();
            users.purge(withoutAccounts(locked));
        });
    }

    private List<UUID> withoutAccounts(List<UUID> ids) {
        Map<UUID, ?> theirs = accounts.ofUsers(ids);
        return ids.stream().filter(id -> !theirs.containsKey(id)).toList();
    }

    @Override
    public synchronized void start() {
        watch = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("purge").factory());
        var _ = watch.scheduleWithFixedDelay(this::round, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        if (watch != null) {
            watch.shutdown();
            watch = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }
}
