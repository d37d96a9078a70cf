package dev.syncline.application;

import dev.syncline.connector.Check;
import dev.syncline.connector.Connector;
import dev.syncline.connector.ConnectorType;
import dev.syncline.connector.Settings;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries a connection without changing or recording anything. Never inside a transaction: the target may hang. */
@Component
class Trial {

    private final Applications applications;
    private final ApplicationRules rules;
    private final Targets targets;
    private final TargetCall call;

    Trial(Applications applications, ApplicationRules rules, Targets targets, TargetCall call) {
        this.applications = applications;
        this.rules = rules;
        this.targets = targets;
        this.call = call;
    }

    Check ofStored(UUID id) {
        applications.get(id);
        Target target = targets.resolve(id).orElseThrow(() -> new ProblemException(ErrorCode.CONFLICT,
                "The connector of this application is not installed; put its jar on the class path."));
        return run(target.type(), target.settings());
    }

    /** Secrets that are not given are taken from the stored application, when there is one and the settings lead to the same place. */
    Check of(@Nullable UUID storedId, String connector, Map<String, String> settings, Map<String, String> given, int requestTimeoutMs) {
        ConnectorType type = rules.connector(connector);
        Map<String, String> secrets = storedId == null ? given : applications.secretsWith(storedId, type, settings, given);
        List<FieldError> errors = ConnectionRules.check(type, settings, secrets);
        if (!errors.isEmpty()) {
            throw new ProblemException(ErrorCode.INVALID_INPUT, errors.getFirst().message(), errors);
        }
        return run(type, Connection.settings(type, settings, secrets, requestTimeoutMs));
    }

    private Check run(ConnectorType type, Settings settings) {
        Duration atMost = settings.requestTimeout().multipliedBy(3);
        return call.within(atMost, () -> {
            try (Connector connector = type.open(settings)) {
                return connector.check(Unrecorded.EXCHANGES);
            } catch (IllegalArgumentException e) {
                return new Check(false, Connection.complaint(e));
            }
        }).orElseGet(() -> new Check(false, "The target did not answer within " + atMost.toSeconds() + " s."));
    }
}
