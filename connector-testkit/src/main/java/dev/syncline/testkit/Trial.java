package dev.syncline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.syncline.connector.AccountPages;
import dev.syncline.connector.Action;
import dev.syncline.connector.Change;
import dev.syncline.connector.Connector;
import dev.syncline.connector.Field;
import dev.syncline.connector.Listing;
import dev.syncline.connector.ObjectPages;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Outcome;
import dev.syncline.connector.PermissionRef;
import dev.syncline.connector.Reading;
import dev.syncline.connector.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An open connector on a subject's target. Whatever it is asked, what every exchange and outcome must keep to is checked. */
public final class Trial implements AutoCloseable {

    /** Ample: a slow machine must not fail a test. */
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Subject subject;
    private final Map<String, String> settings;
    private final Connector connector;
    private RecordingExchanges record = new RecordingExchanges();

    private Trial(Subject subject, Map<String, String> settings, Duration timeout) {
        this.subject = subject;
        this.settings = settings;
        this.connector = subject.type().open(Settings.withDefaults(subject.type().fields(), settings, timeout));
    }

    public static Trial of(Subject subject) {
        return new Trial(subject, subject.settings(), TIMEOUT);
    }

    public static Trial of(Subject subject, Map<String, String> settings, Duration timeout) {
        return new Trial(subject, settings, timeout);
    }

    /** The subject's settings with some of them replaced. */
    public static Trial with(Subject subject, Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(subject.settings());
        settings.putAll(others);
        return new Trial(subject, settings, TIMEOUT);
    }

    public Connector connector() {
        return connector;
    }

    /** What was recorded by the last call. */
    public RecordingExchanges record() {
        return record;
    }

    public Outcome apply(Change change) {
        record = new RecordingExchanges();
        Outcome outcome = connector.apply(change, record);
        checkRecord();
        checkNothingShown(outcome.toString(), change);
        return outcome;
    }

    /** Applies a change that must succeed. */
    public Outcome.Done done(Change change) {
        Outcome outcome = apply(change);
        assertThat(outcome).as("%s of %s, exchanges %s", change.action(), change.name(), record.all()).isInstanceOf(Outcome.Done.class);
        return (Outcome.Done) outcome;
    }

    public Reading read(String name, Optional<String> remoteId) {
        return read(ObjectType.ACCOUNT, name, remoteId);
    }

    public Reading read(ObjectType objectType, String name, Optional<String> remoteId) {
        record = new RecordingExchanges();
        Reading reading = connector.read(objectType, name, remoteId, record);
        checkRecord();
        return reading;
    }

    public Listing list(int pageSize, AccountPages pages) {
        record = new RecordingExchanges();
        return checked(connector.list(pageSize, pages, record));
    }

    /** With more of each account. */
    public Listing list(int pageSize, Set<String> attributes, AccountPages pages) {
        record = new RecordingExchanges();
        return checked(connector.list(pageSize, attributes, pages, record));
    }

    /** Organizations or groups. */
    public Listing list(ObjectType objectType, int pageSize, ObjectPages pages) {
        record = new RecordingExchanges();
        return checked(connector.list(objectType, pageSize, pages, record));
    }

    private Listing checked(Listing listing) {
        checkRecord();
        checkNoSettingShown(listing.toString());
        return listing;
    }

    /** Creates an account that must succeed; its remote id. */
    public String create(String name) {
        return done(change(Action.CREATE, name, Optional.empty(), subject.attributes(name))).remoteId().orElseThrow();
    }

    public Change change(Action action, String name, Optional<String> remoteId, Map<String, Object> attributes) {
        return change(action, name, remoteId, attributes, List.of(), List.of());
    }

    public Change change(
            Action action,
            String name,
            Optional<String> remoteId,
            Map<String, Object> attributes,
            List<PermissionRef> bind,
            List<PermissionRef> unbind) {
        Set<String> secret = new HashSet<>(subject.secretAttributes());
        secret.retainAll(attributes.keySet());
        return new Change(
                UUID.randomUUID(), action, ObjectType.ACCOUNT, name, remoteId, attributes, secret, bind, unbind, Optional.empty());
    }

    /** A change of an organization or a group. */
    public Change object(Action action, ObjectType objectType, String name, Optional<String> remoteId, Optional<Change.Place> place,
            Optional<List<String>> members) {
        return new Change(UUID.randomUUID(), action, objectType, name, remoteId, Map.of(), Set.of(), List.of(), List.of(), place, members,
                Optional.empty());
    }

    void checkRecord() {
        assertThat(record.all()).as("every exchange ends exactly once").allMatch(exchange -> exchange.timesEnded() == 1);
    }

    private void checkNothingShown(String text, Change change) {
        change.secretAttributes().forEach(name ->
                assertThat(text).as("the secret attribute %s", name).doesNotContain(String.valueOf(change.attributes().get(name))));
        checkNoSettingShown(text);
    }

    void checkNoSettingShown(String text) {
        for (Field field : subject.type().fields()) {
            if (field.kind() == Field.Kind.SECRET && settings.containsKey(field.name())) {
                assertThat(text).as("the secret setting %s", field.name()).doesNotContain(settings.get(field.name()));
            }
        }
    }

    @Override
    public void close() {
        connector.close();
    }
}
