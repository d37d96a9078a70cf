package dev.syncline.intake;

import dev.syncline.connector.Action;
import dev.syncline.connector.ObjectType;
import dev.syncline.identity.User;
import dev.syncline.intake.Plan.Doing;
import dev.syncline.presence.Presence;
import dev.syncline.presence.Presence.Key;
import dev.syncline.presence.Presences;
import dev.syncline.task.Ledger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An account waits for its organization where the application is told of organizations: there it is put into it. */
@Component
class OrganizationsFirst {

    private final Presences presences;
    private final Ledger ledger;

    OrganizationsFirst(Presences presences, Ledger ledger) {
        this.presences = presences;
        this.ledger = ledger;
    }

    /** By account: the task of its organization that it has to wait for. */
    Map<UUID, UUID> waits(List<Doing> doings) {
        Map<UUID, Key> organizations = new HashMap<>();
        for (Doing doing : doings) {
            User user = doing.user();
            if (user != null && user.organizationId() != null && moves(doing)) {
                organizations.put(doing.accountId(), new Key(doing.application().id(), ObjectType.ORGANIZATION, user.organizationId()));
            }
        }
        Map<Key, Presence> there = presences.findAll(new HashSet<>(organizations.values()));
        if (there.isEmpty()) {
            return Map.of();
        }
        Map<UUID, UUID> unsettled = new HashMap<>();
        // The last one counts: a renamed organization is found under its new name.
        ledger.unsettled(there.values().stream().map(Presence::id).toList()).stream()
                .filter(task -> task.action() != Action.DELETE)
                .forEach(task -> unsettled.put(task.objectId(), task.id()));
        Map<UUID, UUID> waits = new HashMap<>();
        organizations.forEach((account, key) -> {
            Presence presence = there.get(key);
            if (presence != null && unsettled.containsKey(presence.id())) {
                waits.put(account, unsettled.get(presence.id()));
            }
        });
        return waits;
    }

    private static boolean moves(Doing doing) {
        return doing.application().dataSynchronization()
                && (doing.action() == Action.CREATE || doing.parameters().attributes().containsKey(Presence.PARENT));
    }
}
