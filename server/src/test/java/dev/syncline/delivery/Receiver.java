package dev.syncline.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real HTTP server that takes messages: gives the answers a test scripts, in order, then its usual one; keeps what it was told. */
public final class Receiver implements AutoCloseable {

    /** As it arrived. */
    public record Told(Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.get(name).getFirst();
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    private record Reply(int status, String body, Map<String, String> headers) {}

    private final HttpServer http;
    private final Reply usual;
    private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private Receiver(Reply usual) {
        this.usual = usual;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::answer);
        http.start();
    }

    /** One that answers 204 to everything. */
    public static Receiver webhook() {
        return new Receiver(new Reply(204, "", Map.of()));
    }

    /** One that answers as Feishu does when it takes a message. */
    public static Receiver feishu() {
        return new Receiver(new Reply(200, "{\"StatusCode\":0,\"StatusMessage\":\"success\",\"code\":0,\"data\":{},\"msg\":\"success\"}", Map.of()));
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/hook/0123";
    }

    public Receiver answers(int status, String body) {
        return answers(status, body, Map.of());
    }

    public Receiver answers(int status, String body, Map<String, String> headers) {
        script.add(new Reply(status, body, new LinkedHashMap<>(headers)));
        return this;
    }

    /** Takes requests and answers none of them until it is told to go on. */
    public void hang() {
        gate = new CountDownLatch(1);
    }

    public void goOn() {
        gate.countDown();
    }

    public List<Told> told() {
        return List.copyOf(told);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            told.add(new Told(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Reply scripted = script.poll();
            Reply reply = scripted == null ? usual : scripted;
            gate.await();
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        goOn();
        http.stop(0);
    }
}
