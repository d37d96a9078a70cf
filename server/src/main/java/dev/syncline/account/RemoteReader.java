package dev.syncline.account;

import dev.syncline.application.Target;
import dev.syncline.application.TargetCall;
import dev.syncline.application.Targets;
import dev.syncline.application.Unrecorded;
import dev.syncline.connector.Capability;
import dev.syncline.connector.Connector;
import dev.syncline.connector.ObjectType;
import dev.syncline.connector.Reading;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the target what it has now. Never inside a transaction: the target may hang. */
@Component
class RemoteReader {

    private final Targets targets;
    private final TargetCall call;

    RemoteReader(Targets targets, TargetCall call) {
        this.targets = targets;
        this.call = call;
    }

    RemoteAccount read(Account account) {
        return targets.resolve(account.applicationId())
                .map(target -> read(account, target))
                .orElseGet(() -> RemoteAccount.unknown("The connector of this application is not installed."));
    }

    private RemoteAccount read(Account account, Target target) {
        if (!target.type().capabilities().contains(Capability.READ)) {
            return RemoteAccount.unknown("The connector " + target.type().label() + " cannot read accounts back.");
        }
        Duration atMost = target.settings().requestTimeout().multipliedBy(3);
        Reading reading = call.within(atMost, () -> ask(account, target))
                .orElseGet(() -> new Reading.Unknown("The target did not answer within " + atMost.toSeconds() + " s."));
        return RemoteAccount.of(reading, target.maskedAttributes());
    }

    private static Reading ask(Account account, Target target) {
        try (Connector connector = target.type().open(target.settings())) {
            return connector.read(
                    ObjectType.ACCOUNT, account.name(), Optional.ofNullable(account.remoteId()), Unrecorded.EXCHANGES);
        } catch (IllegalArgumentException e) {
            return new Reading.Unknown(e.getMessage());
        }
    }
}
