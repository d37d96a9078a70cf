package dev.syncline.connectors.rest;

import dev.syncline.connector.Settings;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.http.HttpCall;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One kind of request: method, URL and body. */
record RequestTemplate(String name, String method, Template url, Optional<Template> body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Empty when the settings have no URL for it. */
    static Optional<RequestTemplate> of(Settings settings, String name) {
        return settings.find(name + ".url").map(url -> new RequestTemplate(
                name,
                settings.find(name + ".method").orElse("GET").strip(),
                urlTemplate(name, url.strip()),
                settings.find(name + ".body").map(body -> Template.of(name + ".body", body, Template.Kind.JSON))));
    }

    private static Template urlTemplate(String name, String url) {
        if (!url.startsWith("/") && !url.startsWith("?")) {
            throw new IllegalArgumentException("The setting \"%s.url\" must begin with / and continue the base URL.".formatted(name));
        }
        return Template.of(name + ".url", url, Template.Kind.URL);
    }

    boolean mentions(String placeholder) {
        return url.mentions(placeholder) || body.map(template -> template.mentions(placeholder)).orElse(false);
    }

    /** Whether its body is made of single attributes alone: then it has nothing to say, and cannot be filled in, where none of them changes. */
    boolean saysOnlyAttributes() {
        return body.filter(template -> template.mentions("attributes")
                && Stream.of("attributesJson", "name", "bind", "unbind").noneMatch(template::mentions)).isPresent();
    }

    HttpCall fill(String baseUrl, Map<String, Object> values) throws Stopped {
        HttpCall call = HttpCall.of(method, uri(baseUrl + url.fill(values))).with("Accept", "application/json");
        if (body.isEmpty()) {
            return call;
        }
        String text = body.get().fill(values);
        try {
            JSON.readTree(text);
        } catch (JacksonException e) {
            throw Stopped.invalid("The setting \"%s.body\" does not become JSON: %s.".formatted(name, e.getOriginalMessage()));
        }
        return call.body("application/json", text);
    }

    private URI uri(String text) throws Stopped {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw Stopped.invalid("The setting \"%s.url\" does not become a URL: %s.".formatted(name, e.getMessage()));
        }
    }
}
