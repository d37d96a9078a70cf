package dev.syncline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a server does in its first seconds, done once so that the JVM can write down (JEP 514) which classes that takes: the
 * next starts load them from the AOT cache. Changes nothing.
 */
final class Rehearsal {

    private static final List<String> PATHS = List.of("/actuator/health/readiness", "/", "/api/v1/session");

    private Rehearsal() {}

    static void of(ConfigurableApplicationContext server) {
        WebServer web = Objects.requireNonNull(((WebServerApplicationContext) server).getWebServer(), "it has been started");
        String base = "http://localhost:" + web.getPort();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.discarding());
            }
            HttpRequest signIn = HttpRequest.newBuilder(URI.create(base + "/api/v1/session"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"userName\":\"rehearsal\",\"password\":\"none\"}"))
                    .build();
            client.send(signIn, BodyHandlers.discarding());
        } catch (IOException e) {
            // the cache is worth less then, the server is not
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
