package dev.syncline.intake;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.connector.Action;
import dev.syncline.presence.Presence;
import dev.syncline.presence.Presences;
import dev.syncline.task.Ledger;
import dev.syncline.task.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An organization is not deleted in a target before all that were in it, organizations and accounts, are gone or where they were moved to. */
@Component
class Leavers {

    /** Of a great many accounts that are not there yet, only so many are looked at together. */
    private static final int SET = 1_000;

    private final Presences presences;
    private final Accounts accounts;
    private final Ledger ledger;

    Leavers(Presences presences, Accounts accounts, Ledger ledger) {
        this.presences = presences;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /** Something that is in organizations, with the values the target is known to have. */
    private record Inside(UUID id, Map<String, Object> attributes) {}

    /** By organization that goes: the tasks by which others leave it. */
    Map<UUID, List<UUID>> of(UUID applicationId, List<Presence> going) {
        List<String> codes = going.stream().map(Presence::code).toList();
        List<Inside> inside = Stream.concat(
                presences.below(applicationId, codes).stream().map(one -> new Inside(one.id(), one.attributes())),
                accounts.inside(applicationId, codes).stream().map(Leavers::inside)).toList();
        Map<UUID, List<UUID>> waits = new HashMap<>();
        for (int from = 0; from < inside.size(); from += SET) {
            add(waits, going, inside.subList(from, Math.min(inside.size(), from + SET)));
        }
        return waits;
    }

    private static Inside inside(Account account) {
        return new Inside(account.id(), account.attributes());
    }

    private void add(Map<UUID, List<UUID>> waits, List<Presence> going, List<Inside> some) {
        Map<UUID, List<Task>> unsettled = ledger.unsettled(some.stream().map(Inside::id).toList()).stream()
                .collect(Collectors.groupingBy(Task::objectId));
        for (Inside one : some) {
            List<Task> theirs = unsettled.getOrDefault(one.id(), List.of());
            theirs.stream().filter(Leavers::moves).reduce((_, later) -> later).ifPresent(last -> going.stream()
                    .filter(organization -> isIn(one, theirs, organization))
                    .forEach(organization -> waits.computeIfAbsent(organization.id(), _ -> new ArrayList<>()).add(last.id())));
        }
    }

    private static boolean moves(Task task) {
        return task.action() == Action.DELETE || task.parameters().attributes().containsKey(Presence.PARENT);
    }

    /** Known to be there, or about to come there by a task that is on the wire. */
    private static boolean isIn(Inside one, List<Task> unsettled, Presence organization) {
        return Stream.concat(Stream.of(one.attributes()), unsettled.stream().map(task -> task.parameters().attributes()))
                .anyMatch(values -> organization.code().equals(values.get(Presence.PARENT)));
    }
}
