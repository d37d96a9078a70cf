package dev.syncline.application;

import dev.syncline.connector.Capability;
import dev.syncline.connector.ConnectorType;
import dev.syncline.mapping.Mappings;
import dev.syncline.problem.ErrorCode;
import dev.syncline.problem.ProblemException;
import dev.syncline.problem.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What an application must be like before it is stored. */
@Component
class ApplicationRules {

    static final String CALLBACK_SECRET_PREFIX = "whsec_";

    private final Connectors connectors;
    private final Mappings mappings;

    ApplicationRules(Connectors connectors, Mappings mappings) {
        this.connectors = connectors;
        this.mappings = mappings;
    }

    ConnectorType connector(String name) {
        return connectors.find(name).orElseThrow(() -> ProblemException.invalid("connector",
                "There is no connector \"" + name + "\"; choose one of "
                        + String.join(", ", connectors.all().stream().map(ConnectorType::name).toList()) + "."));
    }

    /**
     * @param secrets all that would be stored, in clear
     * @param ofCertificates what is wrong with certificates that are new
     */
    void refuseBad(ApplicationBody body, Map<String, String> secrets, List<FieldError> ofCertificates) {
        ConnectorType type = connector(body.connector());
        List<FieldError> errors = new ArrayList<>();
        checkName(errors, body.name());
        checkNumbers(errors, body);
        checkCallback(errors, type, body.callback());
        errors.addAll(ConnectionRules.check(type, body.settings(), secrets));
        errors.addAll(ofCertificates);
        errors.addAll(mappings.check(body.mappingList()));
        mappings.checkExpression("of the account name", body.accountNameExpression())
                .ifPresent(message -> errors.add(new FieldError("accountNameExpression", message)));
        if (errors.isEmpty()) {
            ConnectionRules.tryOut(type, Connection.settings(
                            type, body.settings(), secrets, body.limits().orUsual().requestTimeoutMs()))
                    .ifPresent(errors::add);
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(ErrorCode.INVALID_INPUT, errors.getFirst().message(), errors);
        }
    }

    private static void checkName(List<FieldError> errors, String name) {
        if (name.isEmpty() || name.length() > 200) {
            errors.add(new FieldError("name", "Give the application a name of 1 to 200 characters."));
        }
    }

    private static void checkNumbers(List<FieldError> errors, ApplicationBody body) {
        Application.Retry retry = body.retry().orUsual();
        Application.Limits limits = body.limits().orUsual();
        within(errors, "retry.maxAttempts", retry.maxAttempts(), 1, 100);
        within(errors, "retry.firstDelayMs", retry.firstDelayMs(), 10, 86_400_000);
        within(errors, "retry.maxDelayMs", retry.maxDelayMs(), 10, 604_800_000);
        within(errors, "limits.maxConcurrency", limits.maxConcurrency(), 1, 1_000);
        within(errors, "limits.requestTimeoutMs", limits.requestTimeoutMs(), 100, 600_000);
        within(errors, "callback.deadlineSeconds", body.callback().deadlineSeconds(), 1, 2_592_000);
        if (limits.ratePerSecond() != null && !(limits.ratePerSecond() > 0 && limits.ratePerSecond() <= 1_000_000)) {
            errors.add(new FieldError("limits.ratePerSecond", "limits.ratePerSecond must be more than 0; leave it out for no limit."));
        }
        checkNames(errors, "maskedAttributes", body.maskedAttributes());
        checkNames(errors, "personalAttributes", body.personalAttributes());
        checkNames(errors, "publicAttributes", body.publicAttributes());
    }

    private static void within(List<FieldError> errors, String field, long value, long least, long most) {
        if (value < least || value > most) {
            errors.add(new FieldError(field, field + " must be between " + least + " and " + most + "."));
        }
    }

    private static void checkNames(List<FieldError> errors, String field, List<String> names) {
        if (names.size() > 500 || names.stream().anyMatch(name -> name.length() > 300)) {
            errors.add(new FieldError(field, "At most 500 attributes can be named, each with at most 300 characters."));
        }
    }

    private static void checkCallback(List<FieldError> errors, ConnectorType type, ApplicationBody.CallbackBody callback) {
        if (callback.enabled() && !type.capabilities().contains(Capability.CALLBACK)) {
            errors.add(new FieldError("callback.enabled", "The connector " + type.label() + " cannot answer by callback; switch it off."));
        }
        if (callback.secret() != null && !isKey(callback.secret())) {
            errors.add(new FieldError("callback.secret",
                    "The callback secret must be " + CALLBACK_SECRET_PREFIX + " followed by 24 to 64 bytes in Base64."));
        }
    }

    /** Standard Webhooks, section "Signature scheme": the key is 24 to 64 random bytes, Base64 after the prefix. */
    private static boolean isKey(String secret) {
        if (!secret.startsWith(CALLBACK_SECRET_PREFIX)) {
            return false;
        }
        try {
            int length = Base64.getDecoder().decode(secret.substring(CALLBACK_SECRET_PREFIX.length())).length;
            return length >= 24 && length <= 64;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
