package dev.syncline.samples;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Answers later, signed; tries again a few times when the platform does not take it. */
final class CallbackSender implements AutoCloseable {

    private static final int TRIES = 5;

    private final StandardWebhook signer;
    private final Duration delay;
    private final InstantSource clock = InstantSource.system();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AtomicLong delivered = new AtomicLong();

    CallbackSender(StandardWebhook signer, Duration delay) {
        this.signer = signer;
        this.delay = delay;
    }

    /** @param outcome makes the change when its time has come, and says how it went */
    void later(String url, Supplier<ObjectNode> outcome) {
        threads.execute(() -> {
            try {
                Thread.sleep(delay);
                send(url, outcome.get().toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void send(String url, String body) throws InterruptedException {
        String id = "msg_" + UUID.randomUUID();
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (taken(url, id, body)) {
                delivered.incrementAndGet();
                return;
            }
            Thread.sleep(delay.plusMillis(200L * attempt));
        }
    }

    private boolean taken(String url, String id, String body) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        signer.headers(id, clock.instant(), body).forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        }
    }

    long delivered() {
        return delivered.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
    }
}
