package dev.syncline.entitlement;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds and keeps reasons, in sets. What changes joins the caller's transaction. */
@Service
public class Entitlements {

    private final EntitlementRepository repository;
    private final Clock clock;

    Entitlements(EntitlementRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** By user; users without any are missing. */
    public Map<UUID, List<Entitlement>> of(Collection<UUID> userIds) {
        return userIds.isEmpty()
                ? Map.of()
                : repository.ofUsers(userIds).stream().collect(Collectors.groupingBy(Entitlement::userId));
    }

    /** What a policy, request or finding justifies, up to the given number. */
    public List<Entitlement> because(UUID reasonId, int limit) {
        return repository.because(reasonId, limit);
    }

    /** How many users have something because of each policy, request or finding; those without any are missing. */
    public Map<UUID, Long> countUsers(Collection<UUID> reasonIds) {
        return reasonIds.isEmpty() ? Map.of() : repository.countUsers(reasonIds);
    }

    /** What has ended by the given time, earliest first. */
    public List<Entitlement> ended(Instant by, int limit) {
        return repository.ended(by, limit);
    }

    /** Keeps reasons. One that is there already gets the new end and version. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void grant(Collection<Entitlement> entitlements) {
        if (!entitlements.isEmpty()) {
            repository.grant(List.copyOf(entitlements), clock.instant());
        }
    }

    /** Forgets these reasons, whatever their end and version. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(Collection<Entitlement> entitlements) {
        if (!entitlements.isEmpty()) {
            repository.revoke(List.copyOf(entitlements));
        }
    }
}
