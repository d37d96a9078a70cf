package dev.syncline.expiry;

import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlements;
import dev.syncline.identity.User;
import dev.syncline.identity.Users;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks every few seconds what time is up for, and ends it, many accounts in one transaction. */
@Service
class Expiry {

    private static final Logger log = LoggerFactory.getLogger(Expiry.class);
    private static final UUID START = new UUID(0, 0);
    private static final int AT_ONCE = 200;

    private final DueRepository due;
    private final Entitlements entitlements;
    private final Users users;
    private final Ends ends;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Expiry(DueRepository due, Entitlements entitlements, Users users, Ends ends, TransactionTemplate transaction, Clock clock) {
        this.due = due;
        this.entitlements = entitlements;
        this.users = users;
        this.ends = ends;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT2S")
    void look() {
        try {
            Optional<UUID> after = Optional.of(START);
            while (after.isPresent()) {
                UUID from = after.orElseThrow();
                after = transaction.execute(_ -> accounts(from));
            }
            transaction.executeWithoutResult(_ -> reasons());
        } catch (RuntimeException e) {
            log.warn("Looking for access that has ended failed, trying again: {}", e.getMessage());
        }
    }

    /** One page; answers where the next begins, empty after the last. */
    private Optional<UUID> accounts(UUID after) {
        List<Due> page = due.due(clock.instant(), after, AT_ONCE);
        Set<UUID> owners = page.stream().map(Due::userId).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> orphans = page.stream().filter(one -> one.userId() == null).map(Due::accountId).collect(Collectors.toSet());
        ends.end(free(owners), orphans);
        return page.size() < AT_ONCE ? Optional.empty() : Optional.of(page.getLast().accountId());
    }

    /** Reasons that are over although nothing they were for ends now. */
    private void reasons() {
        List<Entitlement> over = entitlements.ended(clock.instant(), AT_ONCE);
        ends.end(free(over.stream().map(Entitlement::userId).collect(Collectors.toSet())), Set.of());
    }

    /** Whom another server or a person is at work on comes later: nobody waits here, and nothing is done twice. */
    private Set<UUID> free(Set<UUID> userIds) {
        return userIds.isEmpty() ? Set.of() : users.lockFree(userIds).stream().map(User::id).collect(Collectors.toCollection(HashSet::new));
    }
}
