package dev.syncline.bench;

import dev.syncline.SynclineServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server as it is shipped, with its own durable PostgreSQL in a temporary folder. */
final class BenchServer implements AutoCloseable {

    /** The same each time: a database that is kept knows it already. It is reached from this machine only, while a benchmark runs. */
    private static final String TOKEN = "benchmark-benchmark-benchmark-benchmark";

    private static final FileAttribute<?> OPEN_TO_PASS_THROUGH = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));

    private final Path home;
    private final boolean kept;
    private final ConfigurableApplicationContext context;
    private final SettledCount settled = new SettledCount();
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    BenchServer() throws IOException {
        this(null);
    }

    /** @param folder where its data is and stays; null for a new folder that is deleted afterwards */
    BenchServer(Path folder, String... options) throws IOException {
        kept = folder != null;
        // As root, the database runs as another user, who must be able to pass through.
        home = kept ? Files.createDirectories(folder) : Files.createTempDirectory("syncline-bench", OPEN_TO_PASS_THROUGH);
        context = new SpringApplicationBuilder(SynclineServer.class)
                .initializers(fresh -> ((GenericApplicationContext) fresh).registerBean(SettledCount.class, () -> settled))
                .run(Stream.concat(Stream.of("--server.port=0", "--syncline.home=" + home, "--syncline.bootstrap-token=" + TOKEN, "--syncline.destinations.allow=loopback",
                        "--logging.level.root=warn"), Stream.of(options)).toArray(String[]::new));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    /** Posts to the API and answers what came back. */
    JsonNode post(String path, Object body) {
        return answer(path, HttpRequest.newBuilder().header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** Reads from the API. */
    JsonNode get(String path) {
        return answer(path, HttpRequest.newBuilder().GET());
    }

    private JsonNode answer(String path, HttpRequest.Builder request) {
        String base = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        request.uri(URI.create(base + "/api/v1" + path)).header("Authorization", "Bearer " + TOKEN);
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    UUID application(String name, String connector, Map<String, ?> settings, Map<String, ?> secrets, int concurrency) {
        return UUID.fromString(post("/applications", Map.of("name", name, "connector", connector, "settings", settings, "secrets", secrets,
                "limits", Map.of("maxConcurrency", concurrency))).get("id").asString());
    }

    /** Waits until every task of an application is settled; fails when one failed. */
    void awaitSettled(UUID application, int tasks) throws InterruptedException {
        while (!settled.await(application, tasks, Duration.ofSeconds(1))) {
            List<String> failures = sql()
                    .sql("select failure_message from task where application_id = ? and status = 'FAILED' order by id limit 1")
                    .param(application).query(String.class).list();
            if (!failures.isEmpty()) {
                throw new IllegalStateException("A task failed: " + failures.getFirst());
            }
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        context.close();
        if (kept) {
            return;
        }
        try (Stream<Path> paths = Files.walk(home)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
