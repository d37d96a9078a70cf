package dev.syncline.stories;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.syncline.fixtures.Echo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Gives an access token to whoever asks at /token, and refuses everything else, repeating the token it was shown. */
final class TokenEcho implements AutoCloseable {

    private final HttpServer server;
    private final String token;

    private TokenEcho(String token) throws IOException {
        this.token = token;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/token", exchange -> answer(exchange, 200,
                "{\"access_token\":\"" + Echo.JSON.of(this.token) + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}"));
        server.createContext("/", exchange -> answer(exchange, 403,
                "{\"detail\":\"No right for " + Echo.JSON_IN_ASCII.of(exchange.getRequestHeaders().getFirst("Authorization")) + "\"}"));
        server.start();
    }

    static TokenEcho giving(String token) {
        try {
            return new TokenEcho(token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
