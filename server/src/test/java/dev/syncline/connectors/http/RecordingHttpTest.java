package dev.syncline.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.syncline.connector.Outcome;
import dev.syncline.connectors.Stopped;
import dev.syncline.testkit.RecordingExchanges;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingHttpTest {

    /** An account called ".." must not make a deletion one of all accounts. */
    @ParameterizedTest
    @ValueSource(strings = {"/accounts/..", "/accounts/.", "/accounts/%2E%2e/roles", "/../accounts"})
    void nothingIsSentToWhereADotLeads(String path) throws Exception {
        var record = new RecordingExchanges();
        try (var http = new RecordingHttp(Duration.ofSeconds(30), SSLContext.getDefault())) {
            HttpCall call = HttpCall.of("DELETE", URI.create("http://127.0.0.1:1" + path));
            Stopped stopped = catchThrowableOfType(Stopped.class, () -> http.send(call, record));
            assertThat(stopped.outcome()).isInstanceOfSatisfying(
                    Outcome.Invalid.class, invalid -> assertThat(invalid.message()).contains("lead elsewhere"));
        }
        assertThat(record.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts/..a", "/accounts/a..", "/.well-known/x", "/accounts/..."})
    void otherDotsAreOrdinary(String path) throws Exception {
        try (var http = new RecordingHttp(Duration.ofSeconds(30), SSLContext.getDefault())) {
            HttpCall call = HttpCall.of("GET", URI.create("http://127.0.0.1:1" + path));
            Stopped stopped = catchThrowableOfType(Stopped.class, () -> http.send(call, new RecordingExchanges()));
            assertThat(stopped.outcome()).as("nobody listens there").isInstanceOf(Outcome.Unavailable.class);
        }
    }
}
