package dev.syncline.connectors.rest;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.Unsupported;
import dev.syncline.connectors.http.HttpReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Permissions given and taken: by a request each, or by the lists in the account's own request. */
final class RestPermissions {

    private final RestConfig config;
    private final RestService service;

    RestPermissions(RestConfig config, RestService service) {
        this.config = config;
        this.service = service;
    }

    /** A change of permissions that no template would send must not look done. */
    void requirePossible(Change change, RequestTemplate request) throws Stopped {
        require(change.bind(), config.bind(), request, "bind");
        require(change.unbind(), config.unbind(), request, "unbind");
        boolean notThereYet = change.action() == Action.CREATE && config.mode() == RestConfig.Mode.CALLBACK;
        if (notThereYet && !change.bind().isEmpty() && !request.mentions("bind")) {
            throw Stopped.refused(Unsupported.CODE, """
                    In callback mode the account is not there yet when "bind.url" would be asked for its permissions. \
                    Use the list {{#bind}} in "create.body", or bind them when the account is there.""");
        }
    }

    /** Whether nothing but permissions changes. */
    boolean areAll(Change change) {
        return change.attributes().isEmpty() && !(change.bind().isEmpty() && change.unbind().isEmpty());
    }

    private static void require(List<PermissionRef> permissions, Optional<RequestTemplate> own, RequestTemplate request, String word)
            throws Stopped {
        if (!permissions.isEmpty() && own.isEmpty() && !request.mentions(word)) {
            throw Stopped.refused(Unsupported.CODE, "This connection cannot %s permissions. Set \"%s.url\", or use the list {{#%s}} in \"%s.body\"."
                    .formatted(word, word, word, request.name()));
        }
    }

    void change(Change change, String id, Exchanges exchanges) throws Stopped {
        unbind(change, id, exchanges);
        bind(change, id, exchanges);
    }

    void bind(Change change, String id, Exchanges exchanges) throws Stopped {
        if (config.bind().isPresent()) {
            for (PermissionRef permission : change.bind()) {
                HttpReply reply = send(config.bind().get(), change, permission, id, exchanges);
                service.json(reply, "Binding " + permission.name());
            }
        }
    }

    void unbind(Change change, String id, Exchanges exchanges) throws Stopped {
        if (config.unbind().isPresent()) {
            for (PermissionRef permission : change.unbind()) {
                HttpReply reply = send(config.unbind().get(), change, permission, id, exchanges);
                if (!service.gone(reply)) {
                    service.json(reply, "Unbinding " + permission.name());
                }
            }
        }
    }

    private HttpReply send(RequestTemplate request, Change change, PermissionRef permission, String id, Exchanges exchanges)
            throws Stopped {
        Map<String, Object> values = Placeholders.and(Placeholders.of(change), "remoteId", id);
        return service.send(request, Placeholders.and(values, "permission", Placeholders.of(permission)), exchanges);
    }
}
