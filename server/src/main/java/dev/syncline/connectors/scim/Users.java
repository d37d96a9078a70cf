package dev.syncline.connectors.scim;

import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.ConflictRule;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpReply;
import java.util.List;
import java.util.Optional;

/** What is done to a user resource (RFC 7643, 4.1). */
final class Users {

    private final ScimConfig config;
    private final ScimService service;
    private final UserFinder finder;
    private final UserUpdate update;
    private final Groups groups;

    Users(ScimConfig config, ScimService service) {
        this.config = config;
        this.service = service;
        this.finder = new UserFinder(service);
        this.update = config.style() == ScimConfig.Style.PATCH ? new PatchUpdate(service) : new PutUpdate(service);
        this.groups = new Groups(service, config.style());
    }

    /** One request where the user is new, and one or two for each group. */
    Outcome create(Change change, Exchanges exchanges) throws Stopped {
        UserValues values = UserValues.of(change);
        HttpReply reply = service.send("POST", "/Users", values.newUser(), Optional.empty(), exchanges);
        String what = "Creating " + change.name();
        Outcome.Done done = reply.status() == 409
                ? adoptOrRefuse(values, reply, exchanges)
                : Outcome.Done.of(service.resource(reply, what).id());
        groups.change(done.remoteId().orElseThrow(), change, exchanges);
        return done;
    }

    /** Unbinds first: what is taken away must not wait for what cannot be given. */
    Outcome update(Change change, Exchanges exchanges) throws Stopped {
        UserValues values = UserValues.of(change);
        String id = known(change, exchanges).orElseThrow(() -> Stopped.refused(
                "404", "The service has no user \"%s\"; it must be created first.".formatted(change.name())));
        List<String> notes = groups.unbind(id, change, exchanges);
        update.apply(id, values, exchanges);
        groups.bind(id, change, exchanges);
        return new Outcome.Done(Optional.of(id), notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes)));
    }

    Outcome delete(Change change, Exchanges exchanges) throws Stopped {
        Optional<String> id = known(change, exchanges);
        if (id.isEmpty()) {
            return Outcome.Done.noted("The service has no user \"" + change.name() + "\".");
        }
        HttpReply reply = service.delete(ScimService.path("Users", id.get()), exchanges);
        if (reply.status() == 404 || reply.status() == 410) {
            return Outcome.Done.noted("The service had no user " + id.get() + " any more.");
        }
        service.requireOk(reply, "Deleting " + change.name());
        return Outcome.Done.of(id.get());
    }

    Outcome activate(Change change, boolean active, Exchanges exchanges) throws Stopped {
        Optional<String> id = known(change, exchanges);
        if (id.isEmpty()) {
            return goneFor(change, active);
        }
        boolean there = update.activate(id.get(), active, exchanges);
        return there ? Outcome.Done.of(id.get()) : goneFor(change, active);
    }

    private static Outcome goneFor(Change change, boolean active) {
        return active
                ? new Outcome.Refused("404", "The service has no user \"%s\" to enable; it must be created first.".formatted(change.name()))
                : Outcome.Done.noted("The service has no user \"" + change.name() + "\" to disable.");
    }

    /**
     * A user that already has the wanted values is what an earlier attempt made, or as good: taken as done. Another one is
     * adopted or refused as the connection is set.
     */
    private Outcome.Done adoptOrRefuse(UserValues values, HttpReply conflict, Exchanges exchanges) throws Stopped {
        String name = values.userName();
        Resource existing = finder.byName(name, exchanges)
                .orElseThrow(() -> service.failed(conflict, "Creating " + name + ", of which the service has no user,"));
        List<String> differing = values.differingFrom(existing.node());
        if (differing.isEmpty() && (config.conflict() == ConflictRule.REFUSE || !values.hasSecrets())) {
            return new Outcome.Done(Optional.of(existing.id()), Optional.of("The user was already there with these values."));
        }
        if (config.conflict() == ConflictRule.REFUSE) {
            throw Stopped.refused("409", "The user \"%s\" already exists with other values of %s, and the connection is set to refuse existing users."
                    .formatted(name, String.join(", ", differing)));
        }
        update.apply(existing.id(), values, exchanges);
        return new Outcome.Done(
                Optional.of(existing.id()), Optional.of("Adopted the existing user %s and gave it the wanted values.".formatted(existing.id())));
    }

    private Optional<String> known(Change change, Exchanges exchanges) throws Stopped {
        if (change.remoteId().isPresent()) {
            return change.remoteId();
        }
        Optional<Resource> found = finder.byName(change.name(), exchanges);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get().id());
    }
}
