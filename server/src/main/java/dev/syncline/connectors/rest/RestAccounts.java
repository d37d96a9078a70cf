package dev.syncline.connectors.rest;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.ConflictRule;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.Unsupported;
import dev.syncline.connectors.http.HttpReply;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What is done to an account, with the requests the settings have for it. */
final class RestAccounts {

    private final RestConfig config;
    private final RestService service;
    private final RestPermissions permissions;

    RestAccounts(RestConfig config, RestService service) {
        this.config = config;
        this.service = service;
        this.permissions = new RestPermissions(config, service);
    }

    Outcome create(Change change, Exchanges exchanges) throws Stopped {
        RequestTemplate request = request(change);
        permissions.requirePossible(change, request);
        HttpReply reply = service.send(request, Placeholders.of(change), exchanges);
        String what = "Creating " + change.name();
        if (config.exists().contains(reply.status())) {
            return adoptOrRefuse(change, reply, exchanges);
        }
        JsonNode answer = service.json(reply, what);
        Optional<String> id = config.shape().idIn(answer, change.name());
        if (isAccepted(reply)) {
            return new Outcome.Accepted(id);
        }
        String created = id.orElseThrow(() -> new Stopped(new Outcome.Unclear(
                "%s: the answer %d has no id where \"idPointer\" says.".formatted(what, reply.status()))));
        permissions.change(change, created, exchanges);
        return Outcome.Done.of(created);
    }

    Outcome update(Change change, Exchanges exchanges) throws Stopped {
        RequestTemplate request = request(change);
        permissions.requirePossible(change, request);
        String id = known(change, exchanges).orElseThrow(() -> Stopped.refused(
                "404", "The application has no account \"%s\"; it must be created first.".formatted(change.name())));
        if (permissions.areAll(change) && request.saysOnlyAttributes()) {
            permissions.change(change, id, exchanges);
            return Outcome.Done.of(id);
        }
        HttpReply reply = update(request, change, id, "Changing " + change.name(), exchanges);
        return isAccepted(reply) ? new Outcome.Accepted(Optional.of(id)) : Outcome.Done.of(id);
    }

    /**
     * Unbinds first: what is taken away must not wait for what cannot be given. Where a callback settles the task, everything else is done
     * before it is asked for.
     */
    private HttpReply update(RequestTemplate request, Change change, String id, String what, Exchanges exchanges) throws Stopped {
        boolean bindsBefore = config.mode() == RestConfig.Mode.CALLBACK;
        permissions.unbind(change, id, exchanges);
        if (bindsBefore) {
            permissions.bind(change, id, exchanges);
        }
        HttpReply reply = service.send(request, values(change, id), exchanges);
        service.json(reply, what);
        if (!bindsBefore) {
            permissions.bind(change, id, exchanges);
        }
        return reply;
    }

    /** Deleting, disabling and enabling. Deleting or disabling what is not there is done. */
    Outcome change(Change change, Exchanges exchanges) throws Stopped {
        RequestTemplate request = request(change);
        boolean carries = change.action() == Action.ENABLE && config.mode() == RestConfig.Mode.CALLBACK;
        if (carries) {
            requireCarried(change, request);
        }
        Optional<String> id = known(change, exchanges);
        if (id.isEmpty()) {
            return notThere(change);
        }
        if (carries) {
            permissions.change(change, id.get(), exchanges);
        }
        HttpReply reply = service.send(request, values(change, id.get()), exchanges);
        if (service.gone(reply) && change.action() != Action.ENABLE) {
            return notThere(change);
        }
        service.json(reply, word(change) + " of " + change.name());
        return isAccepted(reply) ? new Outcome.Accepted(id) : Outcome.Done.of(id.get());
    }

    /** Where the template of enabling has a place for all that is carried. One callback settles a task, so there nothing can go before it. */
    boolean enablesWith(Change change) {
        RequestTemplate request = config.actions().get(Action.ENABLE);
        return request == null || config.mode() == RestConfig.Mode.CALLBACK
                || (change.attributes().isEmpty() || request.mentions("attributes") || request.mentions("attributesJson"))
                        && (change.bind().isEmpty() || request.mentions("bind"))
                        && (change.unbind().isEmpty() || request.mentions("unbind"));
    }

