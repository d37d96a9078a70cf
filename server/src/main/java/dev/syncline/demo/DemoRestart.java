package dev.syncline.demo;

import dev.syncline.application.Target;
import dev.syncline.application.Targets;
import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Connector;
import dev.syncline.connector.Exchanges;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.PermissionKind;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connector.RemoteAccount;
import dev.syncline.connector.WireRequest;
import dev.syncline.connector.WireResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * After a restart the sample applications are empty and listen elsewhere: tells Syncline where, and fills them again with the accounts it
 * knows, past the log, because nothing was asked for.
 */
final class DemoRestart {

    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private final DemoClient api;
    private final DemoTargets samples;
    private final Targets targets;
    private final JsonMapper json;

    DemoRestart(DemoClient api, DemoTargets samples, Targets targets, JsonMapper json) {
        this.api = api;
        this.samples = samples;
        this.targets = targets;
        this.json = json;
    }

    void run() throws InterruptedException {
        samples.groups();
        List<JsonNode> applications = api.get("/applications?limit=200").path("items").valueStream().toList();
        for (Map<String, Object> wanted : samples.applications()) {
            for (JsonNode application : applications) {
                if (application.path("name").asString().equals(wanted.get("name"))) {
                    reconnect((ObjectNode) application, wanted);
                    refill(application);
                }
            }
        }
    }

    private void reconnect(ObjectNode application, Map<String, Object> wanted) {
        int version = application.path("version").asInt();
        application.set("settings", json.valueToTree(wanted.get("settings")));
        application.set("secrets", json.valueToTree(wanted.get("secrets")));
        if (wanted.containsKey("callback")) {
            application.set("callback", json.valueToTree(wanted.get("callback")));
        }
        api.put("/applications/" + application.path("id").asString(), application, version);
    }

    private void refill(JsonNode known) throws InterruptedException {
        String application = known.path("id").asString();
        if (known.path("name").asString().equals(DemoTargets.FEISHU)) {
            samples.feishu().restore(api, application);
        }
        Target target = targets.resolve(UUID.fromString(application)).orElseThrow();
        try (Connector connector = target.type().open(target.settings())) {
            String cursor = "";
            while (cursor != null) {
                JsonNode page = api.get("/accounts?limit=200&applicationId=" + application + cursor);
                for (JsonNode account : page.path("items")) {
                    refill(connector, account.path("id").asString());
                }
                cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : null;
            }
        }
    }

    private void refill(Connector connector, String id) throws InterruptedException {
        JsonNode account = api.get("/accounts/" + id);
        String status = account.path("status").asString();
        if (!status.equals("REQUESTED")) {
            apply(connector, change(Action.CREATE, account));
        }
        if (status.equals("DISABLED")) {
            apply(connector, change(Action.DISABLE, account));
        }
    }

    private static void apply(Connector connector, Change change) throws InterruptedException {
        while (connector.apply(change, Unwatched.INSTANCE) instanceof Outcome.Throttled throttled) {
            Thread.sleep(throttled.retryAfter().orElse(A_WHILE));
        }
    }

    private Change change(Action action, JsonNode account) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        account.path("attributes").properties().forEach(one -> attributes.put(one.getKey(), json.treeToValue(one.getValue(), Object.class)));
        Optional<Change.Place> place = Optional.ofNullable(attributes.remove(RemoteAccount.ORGANIZATION))
                .map(code -> Change.Place.in(code.toString()));
        List<PermissionRef> held = account.path("bindings").valueStream()
                .map(binding -> binding.path("permission"))
                .map(permission -> new PermissionRef(permission.path("id").asString(),
                        PermissionKind.valueOf(permission.path("kind").asString()), permission.path("name").asString(),
                        permission.path("value").asString()))
                .toList();
        return new Change(UUID.randomUUID(), action, ObjectType.ACCOUNT, account.path("name").asString(), Optional.empty(),
                action == Action.CREATE ? attributes : Map.of(), Set.of(), action == Action.CREATE ? held : List.of(), List.of(),
                place, Optional.empty(), Optional.empty());
    }

    /** Keeps nothing. */
    private enum Unwatched implements Exchanges, Exchanges.Exchange {
        INSTANCE;

        @Override
        public Exchange begin(WireRequest request) {
            return this;
        }

        @Override
        public void secret(String value) {}

        @Override
        public void answered(WireResponse response) {}

        @Override
        public void broken(String what) {}
    }
}
