package dev.syncline.connectors.feishu;

import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is done to a user. */
final class Users {

    private final FeishuConfig config;
    private final FeishuService service;
    private final UserFinder finder;
    private final Adoption adoption;
    private final Resurrection resurrection;
    private final UserWriter writer;
    private final Groups groups;

    Users(FeishuConfig config, FeishuService service) {
        this.config = config;
        this.service = service;
        this.finder = new UserFinder(config, service);
        this.writer = new UserWriter(config, service, finder);
        this.resurrection = new Resurrection(service, finder, writer);
        this.adoption = new Adoption(config, finder, resurrection, writer);
        this.groups = new Groups(config, service);
    }

    /** One request where the user is new, and one for each group. */
    Outcome create(Change change, Exchanges exchanges) throws Stopped {
        UserValues values = UserValues.of(change, config);
        ObjectNode user = values.newUser();
        Optional<Outcome.Done> back = config.resurrect() ? resurrection.ofWhoResigned(change, values, exchanges) : Optional.empty();
        Outcome.Done done = back.isPresent() ? back.get() : created(change, values, user, exchanges);
        groups.change(done.remoteId().orElseThrow(), change, exchanges);
        return done;
    }

    private Outcome.Done created(Change change, UserValues values, ObjectNode user, Exchanges exchanges) throws Stopped {
        Request request = service.request(Api.CREATE_USER, "Creating " + change.name())
                .with("client_token", change.taskId().toString())
                .with(user);
        Answer answer = service.send(request, exchanges);
        if (answer.means(Meaning.Kind.EXISTS) || answer.means(Meaning.Kind.NOT_THE_SAME)) {
            return adoption.adoptOrRefuse(change, values, answer, exchanges);
        }
        JsonNode made = FeishuService.data(answer).path("user");
        return Outcome.Done.of(User.of(made, config).id());
    }

    /** Unbinds first: what is taken away must not wait for what cannot be given. */
    Outcome update(Change change, Exchanges exchanges) throws Stopped {
        UserValues values = UserValues.of(change, config);
        String id = known(change, exchanges).orElseThrow(() -> Stopped.refused(
                "404", "Feishu has no user \"%s\"; it must be created first.".formatted(change.name())));
        List<String> notes = new ArrayList<>(groups.unbind(id, change, exchanges));
        String afterwards = id;
        if (!values.isEmpty() || change.bind().isEmpty() && change.unbind().isEmpty()) {
            afterwards = writer.write(id, change, values, exchanges);
        }
        groups.bind(afterwards, change, exchanges);
        return new Outcome.Done(Optional.of(afterwards), notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes)));
    }

    /** Deleting is resigning: the user leaves the tenant, and what was his or hers goes to whom the connection names. */
    Outcome delete(Change change, Exchanges exchanges) throws Stopped {
        Optional<String> id = known(change, exchanges);
        if (id.isEmpty()) {
            return Outcome.Done.noted("Feishu has no user \"" + change.name() + "\".");
        }
        Answer answer = service.send(service.request(Api.DELETE_USER, "Deleting " + change.name()).on(id.get()).with(config.handover().body()), exchanges);
        if (gone(answer, id.get(), exchanges)) {
            return Outcome.Done.noted("Feishu had no user " + id.get() + " any more, or it had resigned already.");
        }
        FeishuService.data(answer);
        return Outcome.Done.of(id.get());
    }

    Outcome freeze(Change change, boolean frozen, Exchanges exchanges) throws Stopped {
        Optional<String> id = known(change, exchanges);
        if (id.isEmpty()) {
            return goneFor(change, frozen);
        }
        Answer answer = service.send(service.request(Api.MOVE_OR_FREEZE_USER, (frozen ? "Freezing " : "Unfreezing ") + change.name()).on(id.get())
                .with(Json.object().put("is_frozen", frozen)), exchanges);
        if (gone(answer, id.get(), exchanges)) {
            return goneFor(change, frozen);
        }
        FeishuService.data(answer);
        return Outcome.Done.of(id.get());
    }

    private static Outcome goneFor(Change change, boolean frozen) {
        return frozen
                ? Outcome.Done.noted("Feishu has no user \"" + change.name() + "\" to freeze, or it has resigned.")
                : new Outcome.Refused("404", "Feishu has no user \"%s\" to unfreeze; it must be created first.".formatted(change.name()));
    }

    /** The platform does not say "resigned" to every request: where it only says that the app may not, a look at the user tells. */
    private boolean gone(Answer answer, String id, Exchanges exchanges) throws Stopped {
        if (answer.means(Meaning.Kind.GONE) || answer.means(Meaning.Kind.RESIGNED)) {
            return true;
        }
        return answer.means(Meaning.Kind.OUT_OF_RANGE) && finder.byId(id, exchanges).map(User::resigned).orElse(true);
    }

    private Optional<String> known(Change change, Exchanges exchanges) throws Stopped {
        return change.remoteId().isPresent()
                ? change.remoteId()
                : finder.byName(change.name(), exchanges).filter(user -> !user.resigned()).map(User::id);
    }
}
