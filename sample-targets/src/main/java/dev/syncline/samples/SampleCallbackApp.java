package dev.syncline.samples;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An application that takes its time: it answers 202 to every change, makes it some time later, and says so at the callback
 * address with a Standard Webhooks signature. A share of its answers never comes.
 */
public final class SampleCallbackApp implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final String apiKey;
    private final CallbackSender sender;
    private final int everyNthSilent;
    private final SampleAccounts accounts = new SampleAccounts();
    private final Faults faults = new Faults();
    private final AtomicLong taken = new AtomicLong();
    private final SampleHttp http;

    private SampleCallbackApp(String apiKey, String callbackSecret, Duration delay, int everyNthSilent) {
        this.apiKey = apiKey;
        this.sender = new CallbackSender(new StandardWebhook(callbackSecret), delay);
        this.everyNthSilent = everyNthSilent;
        this.http = SampleHttp.start(faults, this::answer, SampleRestApp::refuse);
    }

    /**
     * Starts on a free port.
     *
     * @param callbackSecret "whsec_..." that callbacks are signed with
     * @param delay between the 202 and the callback
     * @param everyNthSilent 10 for one change in ten that is never answered; 0 for none
     */
    public static SampleCallbackApp start(String apiKey, String callbackSecret, Duration delay, int everyNthSilent) {
        return new SampleCallbackApp(apiKey, callbackSecret, delay, everyNthSilent);
    }

    private SampleResponse answer(SampleRequest request) {
        if (request.header("x-api-key").filter(apiKey::equals).isEmpty()) {
            throw new SampleRefusal(401, "The API key is not known here.");
        }
        if (request.method().equals("GET")) {
            return accounts.answer(request);
        }
        JsonNode wanted = request.json();
        String callbackUrl = wanted.path("callbackUrl").asString("");
        if (callbackUrl.isBlank()) {
            throw new SampleRefusal(400, "The request names no callbackUrl.");
        }
        boolean silent = everyNthSilent > 0 && taken.incrementAndGet() % everyNthSilent == 0;
        if (!silent) {
            sender.later(callbackUrl, () -> outcomeOf(wanted));
        }
        return SampleResponse.json(202, JSON.createObjectNode().put("message", "Accepted."));
    }

    /** Makes the change; what the callback says. */
    private ObjectNode outcomeOf(JsonNode wanted) {
        ObjectNode outcome = JSON.createObjectNode();
        try {
            SampleAccount account = change(wanted);
            return outcome.put("status", "succeeded").put("remoteId", account.id()).put("message", "Done by the application.");
        } catch (SampleRefusal refusal) {
            return outcome.put("status", "failed").put("message", refusal.getMessage());
        }
    }

    /** Repeating a change is harmless, and changing what is not there creates it: answers may have been lost. */
    private SampleAccount change(JsonNode wanted) {
        String name = wanted.path("name").asString("");
        Optional<SampleAccount> known = accounts.named(name);
        if (wanted.path("action").asString("").equals("DELETE")) {
            known.ifPresent(accounts::remove);
            return known.orElseGet(() -> new SampleAccount("none", name, false, Map.of(), Set.of()));
        }
        return known.isPresent() ? accounts.edit(known.get(), wanted) : accounts.create(wanted);
    }

    public String url() {
        return http.url();
    }

    public InetSocketAddress address() {
        return http.address();
    }

    public Faults faults() {
        return faults;
    }

    public List<SampleAccount> accounts() {
        return accounts.all();
    }

    public Optional<SampleAccount> account(String name) {
        return accounts.named(name);
    }

    /** Callbacks the platform took. */
    public long callbacksDelivered() {
        return sender.delivered();
    }

    /** Settings with which the {@code rest} connector speaks to it. */
    public Map<String, String> connectorSettings() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "baseUrl", url(), "auth", "HEADER", "authHeader", "X-Api-Key", "authSecret", apiKey,
                "mode", "CALLBACK", "idPointer", "-", "find.url", "/accounts?name={{name}}", "findPointer", "/items/0"));
        settings.putAll(Map.of("enabledPointer", "/enabled", "attributesPointer", "/attributes", "permissionsPointer", "/roles"));
        for (String action : List.of("create", "update", "delete", "disable", "enable")) {
            settings.put(action + ".method", "POST");
            settings.put(action + ".url", "/changes");
            settings.put(action + ".body", body(action));
        }
        return settings;
    }

    private static String body(String action) {
        String enabled = switch (action) {
            case "disable" -> "\"enabled\": false, ";
            case "enable" -> "\"enabled\": true, ";
            default -> "";
        };
        return """
                {"action": "%s", "name": "{{name}}", %s"attributes": {{{attributesJson}}}, "callbackUrl": "{{callbackUrl}}",
                 "grant": [{{#bind}}"{{value}}"{{^-last}}, {{/-last}}{{/bind}}],
                 "revoke": [{{#unbind}}"{{value}}"{{^-last}}, {{/-last}}{{/unbind}}]}"""
                .formatted(action.toUpperCase(Locale.ROOT), enabled);
    }

    @Override
    public void close() {
        http.close();
        sender.close();
    }
}
