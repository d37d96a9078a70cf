package dev.syncline.application;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of an application that its connection is made of; the rest may come along and is passed over.
 *
 * @param id a stored application whose secrets are used where none are given; null for none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record TestBody(
        @Nullable UUID id, String connector, Map<String, String> settings, Map<String, String> secrets, ApplicationBody.LimitsBody limits) {

    TestBody {
        connector = connector == null ? "" : connector;
        settings = settings == null ? Map.of() : settings;
        secrets = secrets == null ? Map.of() : secrets;
        limits = limits == null ? new ApplicationBody.LimitsBody(null, null, null) : limits;
    }

    /** Without the values of secrets. */
    @Override
    public String toString() {
        return "TestBody[" + id + ", " + connector + "]";
    }
}
