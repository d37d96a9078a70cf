package dev.syncline.runner;

import dev.syncline.account.Account;
import dev.syncline.account.Accounts;
import dev.syncline.connector.Change;
import dev.syncline.connector.Connector;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.Reading;
import dev.syncline.presence.Presence;
import dev.syncline.presence.Presences;
import dev.syncline.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What tasks name in the platform's words, in the target's: the organization something is in, the accounts a group has. Looked up when the
 * change is sent, because a task may be older than the ids.
 */
final class References {

    /** The change cannot be sent, and how the attempt ends instead. */
    static final class Unresolved extends Exception {

        private final transient Outcome outcome;

        Unresolved(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }
    }

    /**
     * @param place empty when the task does not say
     * @param members empty when the task does not say
     * @param missing names of members that have no account with an id there yet
     */
    record Resolved(Optional<Change.Place> place, Optional<List<String>> members, List<String> missing) {
        static final Resolved NOTHING = new Resolved(Optional.empty(), Optional.empty(), List.of());

        /** The outcome, with a word about members that were left out. */
        Outcome noted(Outcome outcome) {
            if (missing.isEmpty() || !(outcome instanceof Outcome.Done(var remoteId, var note))) {
                return outcome;
            }
            String left = "Left out, because the application does not have them: "
                    + missing.stream().limit(20).collect(Collectors.joining(", ")) + (missing.size() > 20 ? " and others." : ".");
            return new Outcome.Done(remoteId, Optional.of(note.map(text -> text + " " + left).orElse(left)));
        }
    }

    private final Presences presences;
    private final Accounts accounts;

    References(Presences presences, Accounts accounts) {
        this.presences = presences;
        this.accounts = accounts;
    }

    /** Takes what it resolves out of the attributes. */
    Resolved resolve(Task task, Map<String, Object> attributes, Connector connector, Exchanges exchanges) throws Unresolved {
        if (!attributes.containsKey(Presence.PARENT) && !attributes.containsKey(Presence.MEMBERS)) {
            return Resolved.NOTHING;
        }
        Optional<Change.Place> place = Optional.empty();
        if (attributes.containsKey(Presence.PARENT)) {
            place = Optional.of(place(task, attributes.remove(Presence.PARENT), connector, exchanges));
        }
        List<String> missing = new ArrayList<>();
        Optional<List<String>> members = Optional.empty();
        if (attributes.containsKey(Presence.MEMBERS)) {
            members = Optional.of(members(task, attributes.remove(Presence.MEMBERS), missing));
        }
        return new Resolved(place, members, missing);
    }

    private Change.Place place(Task task, Object code, Connector connector, Exchanges exchanges) throws Unresolved {
        if (code == null || code.toString().isBlank()) {
            return Change.Place.TOP;
        }
        List<Presence> found = presences.named(task.applicationId(), ObjectType.ORGANIZATION, code.toString());
        if (found.isEmpty()) {
            throw new Unresolved(new Outcome.Invalid("The application " + task.applicationName() + " has no organization with the code "
                    + code + ": let it synchronize organizations, or change \"" + Presence.PARENT + "\"."));
        }
        Presence organization = found.getFirst();
        return Change.Place.in(organization.remoteId() == null ? lookedUp(organization, task, connector, exchanges) : organization.remoteId());
    }

    /** One that was made by hand, or without data synchronization: nobody has told us its id. */
    private static String lookedUp(Presence organization, Task task, Connector connector, Exchanges exchanges) throws Unresolved {
        return switch (connector.read(ObjectType.ORGANIZATION, organization.name(), Optional.empty(), exchanges)) {
            case Reading.Found found -> found.remoteId();
            case Reading.Gone _ -> throw new Unresolved(new Outcome.Invalid("The application " + task.applicationName()
                    + " has no organization called " + organization.name() + ": create it there, or switch the synchronization of"
                    + " organizations off and on again."));
            case Reading.Unknown(String message) -> throw new Unresolved(new Outcome.Unavailable(
                    "The organization " + organization.name() + " could not be looked up: " + message));
        };
    }

    private List<String> members(Task task, Object names, List<String> missing) {
        List<String> wanted = names instanceof List<?> list ? list.stream().map(String::valueOf).toList()
                : names == null ? List.of() : List.of(names.toString());
        Map<String, Account> found = accounts.named(task.applicationId(), wanted);
        List<String> ids = new ArrayList<>();
        for (String name : wanted) {
            Account account = found.get(name.toLowerCase(Locale.ROOT));
            if (account == null || account.remoteId() == null) {
                missing.add(name);
            } else {
                ids.add(account.remoteId());
            }
        }
        return ids;
    }
}
