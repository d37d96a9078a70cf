package dev.syncline.delivery;

import dev.syncline.application.Unrecorded;
import dev.syncline.connector.Settings;
import dev.syncline.connectors.Stopped;
import dev.syncline.connectors.Trust;
import dev.syncline.connectors.http.HttpCall;
import dev.syncline.connectors.http.HttpReply;
import dev.syncline.connectors.http.RecordingHttp;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The one place where messages leave over HTTP. Follows no redirect, and reads little of an answer. */
final class HttpPost {

    private HttpPost() {}

    /** @throws Stopped when there was no answer */
    static HttpReply send(URI to, Map<String, String> headers, String json, Settings settings) throws Stopped {
        HttpCall call = new HttpCall("POST", to, headers, Optional.empty()).body("application/json; charset=utf-8", json);
        try (RecordingHttp http = new RecordingHttp(settings.requestTimeout(), Trust.of(settings))) {
            return http.send(call, Unrecorded.EXCHANGES);
        }
    }
}
