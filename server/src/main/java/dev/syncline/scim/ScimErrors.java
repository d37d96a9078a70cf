package dev.syncline.scim;

import dev.syncline.web.ErrorFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Errors below {@code /scim} that arise before a request reaches us, in the form of RFC 7644, section 3.12. */
@Component
class ScimErrors implements ErrorFormat {

    @Override
    public boolean isSpokenAt(String path) {
        return path.startsWith("/scim/");
    }

    @Override
    public String mediaType() {
        return "application/scim+json";
    }

    @Override
    public Map<String, Object> body(int status, String detail) {
        return Map.of("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:Error"), "status", String.valueOf(status), "detail", detail);
    }
}
