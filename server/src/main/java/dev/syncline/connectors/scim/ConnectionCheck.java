package dev.syncline.connectors.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.syncline.connector.Check;
import dev.syncline.connector.Exchanges;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpReply;

/** Looks for a user nobody has, which needs the credentials, and asks what the service supports (RFC 7643, 5). */
final class ConnectionCheck {

    private final ScimConfig config;
    private final ScimService service;

    ConnectionCheck(ScimConfig config, ScimService service) {
        this.config = config;
        this.service = service;
    }

    Check run(Exchanges exchanges) {
        try {
            new UserFinder(service).byName("syncline-connection-check", exchanges);
            HttpReply reply = service.get("/ServiceProviderConfig", exchanges);
            JsonNode patch = Json.parse(reply.body()).path("patch").path("supported");
            if (config.style() == ScimConfig.Style.PATCH && reply.ok() && patch.isBoolean() && !patch.booleanValue()) {
                return new Check(false, "The service says it does not support PATCH. Set the connection's updates to PUT.");
            }
            return new Check(true, "The SCIM service at " + config.baseUrl() + " answers and takes the credentials.");
        } catch (Stopped stopped) {
            return new Check(false, stopped.sentence() + " Check the base URL and the credentials.");
        }
    }
}