    private void requireCarried(Change change, RequestTemplate request) throws Stopped {
        permissions.requirePossible(change, request);
        if (!change.attributes().isEmpty() && !request.mentions("attributes") && !request.mentions("attributesJson")) {
            throw Stopped.refused(Unsupported.CODE, """
                    Values of the account have changed since it was disabled, and in callback mode no update can go before enabling. \
                    Use {{{attributesJson}}} in "enable.body".""");
        }
    }

    private static Outcome notThere(Change change) {
        return change.action() == Action.ENABLE
                ? new Outcome.Refused("404", "The application has no account \"%s\"; it must be created first.".formatted(change.name()))
                : Outcome.Done.noted("The application has no account \"" + change.name() + "\" (any more).");
    }

    /**
     * An account that already has the wanted values is what an earlier attempt made, or as good: taken as done. Another one is
     * adopted or refused as the connection is set.
     */
    private Outcome adoptOrRefuse(Change change, HttpReply conflict, Exchanges exchanges) throws Stopped {
        String code = Integer.toString(conflict.status());
        RequestTemplate find = config.find().orElseThrow(() -> Stopped.refused(
                code, "The account \"%s\" exists already. Set \"find.url\" to have it compared and adopted.".formatted(change.name())));
        JsonNode existing = service.find(find, change.name(), exchanges).orElseThrow(() -> Stopped.refused(
                code, "The application says that \"%s\" exists already, but does not find it.".formatted(change.name())));
        String id = config.shape().idIn(existing, change.name()).orElseThrow(() -> Stopped.refused(
                code, "The existing account \"%s\" has no id where \"idPointer\" says.".formatted(change.name())));
        List<String> differing = config.shape().differing(existing, change);
        boolean refuse = config.conflict() == ConflictRule.REFUSE;
        if (refuse && !differing.isEmpty()) {
            throw Stopped.refused(code, "The account \"%s\" already exists with other values of %s, and the connection is set to refuse existing accounts."
                    .formatted(change.name(), String.join(", ", differing)));
        }
        if (differing.isEmpty() && (refuse || change.secretAttributes().isEmpty())) {
            permissions.change(change, id, exchanges);
            return new Outcome.Done(Optional.of(id), Optional.of("The account was already there with these values."));
        }
        return adopt(change, id, exchanges);
    }

    private Outcome adopt(Change change, String id, Exchanges exchanges) throws Stopped {
        RequestTemplate update = config.actions().get(Action.UPDATE);
        if (update == null) {
            throw Unsupported.action(Action.UPDATE, "Set \"update.url\", which adopting an account needs.");
        }
        if (isAccepted(update(update, change, id, "Adopting " + change.name(), exchanges))) {
            return new Outcome.Accepted(Optional.of(id));
        }
        return new Outcome.Done(Optional.of(id), Optional.of("Adopted the existing account " + id + " and gave it the wanted values."));
    }

    private RequestTemplate request(Change change) throws Stopped {
        RequestTemplate request = config.actions().get(change.action());
        if (request == null) {
            throw Unsupported.action(change.action(), "Set \"%s.url\" first.".formatted(change.action().name().toLowerCase(Locale.ROOT)));
        }
        return request;
    }

    private Optional<String> known(Change change, Exchanges exchanges) throws Stopped {
        if (change.remoteId().isPresent()) {
            return change.remoteId();
        }
        if (config.shape().id().isEmpty() || config.find().isEmpty()) {
            return Optional.of(change.name());
        }
        return service.find(config.find().get(), change.name(), exchanges)
                .flatMap(account -> config.shape().idIn(account, change.name()));
    }

    private boolean isAccepted(HttpReply reply) {
        return config.mode() == RestConfig.Mode.CALLBACK && reply.status() == 202;
    }

    private static Map<String, Object> values(Change change, String id) {
        return Placeholders.and(Placeholders.of(change), "remoteId", id);
    }

    private static String word(Change change) {
        String action = change.action().name();
        return action.charAt(0) + action.substring(1).toLowerCase(Locale.ROOT);
    }
}
