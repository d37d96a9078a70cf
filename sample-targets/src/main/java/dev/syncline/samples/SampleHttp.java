package dev.syncline.samples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A listener on the loopback interface with a virtual thread for each request, and faults in its way. */
public final class SampleHttp implements AutoCloseable {

    private static final int LARGEST_REQUEST = 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Function<SampleRequest, Faults> faults;
    private final Function<SampleRequest, SampleResponse> application;
    private final Function<SampleRefusal, SampleResponse> refusal;
    private final AtomicLong requests = new AtomicLong();

    private SampleHttp(
            int port,
            Function<SampleRequest, Faults> faults,
            Function<SampleRequest, SampleResponse> application,
            Function<SampleRefusal, SampleResponse> refusal)
            throws IOException {
        this.faults = faults;
        this.application = application;
        this.refusal = refusal;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * @param application does what a request asks
     * @param refusal the answer to what was refused, in the application's own form
     */
    static SampleHttp start(
            Faults faults, Function<SampleRequest, SampleResponse> application, Function<SampleRefusal, SampleResponse> refusal) {
        return start(0, _ -> faults, application, refusal);
    }

    /**
     * @param port 0 for a free one
     * @param faults those ahead of a request
     */
    public static SampleHttp start(
            int port,
            Function<SampleRequest, Faults> faults,
            Function<SampleRequest, SampleResponse> application,
            Function<SampleRefusal, SampleResponse> refusal) {
        try {
            return new SampleHttp(port, faults, application, refusal);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample application does not start.", e);
        }
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    public String url() {
        return "http://" + address().getAddress().getHostAddress() + ":" + address().getPort();
    }

    /** Requests received so far, those that met a fault among them. */
    public long requests() {
        return requests.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            SampleRequest request = read(exchange);
            switch (faults.apply(request).take().orElse(null)) {
                case null -> write(exchange, answer(request));
                case Fault.Delay(var by) -> {
                    Thread.sleep(by);
                    write(exchange, answer(request));
                }
                case Fault.Status(int code, Map<String, String> headers) ->
                    write(exchange, new SampleResponse(code, headers, "{\"message\":\"Told to answer " + code + ".\"}"));
                case Fault.Answer(int code, String body) ->
                    write(exchange, new SampleResponse(code, Map.of("Content-Type", "application/json"), body));
                case Fault.Drop _ -> {}
                case Fault.DropAfterwards _ -> answer(request);
                case Fault.Garbage _ -> write(exchange, new SampleResponse(200, Map.of(), "<html>It works!</html>"));
                case Fault.Redirect(String location) -> write(exchange, SampleResponse.empty(302).with("Location", location));
                case Fault.Flood(int bytes) -> write(exchange, new SampleResponse(200, Map.of(), "x".repeat(bytes)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SampleResponse answer(SampleRequest request) {
        try {
            return application.apply(request);
        } catch (SampleRefusal no) {
            return refusal.apply(no);
        }
    }

    private static SampleRequest read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new SampleRequest(
                exchange.getRequestMethod(), exchange.getRequestURI(), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, SampleResponse response) throws IOException {
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
