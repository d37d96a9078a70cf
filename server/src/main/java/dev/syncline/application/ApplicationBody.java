package dev.syncline.application;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.syncline.connector.ObjectType;
import dev.syncline.mapping.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An application as a client sends it; what is left out has its usual value. What only the server sets may come along and is passed
 * over.
 *
 * @param secrets name to value: absent keeps what is stored, null removes it
 */
@JsonIgnoreProperties({"id", "version", "createdAt", "updatedAt", "certificates"})
record ApplicationBody(
        String name,
        String connector,
        Map<String, String> settings,
        Map<String, String> secrets,
        Boolean dataSynchronization,
        Boolean changeTracking,
        CallbackBody callback,
        RetryBody retry,
        LimitsBody limits,
        List<String> maskedAttributes,
        List<String> personalAttributes,
        List<String> publicAttributes,
        String accountNameExpression,
        List<MappingBody> mappings) {

    static final String USUAL_ACCOUNT_NAME = "user.userName";

    ApplicationBody {
        name = name == null ? "" : name.strip();
        connector = connector == null ? "" : connector;
        settings = settings == null ? Map.of() : settings;
        secrets = secrets == null ? Map.of() : secrets;
        dataSynchronization = dataSynchronization == null || dataSynchronization;
        changeTracking = changeTracking != null && changeTracking;
        callback = callback == null ? CallbackBody.usual() : callback;
        retry = retry == null ? new RetryBody(null, null, null) : retry;
        limits = limits == null ? new LimitsBody(null, null, null) : limits;
        maskedAttributes = given(maskedAttributes);
        personalAttributes = given(personalAttributes);
        publicAttributes = given(publicAttributes);
        accountNameExpression = accountNameExpression == null ? USUAL_ACCOUNT_NAME : accountNameExpression;
        mappings = mappings == null ? List.of() : mappings;
    }

    /** @param secret write only: the key of the signatures, "whsec_..." */
    @JsonIgnoreProperties("secretSet")
    record CallbackBody(Boolean enabled, Integer deadlineSeconds, @Nullable String secret) {
        static final int A_DAY = 86_400;

        static CallbackBody usual() {
            return new CallbackBody(false, A_DAY, null);
        }

        CallbackBody {
            enabled = enabled != null && enabled;
            deadlineSeconds = deadlineSeconds == null ? A_DAY : deadlineSeconds;
        }

        @Override
        public String toString() {
            return "CallbackBody[enabled=" + enabled + ", deadlineSeconds=" + deadlineSeconds + "]";
        }
    }

    record RetryBody(@Nullable Integer maxAttempts, @Nullable Long firstDelayMs, @Nullable Long maxDelayMs) {
        Application.Retry orUsual() {
            Application.Retry usual = Application.Retry.USUAL;
            return new Application.Retry(
                    maxAttempts == null ? usual.maxAttempts() : maxAttempts,
                    firstDelayMs == null ? usual.firstDelayMs() : firstDelayMs,
                    maxDelayMs == null ? usual.maxDelayMs() : maxDelayMs);
        }
    }

    record LimitsBody(@Nullable Integer maxConcurrency, @Nullable Double ratePerSecond, @Nullable Integer requestTimeoutMs) {
        Application.Limits orUsual() {
            Application.Limits usual = Application.Limits.USUAL;
            return new Application.Limits(
                    maxConcurrency == null ? usual.maxConcurrency() : maxConcurrency,
                    ratePerSecond,
                    requestTimeoutMs == null ? usual.requestTimeoutMs() : requestTimeoutMs);
        }
    }

    record MappingBody(ObjectType objectType, String target, String expression, Boolean secret) {
        Mapping toMapping() {
            return new Mapping(
                    objectType == null ? ObjectType.ACCOUNT : objectType,
                    target == null ? "" : target.strip(),
                    expression == null ? "" : expression,
                    secret != null && secret);
        }
    }

    private static List<String> given(List<String> names) {
        return names == null ? List.of() : names.stream().filter(Objects::nonNull).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    List<Mapping> mappingList() {
        return mappings.stream().map(MappingBody::toMapping).toList();
    }

    /** Without the values of secrets. */
    @Override
    public String toString() {
        return "ApplicationBody[" + name + ", " + connector + ", secrets=" + secrets.keySet() + "]";
    }
}
