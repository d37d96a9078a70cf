package dev.syncline.samples;

import java.util.HashMap;
import java.util.Map;

/** Settings with which the {@code rest} connector speaks to the sample REST applications. */
final class RestSettings {

    private RestSettings() {}

    static Map<String, String> of(String url, String apiKey) {
        Map<String, String> settings = new HashMap<>();
        settings.put("baseUrl", url);
        settings.put("auth", "HEADER");
        settings.put("authHeader", "X-Api-Key");
        settings.put("authSecret", apiKey);
        settings.put("create.url", "/accounts");
        settings.put("create.body", """
                {"name": "{{name}}", "attributes": {{{attributesJson}}}}""");
        settings.put("update.url", "/accounts/{{remoteId}}");
        settings.put("update.body", """
                {"name": "{{name}}", "attributes": {{{attributesJson}}}}""");
        settings.put("delete.url", "/accounts/{{remoteId}}");
        settings.put("disable.url", "/accounts/{{remoteId}}");
        settings.put("disable.body", "{\"enabled\": false}");
        settings.put("enable.url", "/accounts/{{remoteId}}");
        settings.put("enable.body", "{\"enabled\": true}");
        settings.put("bind.url", "/accounts/{{remoteId}}/roles/{{permission.value}}");
        settings.put("unbind.url", "/accounts/{{remoteId}}/roles/{{permission.value}}");
        settings.put("read.url", "/accounts/{{remoteId}}");
        settings.put("find.url", "/accounts?name={{name}}");
        settings.put("findPointer", "/items/0");
        settings.put("list.url", "/accounts?offset={{offset}}&limit={{limit}}");
        settings.put("listPointer", "/items");
        settings.put("lastSignInPointer", "/attributes/lastSignIn");
        settings.put("enabledPointer", "/enabled");
        settings.put("attributesPointer", "/attributes");
        settings.put("permissionsPointer", "/roles");
        return settings;
    }
}
