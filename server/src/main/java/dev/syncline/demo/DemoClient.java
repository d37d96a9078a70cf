package dev.syncline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the server's own API. */
final class DemoClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Map<String, String> who;
    private final JsonMapper json;

    DemoClient(String base, String token, JsonMapper json) {
        this(base + "/api/v1", Map.of("Authorization", "Bearer " + token), json);
    }

    private DemoClient(String base, Map<String, String> who, JsonMapper json) {
        this.base = base;
        this.who = who;
        this.json = json;
    }

    /** Signs a user in to the portal, who changes the one-time password of the invitation first. */
    DemoClient portalOf(JsonNode user) {
        String userName = user.path("userName").asString();
        String oneTime = post("/users/" + user.path("id").asString() + "/portal-invitation", Map.of()).path("oneTimePassword").asString();
        HttpResponse<String> signedIn = sent(HttpRequest.newBuilder(URI.create(base + "/session")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("userName", userName, "password", oneTime)))).build());
        HttpResponse<String> changed = sent(withCookie(signedIn).request("/session/password").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(
                        Map.of("currentPassword", oneTime, "newPassword", UUID.randomUUID().toString())))).build());
        return withCookie(changed);
    }

    private DemoClient withCookie(HttpResponse<String> answer) {
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return new DemoClient(base, Map.of("Cookie", cookie, "X-Syncline", "1"), json);
    }

    /** @throws IllegalStateException when the server refuses, with what it said */
    JsonNode get(String path) {
        return send("GET", path, null, null);
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body, null);
    }

    JsonNode put(String path, Object body, int version) {
        return send("PUT", path, body, version);
    }

    JsonNode delete(String path, int version) {
        return send("DELETE", path, null, version);
    }

    /** Uploads a CSV file of accounts and answers the import. */
    JsonNode upload(String fileName, String csv, @Nullable String applicationId, Map<String, ?> options) {
        String boundary = UUID.randomUUID().toString();
        String body = part(boundary, "applicationId\"", applicationId) + part(boundary, "options\"", json.writeValueAsString(options))
                + part(boundary, "file\"; filename=\"" + fileName + "\"\r\nContent-Type: text/csv", csv) + "--" + boundary + "--\r\n";
        return send(request("/imports").header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)).build());
    }

    private static String part(String boundary, String disposition, @Nullable String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + disposition + "\r\n\r\n" + value + "\r\n";
    }

    private JsonNode send(String method, String path, @Nullable Object body, @Nullable Integer version) {
        HttpRequest.Builder request = request(path);
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        who.forEach(request::header);
        return request;
    }

    private JsonNode send(HttpRequest request) {
        HttpResponse<String> answer = sent(request);
        return answer.body().isEmpty() ? json.missingNode() : json.readTree(answer.body());
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(request.method() + " " + request.uri().getPath() + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped", e);
        }
    }
}
