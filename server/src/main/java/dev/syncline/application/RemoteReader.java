package dev.syncline.application;

import dev.syncline.connector.Capability;
import dev.syncline.connector.Connector;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Reading;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a target what it has of an object now. Never inside a transaction: the target may hang. */
@Component
public class RemoteReader {

    private final Targets targets;
    private final TargetCall call;

    RemoteReader(Targets targets, TargetCall call) {
        this.targets = targets;
        this.call = call;
    }

    /**
     * Answers within three times the application's limit for one request, whatever the target does.
     *
     * @param remoteId the target's id; null when it is not known, and the object is then looked for by its name
     */
    public RemoteObject read(UUID applicationId, ObjectType objectType, String name, @Nullable String remoteId) {
        return targets.resolve(applicationId)
                .map(target -> read(target, objectType, name, Optional.ofNullable(remoteId)))
                .orElseGet(() -> RemoteObject.unknown("The application is gone, or its connector is not installed."));
    }

    private RemoteObject read(Target target, ObjectType objectType, String name, Optional<String> remoteId) {
        if (!target.type().capabilities().contains(Capability.READ)) {
            return RemoteObject.unknown("The connector " + target.type().label() + " cannot read objects back.");
        }
        Duration atMost = target.settings().requestTimeout().multipliedBy(3);
        Reading reading = call.within(atMost, () -> ask(target, objectType, name, remoteId))
                .orElseGet(() -> new Reading.Unknown("The target did not answer within " + atMost.toSeconds() + " s."));
        return RemoteObject.of(reading, target.maskedAttributes());
    }

    private static Reading ask(Target target, ObjectType objectType, String name, Optional<String> remoteId) {
        try (Connector connector = target.type().open(target.settings())) {
            return connector.read(objectType, name, remoteId, Unrecorded.EXCHANGES);
        } catch (IllegalArgumentException e) {
            return new Reading.Unknown(Connection.complaint(e));
        }
    }
}
