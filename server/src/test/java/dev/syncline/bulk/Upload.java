package dev.syncline.bulk;

import dev.syncline.fixtures.Answer;
import dev.syncline.fixtures.ApiClient;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Sends a CSV file as a browser would: multipart/form-data (RFC 7578), streamed. */
final class Upload {

    private static final String BOUNDARY = "----syncline-test-boundary";

    private Upload() {}

    static Answer csv(ApiClient api, UUID applicationId, String options, String file) {
        return csv(api, applicationId, options, file.getBytes(StandardCharsets.UTF_8));
    }

    static Answer csv(ApiClient api, UUID applicationId, String options, byte[] file) {
        return csv(api, applicationId, options, new ByteArrayInputStream(file));
    }

    static Answer csv(ApiClient api, UUID applicationId, String options, InputStream file) {
        String before = field("applicationId", applicationId.toString()) + field("options", options)
                + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        String after = "\r\n--" + BOUNDARY + "--\r\n";
        return api.send("POST", "/api/v1/imports",
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                        Collections.enumeration(List.of(stream(before), file, stream(after))))),
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
