package dev.syncline.connectors.feishu;

import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Connector;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connector.Settings;
import dev.syncline.fixtures.SettableClock;
import dev.syncline.samples.feishu.SampleFeishu;
import dev.syncline.testkit.RecordingExchanges;
import dev.syncline.testkit.RecordingExchanges.Recorded;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A fake tenant and a connector to it, on one clock that stands still; what went over the wire last is at hand. */
final class Tenancy implements AutoCloseable {

    static final String SECRET = "the app's secret";

    final SettableClock clock = SettableClock.now();
    final SampleFeishu feishu = SampleFeishu.start(0, "cli_1", SECRET, clock);
    final Connector connector;
    private RecordingExchanges record = new RecordingExchanges();

    Tenancy(Map<String, String> settings) {
        Map<String, String> given = new HashMap<>(Map.of("baseUrl", feishu.baseUrl(), "appId", "cli_1", "appSecret", SECRET));
        given.putAll(settings);
        connector = new FeishuConnectorType(clock).open(Settings.withDefaults(FeishuFields.ALL, given, Duration.ofSeconds(20)));
    }

    static Map<String, Object> ada() {
        return new HashMap<>(Map.of("name", "Ada", "mobile", "+8613012345678", "email", "ada@example.com"));
    }

    Outcome apply(Change change) {
        record = new RecordingExchanges();
        return connector.apply(change, record);
    }

    Outcome.Done done(Change change) {
        Outcome outcome = apply(change);
        if (outcome instanceof Outcome.Done done) {
            return done;
        }
        throw new AssertionError(outcome + " after " + record.all());
    }

    String create(String name, Map<String, Object> attributes) {
        return done(change(Action.CREATE, name, Optional.empty(), attributes)).remoteId().orElseThrow();
    }

    RecordingExchanges record() {
        return record;
    }

    /** The requests of the last change but for those for a token, as method and path. */
    List<String> requests() {
        return record.all().stream().filter(exchange -> !exchange.request().target().contains("/auth/"))
                .map(exchange -> exchange.request().operation() + " " + exchange.request().target().replaceFirst(".*/open-apis", "")).toList();
    }

    JsonNode body(int request) {
        List<Recorded> all = record.all().stream().filter(exchange -> !exchange.request().target().contains("/auth/")).toList();
        return Json.parse(all.get(request).request().body());
    }

    static Change change(Action action, String name, Optional<String> remoteId, Map<String, Object> attributes) {
        return change(UUID.randomUUID(), action, name, remoteId, attributes, Optional.empty());
    }

    static Change change(UUID task, Action action, String name, Optional<String> remoteId, Map<String, Object> attributes, Optional<Change.Place> place) {
        return new Change(task, action, ObjectType.ACCOUNT, name, remoteId, attributes, Set.of(), List.of(), List.of(), place, Optional.empty(),
                Optional.empty());
    }

    static Change bind(String name, String remoteId, List<PermissionRef> bind, List<PermissionRef> unbind) {
        return new Change(UUID.randomUUID(), Action.UPDATE, ObjectType.ACCOUNT, name, Optional.of(remoteId), Map.of(), Set.of(), bind, unbind,
                Optional.empty());
    }

    @Override
    public void close() {
        connector.close();
        feishu.close();
    }
}
