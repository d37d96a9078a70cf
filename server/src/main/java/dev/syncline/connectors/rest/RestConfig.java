package dev.syncline.connectors.rest;

import dev.syncline.connector.Action;
import dev.syncline.connector.Field;
import dev.syncline.connector.Secrets;
import dev.syncline.connector.Settings;
import dev.syncline.connectors.Choice;
import dev.syncline.connectors.ConflictRule;
import dev.syncline.connectors.Trust;
import dev.syncline.connectors.http.HttpCall;
import dev.syncline.connectors.http.Urls;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** The settings of one connection, checked. */
record RestConfig(
        String baseUrl,
        Optional<Map.Entry<String, String>> authorization,
        Map<String, Template> headers,
        Mode mode,
        Map<Action, RequestTemplate> actions,
        Optional<RequestTemplate> bind,
        Optional<RequestTemplate> unbind,
        Optional<RequestTemplate> read,
        Optional<RequestTemplate> find,
        Optional<ListShape> list,
        Optional<RequestTemplate> check,
        AccountShape shape,
        Set<Integer> exists,
        Set<Integer> gone,
        ConflictRule conflict,
        SSLContext trust,
        Duration timeout,
        Secrets secrets) {

    enum Mode {
        SYNC,
        CALLBACK
    }

    private enum Auth {
        NONE,
        BASIC,
        BEARER,
        HEADER
    }

    /** @throws IllegalArgumentException with a sentence that names the setting */
    static RestConfig of(Settings settings) {
        String base = Urls.absolute(RestFields.BASE.name(), settings.text(RestFields.BASE.name())).toString();
        settings.text("create.url");
        Optional<Map.Entry<String, String>> authorization = authorization(settings);
        Secrets secrets = Secrets.of(RestFields.ALL, settings);
        return new RestConfig(
                base.endsWith("/") ? base.substring(0, base.length() - 1) : base,
                authorization,
                headers(settings),
                Choice.of(Mode.class, settings, RestFields.MODE),
                actions(settings),
                RequestTemplate.of(settings, "bind"),
                RequestTemplate.of(settings, "unbind"),
                RequestTemplate.of(settings, "read"),
                RequestTemplate.of(settings, "find"),
                ListShape.of(settings),
                RequestTemplate.of(settings, "check"),
                AccountShape.of(settings),
                statuses(settings, RestFields.EXISTS),
                statuses(settings, RestFields.GONE),
                ConflictRule.of(settings),
                Trust.of(settings),
                settings.requestTimeout(),
                // Basic credentials travel encoded, in a form the record does not know from the settings.
                authorization.map(header -> secrets.with(header.getValue().replaceFirst("^(Basic|Bearer) ", ""))).orElse(secrets));
    }

    private static Map<Action, RequestTemplate> actions(Settings settings) {
        Map<Action, RequestTemplate> actions = new EnumMap<>(Action.class);
        for (Action action : Action.values()) {
            RequestTemplate.of(settings, action.name().toLowerCase(Locale.ROOT)).ifPresent(request -> actions.put(action, request));
        }
        return actions;
    }

    private static Optional<Map.Entry<String, String>> authorization(Settings settings) {
        return switch (Choice.of(Auth.class, settings, RestFields.AUTH)) {
            case NONE -> Optional.empty();
            case BASIC -> Optional.of(Map.entry("Authorization", "Basic "
                    + HttpCall.basic(needed(settings, RestFields.AUTH_USER), needed(settings, RestFields.AUTH_SECRET))));
            case BEARER -> Optional.of(Map.entry("Authorization", "Bearer " + needed(settings, RestFields.AUTH_SECRET)));
            case HEADER -> Optional.of(Map.entry(
                    settings.find(RestFields.AUTH_HEADER.name()).orElse(RestFields.AUTH_HEADER.defaultValue()),
                    needed(settings, RestFields.AUTH_SECRET)));
        };
    }

    private static String needed(Settings settings, Field field) {
        return settings.find(field.name()).map(String::strip).orElseThrow(() -> new IllegalArgumentException(
                "The setting \"%s\" is missing: the chosen sign-in needs it.".formatted(field.name())));
    }

    private static Map<String, Template> headers(Settings settings) {
        Map<String, Template> headers = new LinkedHashMap<>();
        for (String line : settings.find(RestFields.HEADERS.name()).orElse("").lines().filter(line -> !line.isBlank()).toList()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("The setting \"headers\" must have lines such as \"Name: value\".");
            }
            headers.put(line.substring(0, colon).strip(),
                    Template.of(RestFields.HEADERS.name(), line.substring(colon + 1).strip(), Template.Kind.HEADER));
        }
        return headers;
    }

    private static Set<Integer> statuses(Settings settings, Field field) {
        try {
            return Arrays.stream(settings.find(field.name()).orElse("").split("[,\\s]+"))
                    .filter(status -> !status.isBlank())
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The setting \"%s\" must list statuses such as 404, 410.".formatted(field.name()), e);
        }
    }

    @Override
    public String toString() {
        return "RestConfig[" + baseUrl + "]";
    }
}
