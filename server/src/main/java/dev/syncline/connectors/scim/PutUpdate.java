package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.syncline.connector.Exchanges;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpReply;
import java.util.function.UnaryOperator;

/** Reads the user, edits it and puts it back (RFC 7644, 3.5.1), guarded by its version where the service has such. */
final class PutUpdate implements UserUpdate {

    private final ScimService service;

    PutUpdate(ScimService service) {
        this.service = service;
    }

    @Override
    public void apply(String id, UserValues values, Exchanges exchanges) throws Stopped {
        String what = "Changing " + values.userName();
        service.requireOk(replace(id, values::applyTo, what, exchanges), what);
    }

    @Override
    public boolean activate(String id, boolean active, Exchanges exchanges) throws Stopped {
        String what = active ? "Enabling" : "Disabling";
        HttpReply reply = replace(id, user -> user.put("active", active), what, exchanges);
        if (reply.status() == 404) {
            return false;
        }
        service.requireOk(reply, what);
        return true;
    }

    private HttpReply replace(String id, UnaryOperator<ObjectNode> edit, String what, Exchanges exchanges) throws Stopped {
        String path = ScimService.path("Users", id);
        return Repeating.onConflict(() -> {
            HttpReply found = service.get(path, exchanges);
            if (!found.ok()) {
                return found;
            }
            Resource user = service.resource(found, what);
            return service.send("PUT", path, edit.apply(user.writable()), user.version(), exchanges);
        });
    }
}
