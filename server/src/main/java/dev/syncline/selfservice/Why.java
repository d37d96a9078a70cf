package dev.syncline.selfservice;

import dev.syncline.entitlement.Entitlement;
import dev.syncline.entitlement.Entitlement.Reason;
import dev.syncline.policy.Policies;
import dev.syncline.request.Requests;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names the reasons why users have something, for people to read. */
@Component
class Why {

    private final Requests requests;
    private final Policies policies;

    Why(Requests requests, Policies policies) {
        this.requests = requests;
        this.policies = policies;
    }

    /**
     * One reason.
     *
     * @param name "Request 1042", or what the policy is called
     * @param endsAt null for never
     */
    record Justification(Reason reason, UUID id, String name, @Nullable Instant endsAt) {}

    /** The names of reasons, by id. */
    Map<UUID, String> names(Collection<Entitlement> entitlements) {
        Map<UUID, String> names = new HashMap<>(requests.names(ids(entitlements, Reason.REQUEST)));
        policies.named(ids(entitlements, Reason.POLICY)).forEach((id, policy) -> names.put(id, policy.name()));
        return names;
    }

    static Justification justification(Entitlement entitlement, Map<UUID, String> names) {
        String name = names.getOrDefault(entitlement.reasonId(), switch (entitlement.reason()) {
            case POLICY -> "A provisioning policy";
            case REQUEST -> "An access request";
            case EXCEPTION -> "Let pass in a review";
        });
        return new Justification(entitlement.reason(), entitlement.reasonId(), name, entitlement.endsAt());
    }

    private static List<UUID> ids(Collection<Entitlement> entitlements, Reason reason) {
        return entitlements.stream().filter(one -> one.reason() == reason).map(Entitlement::reasonId).distinct().toList();
    }
}
